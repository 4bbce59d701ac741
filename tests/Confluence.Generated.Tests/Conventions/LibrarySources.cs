using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>The hand-written sources of the library, as the compiler understands them. Generated code is not among them: what it may name is a closed list of its own.</summary>
internal static class LibrarySources
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string[] s_verbs = ["Send", "Get", "Post", "Put", "Patch", "Delete", "Connect", "Upload", "Download"];

    private static readonly CSharpCompilation s_compilation = Compile();

    /// <summary>The files in which something is sent through the framework.</summary>
    public static string[] FilesThatSend() => FilesThatUse(
        static name => Array.Exists(s_verbs, verb => name.StartsWith(verb, StringComparison.Ordinal)),
        "System.Net.Http.HttpMessageInvoker", "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageHandler", "System.Net.Http.Json.HttpClientJsonExtensions",
        "System.Net.WebRequest", "System.Net.WebClient", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient");

    /// <summary>The files that log otherwise than by a method with an event of its own.</summary>
    public static string[] FilesThatLogByThemselves() => FilesThatUse(
        static name => name.StartsWith("Log", StringComparison.Ordinal), "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.LoggerExtensions");

    /// <summary>Every event that the library can log.</summary>
    public static IEnumerable<LogEvent> LogEvents() =>
        from tree in s_compilation.SyntaxTrees
        from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() is "LoggerMessage" or "LoggerMessageAttribute"
        select new LogEvent(
            int.Parse(Argument(attribute, "EventId"), System.Globalization.CultureInfo.InvariantCulture),
            Argument(attribute, "EventName").Trim('"'),
            Argument(attribute, "Level").Split('.')[^1]);

    /// <summary>The files that name methods of some types.</summary>
    private static string[] FilesThatUse(Func<string, bool> isMeant, params string[] types)
    {
        INamedTypeSymbol[] declaring = [.. types.Select(type => s_compilation.GetTypeByMetadataName(type) ?? throw new InvalidOperationException($"There is no type {type}."))];
        HashSet<string> names = [.. declaring.SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>().Select(static method => method.Name).Where(isMeant)];
        return
        [
            .. from tree in s_compilation.SyntaxTrees
               let model = s_compilation.GetSemanticModel(tree)
               where tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                   .Where(name => names.Contains(name.Identifier.Text))
                   .SelectMany(name => Methods(model.GetSymbolInfo(name)))
                   .Any(method => declaring.Contains((method.ReducedFrom ?? method).ContainingType, SymbolEqualityComparer.Default))
               orderby tree.FilePath
               select tree.FilePath,
        ];
    }

    /// <summary>What a name means, and what it may mean where code that is generated is missing.</summary>
    private static IEnumerable<IMethodSymbol> Methods(SymbolInfo info) => (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols.ToArray()).OfType<IMethodSymbol>();

    private static string Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == name)?.Expression.ToString()
        ?? throw new InvalidOperationException($"{attribute} does not name its {name}.");

    private static CSharpCompilation Compile()
    {
        string folder = ArchitecturePage.PathOf("src/Confluence.Generated");
        CSharpParseOptions parsing = new(LanguageVersion.Preview, DocumentationMode.None);
        SyntaxTree[] trees =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(static file => file.Path.Split('/')[0] is not ("bin" or "obj"))
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.File), parsing, file.Path)),
            CSharpSyntaxTree.ParseText(ImplicitUsings, parsing),
        ];
        string[] assemblies = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Library",
            trees,
            assemblies.Where(static path => !Path.GetFileName(path).StartsWith("Confluence.", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }
}

/// <summary>An event that the library can log.</summary>
internal sealed record LogEvent(int Id, string Name, string Level)
{
    public override string ToString() => $"{Id} {Name} {Level}";
}
