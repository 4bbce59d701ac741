using System.Reflection;
using Confluence.Generator.Build.Naming;
using Microsoft.CodeAnalysis.CSharp;

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
