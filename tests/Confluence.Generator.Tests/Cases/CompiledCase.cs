using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Confluence.Generator.Tests.Cases;

/// <summary>Compiles what the generator emitted against the runtime alone.</summary>
internal static class CompiledCase
{
    /// <summary>
    /// The hand-written halves of the client and of the list of operations, standing in for those in the runtime's assembly: a partial class can't span two.
    /// </summary>
    private const string OtherHalves = """
        namespace Confluence.Generated;

        /// <summary>The other half.</summary>
        public partial class ConfluenceClient
        {
            internal global::Confluence.Generated.Transport.ConfluenceTransport Transport { get; } = global::Confluence.Generated.Transport.ConfluenceTransport.Unavailable;
        }

        /// <summary>The other half.</summary>
        public static partial class ConfluenceOperations
        {
            static partial void AddV1(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);

            static partial void AddV2(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);
        }
        """;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Confluence.Generated.ConfluenceClient).Assembly.Location),
    ];

    /// <summary>Everything that the compiler has to say, documentation comments included.</summary>
    public static IReadOnlyList<string> Compile(IReadOnlyDictionary<string, string> sources) =>
        [.. Compilation(sources, s_parse).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    /// <summary>The errors alone, in a third of the time: documentation is not read, and where null may stand is not asked.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyDictionary<string, string> sources) =>
    [
        .. Compilation(sources, s_parse.WithDocumentationMode(DocumentationMode.None).WithFeatures([KeyValuePair.Create("run-nullable-analysis", "never")])).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()),
    ];

    /// <summary>The assembly and its documentation, as bytes.</summary>
    public static (byte[] Assembly, byte[] Documentation) Emit(IReadOnlyDictionary<string, string> sources)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        EmitResult result = Compilation(sources, s_parse).Emit(assembly, xmlDocumentationStream: documentation);
        return result.Success
            ? (assembly.ToArray(), documentation.ToArray())
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    private static CSharpCompilation Compilation(IReadOnlyDictionary<string, string> sources, CSharpParseOptions parse) =>
        CSharpCompilation.Create(
            "Case",
            [
                .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, parse, source.Key)),
                CSharpSyntaxTree.ParseText(OtherHalves, parse, "OtherHalves.cs"),
            ],
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
                {
                    // The stand-in above has the name of the real one, on purpose.
                    ["CS0436"] = ReportDiagnostic.Suppress,
                }));
}
