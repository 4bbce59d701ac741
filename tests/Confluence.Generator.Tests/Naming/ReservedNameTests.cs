using System.Reflection;
using Confluence.Generator.Build.Naming;
using Confluence.Generator.Build;
using Confluence.Generator.Tests.Spec;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Naming;

/// <summary>The tables of names that are taken, against those who take them: the compiler and the runtime.</summary>
public sealed class ReservedNameTests
{
    public static TheoryData<string> Keywords => [.. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText)];

    public static TheoryData<string> ObjectMembers =>
    [
        .. typeof(object).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.IsPublic || method.IsFamily)
            .Select(method => method.Name)
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Keyword_is_no_name(string keyword) => Assert.False(Names.IsIdentifier(keyword));

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Keyword_with_a_capital_is_a_name(string keyword) => Assert.True(Names.IsIdentifier(keyword.ToUpperInvariant()));

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Parameter_is_never_called_like_a_keyword(string keyword) =>
        Assert.Equal(keyword.StartsWith("__", StringComparison.Ordinal) ? keyword.TrimStart('_') : "@" + keyword, Names.Camel(keyword));

    /// <summary>What the hand-written halves of the client have, whatever file they stand in.</summary>
    [Fact]
    public void Member_of_the_client_is_no_name_of_a_group()
    {
        string[] members =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src", "Confluence.Generated"), "ConfluenceClient*.cs", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".g.cs", StringComparison.Ordinal)) // What a build has written is the generated half.
                .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
                .Where(type => type.Identifier.Text == "ConfluenceClient")
                .SelectMany(type => type.Members)
                .Select(member => member switch
                {
                    PropertyDeclarationSyntax property => property.Identifier.Text,
                    MethodDeclarationSyntax method => method.Identifier.Text,
                    ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
                    _ => "ConfluenceClient",
                }),
            .. ObjectMembers.Select(row => row.Data),
        ];

        Assert.Contains("Retrieval", members);
        Assert.All(members, name => Assert.Contains(name, ApiFacts.TakenGroups.Keys));
    }

    [Theory]
    [MemberData(nameof(ObjectMembers))]
    public void Member_of_every_object_is_no_name_of_another(string name)
    {
        Assert.Equal(name + "Value", Names.Member(name, "Page"));
        Assert.Equal(name + "Value", Names.Option(name, "GetPageOptions", isList: false));
        Assert.Equal(name + "Value", Names.FormPart(name, "PageForm"));
        Assert.Equal(name + "Value", Names.EnumValue(name, "PageStatus"));
        Assert.Equal(name + "Value", Names.UnionCase(name, "PageOrSpace"));
    }
}
