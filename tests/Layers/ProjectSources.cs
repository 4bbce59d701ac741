using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Layers;

/// <summary>
/// The sources of a project, read for the types that they name. The compiler's own binding tells a type from a member or a variable of its name;
/// of what is not in the project it is given the framework alone, so calls on what packages and generators bring are read by their name.
/// </summary>
internal sealed class ProjectSources
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    private readonly SyntaxTree[] _trees;
    private readonly CSharpCompilation _compilation;
    private readonly ILookup<string, INamedTypeSymbol> _extensions;

    /// <param name="files">The text of each file by its path, which is relative to the project and has slashes.</param>
    public ProjectSources(IEnumerable<KeyValuePair<string, string>> files)
    {
        _trees = [.. files.Select(static file => CSharpSyntaxTree.ParseText(file.Value, s_parsing, file.Key))];
        _compilation = CSharpCompilation.Create(
            "Sources",
            [.. _trees, CSharpSyntaxTree.ParseText(ImplicitUsings, s_parsing)],
            Framework(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        _extensions = ExtensionMethods();
    }

    /// <summary>Reads a project's folder, without what builds put into it.</summary>
    public static ProjectSources In(string project) => new(Directory
        .EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        .Select(file => KeyValuePair.Create(Path.GetRelativePath(project, file).Replace('\\', '/'), file))
        .Where(static file => file.Key.Split('/')[0] is not ("bin" or "obj"))
        .OrderBy(static file => file.Key, StringComparer.Ordinal)
        .Select(static file => KeyValuePair.Create(file.Key, File.ReadAllText(file.Value))));

    /// <summary>The graph of the folders that the files lie in; what lies in the project itself lies in the folder <c>.</c>.</summary>
    public FolderGraph Graph() => new(_trees.Select(FolderOf), _trees.SelectMany(UsesOf));

    private IEnumerable<TypeUse> UsesOf(SyntaxTree tree)
    {
        string folder = FolderOf(tree);
        SemanticModel model = _compilation.GetSemanticModel(tree);
        HashSet<INamedTypeSymbol> named = new(SymbolEqualityComparer.Default);
        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(static name => !name.IsVar))
        {
            named.UnionWith(TypesOf(model, name).Select(static type => type.OriginalDefinition));
        }

        // The parts of a type see all of each other without naming it.
        named.UnionWith(tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(declaration => model.GetDeclaredSymbol(declaration)).OfType<INamedTypeSymbol>());

        return from type in named
               from target in type.DeclaringSyntaxReferences.Select(static part => FolderOf(part.SyntaxTree)).Distinct()
               where target != folder
               select new TypeUse(folder, tree.FilePath, type.Name, target);
    }

    private IEnumerable<INamedTypeSymbol> TypesOf(SemanticModel model, SimpleNameSyntax name)
    {
        SymbolInfo info = model.GetSymbolInfo(name);
        IEnumerable<ISymbol> symbols = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
        bool isBound = false;
        foreach (ISymbol found in symbols)
        {
            isBound = true;
            if (TypeOf(found) is { } type)
            {
                yield return type;
            }
        }

        if (isBound || name.Parent is not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
        {
            yield break;
        }

        // The class of an extension method is in reach where its name could be written.
        foreach (INamedTypeSymbol type in _extensions[name.Identifier.ValueText])
        {
            if (model.LookupNamespacesAndTypes(name.SpanStart, name: type.Name).Contains(type, SymbolEqualityComparer.Default))
            {
                yield return type;
            }
        }
    }

    /// <summary>What a name stands for, if it is a type or a member that stands for its type: a constructor in an attribute, an extension.</summary>
    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { IsExtensionMethod: true } method => (method.ReducedFrom ?? method).ContainingType,
        { ContainingType: { IsExtension: true } block } => block.ContainingType,
        _ => null,
    };

    private ILookup<string, INamedTypeSymbol> ExtensionMethods() => _compilation
        .GetSymbolsWithName(static _ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(static type => type.IsStatic)
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.IsExtensionMethod)
            .Concat<ISymbol>(type.GetTypeMembers().Where(static block => block.IsExtension).SelectMany(static block => block.GetMembers()))
            .Select(static member => member.Name)
            .Distinct()
            .Select(name => (Name: name, Type: type)))
        .ToLookup(static extension => extension.Name, static extension => extension.Type, StringComparer.Ordinal);

    private static string FolderOf(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";

    /// <summary>The assemblies of the framework that runs this: without what lies beside the program, it is the same in a script and in a test.</summary>
    private static IEnumerable<MetadataReference> Framework() => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
