using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Futures;

/// <summary>What callers see of emitted files: a line for each public type and member, as it is declared.</summary>
internal static partial class Surface
{
    public static SortedSet<string> Of(IReadOnlyDictionary<string, string> sources) => new(
        sources.Values.SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()).Where(IsPublic).SelectMany(Lines),
        StringComparer.Ordinal);

    private static IEnumerable<string> Lines(BaseTypeDeclarationSyntax type)
    {
        string name = type.Identifier.Text;
        yield return name;
        foreach (MemberDeclarationSyntax member in (type as TypeDeclarationSyntax)?.Members ?? [])
        {
            if (IsPublic(member) && Text(member) is { } text)
            {
                yield return $"{name}.{Plain(text)}";
            }
        }
    }

    private static string? Text(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => $"{property.Identifier} : {(property.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.RequiredKeyword)) ? "required " : "")}{property.Type}",
        MethodDeclarationSyntax { Identifier.Text: not ("Equals" or "GetHashCode" or "ToString") } method => $"{method.Identifier}{method.TypeParameterList}({string.Join(", ", method.ParameterList.Parameters.Select(parameter => $"{parameter.Type} {parameter.Identifier}"))}) : {method.ReturnType}",
        _ => null,
    };

    private static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword));

    private static string Plain(string text) => Qualifier().Replace(Blanks().Replace(text, " "), "");

    [GeneratedRegex(@"global::([A-Za-z_][A-Za-z0-9_]*\.)+")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
