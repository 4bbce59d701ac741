using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Ground;

/// <summary>What hand-written code takes of generated code, as the compiler understands it: each type and member that a name, an operator or a conversion means.</summary>
internal static class GroundList
{
    private const string Root = "Confluence.Generated.";

    /// <summary>The generated types and members that the hand-written code of a library uses, each as <c>V2.Models.Page.Title</c>.</summary>
    public static SortedSet<string> UsedIn(WholeLibrary library)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in WholeLibrary.HandWritten)
        {
            SemanticModel model = library.Compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => node is ExpressionSyntax or ConstructorInitializerSyntax))
            {
                foreach (ISymbol symbol in Meant(model, node).Where(symbol => IsGenerated(symbol, library)))
                {
                    used.Add(Name(symbol));
                }
            }

            foreach (INamedTypeSymbol type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Select(node => model.GetDeclaredSymbol(node)).OfType<INamedTypeSymbol>())
            {
                used.UnionWith(Implementing(type).Where(symbol => IsGenerated(symbol, library)).Select(Name));
            }
        }

        return used;
    }

    /// <summary>The names of all types and members that are declared in emitted files, in the same form.</summary>
    public static HashSet<string> DeclaredIn(WholeLibrary library)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        Visit(library.Compilation.Assembly.GlobalNamespace);
        return declared;

        void Visit(INamespaceOrTypeSymbol owner)
        {
            foreach (ISymbol member in owner.GetMembers())
            {
                if (member is not INamespaceSymbol && IsGenerated(member, library))
                {
                    declared.Add(Name(member));
                }

                if (member is INamespaceOrTypeSymbol inner)
                {
                    Visit(inner);
                }
            }
        }
    }

    /// <summary>What interfaces are met with: generated members may be, and then no name stands where they are used.</summary>
    private static IEnumerable<ISymbol> Implementing(INamedTypeSymbol type) =>
        type.AllInterfaces.SelectMany(contract => contract.GetMembers()).Select(type.FindImplementationForInterfaceMember).OfType<IPropertySymbol>();

    private static IEnumerable<ISymbol> Meant(SemanticModel model, SyntaxNode node)
    {
        SymbolInfo info = model.GetSymbolInfo(node);
        ISymbol? converts = node is ExpressionSyntax expression ? model.GetConversion(expression).MethodSymbol : null;
        return new[] { info.Symbol, converts }.Concat(info.CandidateSymbols).OfType<ISymbol>().Select(Original);
    }

    private static ISymbol Original(ISymbol symbol) => symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : symbol.OriginalDefinition;

    /// <summary>A partial type is generated where a part of it is; what is made by itself, such as a constructor, is so with its type.</summary>
    private static bool IsGenerated(ISymbol symbol, WholeLibrary library) =>
        symbol is INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
        && symbol.DeclaringSyntaxReferences.Any(reference => library.IsEmitted(reference.SyntaxTree));

    private static string Name(ISymbol symbol)
    {
        string owner = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) ?? "";
        string name = symbol is INamedTypeSymbol ? owner : $"{owner}.{(symbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet } accessor ? accessor.AssociatedSymbol?.Name : symbol.Name)}";
        return name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : name;
    }
}
