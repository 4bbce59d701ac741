using Confluence.Generator.Build.Naming;

namespace Confluence.Generator.Tests.Naming;

/// <summary>The corners of the rules that no document of a case can have, or that are easier seen here.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("-", "")]
    [InlineData("1A", "_1A")]
    [InlineData("_A", "A")]
    [InlineData("AB", "Ab")]
    [InlineData("1AB", "_1ab")]
    public void Wire_name_becomes_an_identifier(string wireName, string name) => Assert.Equal(name, Names.Pascal(wireName));

    [Theory]
    [InlineData("Tell")]
    [InlineData("Unknown")]
    [InlineData("PageOrSpace")]
    public void Case_of_a_union_is_not_called_like_what_the_union_has_itself(string caseType) =>
        Assert.Equal(caseType + "Value", Names.UnionCase(caseType, "PageOrSpace"));
}
