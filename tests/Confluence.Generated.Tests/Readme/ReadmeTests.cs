using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Confluence.Generated.Tests.Readme;

/// <summary>The code in the README compiles against the library as it is.</summary>
public sealed partial class ReadmeTests
{
    // What the text around a snippet takes for granted.
    private const string Given = """
        static ConfluenceClient client = null!;
        static ConfluenceCredential credential = null!;
        static GetPagesOptions options = null!;
        static string? continuationToken;
        static string spaceId = "";
        static void Save(object items) { }
        """;

    [Fact]
    public void The_code_compiles()
    {
        string[] snippets = [.. CSharpBlock().Matches(File.ReadAllText(Path())).Select(static match => match.Groups[1].Value)];
        Assert.InRange(snippets.Length, 6, 100);

        string[] usings = ["using System;", "using System.Collections.Generic;", "using System.Linq;", "using System.Threading.Tasks;",
            .. snippets.SelectMany(static snippet => snippet.Split('\n')).Where(IsUsing).Select(static line => line.Trim()).Distinct()];
        StringBuilder source = new(string.Join('\n', usings));
        source.Append("\n\n#nullable enable\nstatic class Readme\n{\n").Append(Given);
        for (int index = 0; index < snippets.Length; index++)
        {
            string body = string.Join('\n', snippets[index].Split('\n').Where(static line => !IsUsing(line)));
            string attempt = body.TrimStart().StartsWith("catch", StringComparison.Ordinal) ? "try { await Task.Yield(); }\n" : "";
            source.Append($"\nstatic async Task Snippet{index}()\n{{\n{attempt}{body}\nawait Task.Yield();\n}}\n");
        }

        source.Append("}\n");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(source.ToString(), cancellationToken: TestContext.Current.CancellationToken)],
            ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(System.IO.Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Diagnostic[] wrong = [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(diagnostic => $"{diagnostic.GetMessage()} — {Line(source.ToString(), diagnostic)}")));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal);

    private static string Line(string source, Diagnostic diagnostic) => source.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line].Trim();

    private static string Path([CallerFilePath] string file = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file) ?? "", "..", "..", "..", "README.md");

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
