using Confluence.Generator.Spec.NameMaps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Seam.Required;

/// <summary>The emitted classes and methods of one API, as their text reads, with the names that the name map gives them.</summary>
internal sealed class EmittedTypes
{
    private readonly Dictionary<string, ClassDeclarationSyntax> _classes;
    private readonly Dictionary<string, MethodDeclarationSyntax> _methods;
    private readonly NameMap _names;

    public EmittedTypes(string api, NameMap names)
    {
        _names = names;
        ClassDeclarationSyntax[] all =
        [
            .. RealDocuments.Run.Sources
                .Where(source => source.Key.StartsWith(api.ToUpperInvariant() + "/", StringComparison.Ordinal))
                .SelectMany(source => CSharpSyntaxTree.ParseText(source.Value).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()),
        ];
        _classes = all.GroupBy(type => type.Identifier.Text).ToDictionary(group => group.Key, group => group.First());
        _methods = all.SelectMany(type => type.Members.OfType<MethodDeclarationSyntax>())
            .Where(method => method.Identifier.Text.EndsWith("Async", StringComparison.Ordinal))
            .ToDictionary(method => method.Identifier.Text);
    }

    /// <summary>The type of what an operation sends; null when there is no such parameter.</summary>
    public TypeSyntax? BodyOf(string methodAndPath) =>
        _methods[_names.Operations[methodAndPath] + "Async"].ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.Text == "request")?.Type;

    /// <summary>The class that a type means; null when it is none that was emitted.</summary>
    public ClassDeclarationSyntax? ClassOf(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => ClassOf(nullable.ElementType),
        QualifiedNameSyntax qualified => ClassOf(qualified.Right),
        AliasQualifiedNameSyntax alias => ClassOf(alias.Name),
        IdentifierNameSyntax name => _classes.GetValueOrDefault(name.Identifier.Text),
        _ => null,
    };

    /// <summary>What a list or a map holds; null when the type is neither.</summary>
    public static TypeSyntax? ItemOf(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => ItemOf(nullable.ElementType),
        QualifiedNameSyntax qualified => ItemOf(qualified.Right),
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments[^1],
        _ => null,
    };

    /// <summary>The property of a member on the wire; null when the class has none.</summary>
    public PropertyDeclarationSyntax? Property(ClassDeclarationSyntax type, string wireName) =>
        _names.Member(type.Identifier.Text, wireName) is { } name
            ? type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(property => property.Identifier.Text == name)
            : null;
}
