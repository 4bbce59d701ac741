using Confluence.Generator.Tests.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Confluence.Generator.Tests.Ground;

/// <summary>The library as one compilation: what was written by hand, and what the generator emits for some document.</summary>
internal sealed class WholeLibrary
{
    /// <summary>What the project file imports for all files.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Whether null may stand somewhere is asked of nobody here, and costs most of the time.
    private static readonly CSharpParseOptions s_parse = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([KeyValuePair.Create("run-nullable-analysis", "never")]);

    private static readonly string s_root = Repository.PathOf("src", "Confluence.Generated");

    private static readonly Lazy<IReadOnlyList<SyntaxTree>> s_handWritten = new(() =>
    [
        CSharpSyntaxTree.ParseText(Usings, s_parse, "Usings.cs"),
        .. Directory.EnumerateFiles(s_root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(s_root, path).Replace('\\', '/')))
            .Where(file => file.Name.Split('/')[0] is not ("bin" or "obj"))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), s_parse, file.Name)),
    ]);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "netstandard.dll" or "Polly.Core.dll" or "Microsoft.Extensions.Logging.Abstractions.dll" or "Microsoft.Extensions.DependencyInjection.Abstractions.dll"
                || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("Microsoft.Win32.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly HashSet<SyntaxTree> _emitted;
    private readonly Lazy<IReadOnlyList<string>> _errors;

    public WholeLibrary(IReadOnlyDictionary<string, string> emitted)
    {
        _emitted = [.. emitted.Select(source => CSharpSyntaxTree.ParseText(source.Value, s_parse, source.Key))];
        Compilation = CSharpCompilation.Create(
            "Library",
            [.. HandWritten, .. _emitted],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _errors = new Lazy<IReadOnlyList<string>>(FindErrors);
    }

    public static IReadOnlyList<SyntaxTree> HandWritten => s_handWritten.Value;

    public CSharpCompilation Compilation { get; }

    /// <summary>Gets the errors of the compiler. The generators of the framework do not run here, so the methods that they write have no body.</summary>
    public IReadOnlyList<string> Errors => _errors.Value;

    public bool IsEmitted(SyntaxTree tree) => _emitted.Contains(tree);

    private IReadOnlyList<string> FindErrors() =>
    [
        .. Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !(diagnostic.Id is "CS8795" or "CS9248" && diagnostic.Location.SourceTree is { } tree && !_emitted.Contains(tree)))
            .Select(diagnostic => diagnostic.ToString()),
    ];
}
