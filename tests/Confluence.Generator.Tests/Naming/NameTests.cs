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
    [InlineData("SpaceId", "SpaceIds")]
    [InlineData("Status", "Statuses")]
    [InlineData("Prefix", "Prefixes")]
    [InlineData("Property", "Properties")]
    [InlineData("Key", "Keys")]
    [InlineData("Labels", "Labels")]
    [InlineData("Expand", "Expand")]
    [InlineData("AssignedTo", "AssignedTo")]
    [InlineData("CreatedBy", "CreatedBy")]
    public void List_is_named_after_several_things(string name, string plural) => Assert.Equal(plural, Plurals.Plural(name));

    [Theory]
    [InlineData("Spaces", "Space")]
    [InlineData("Properties", "Property")]
    [InlineData("Status", "Status")]
    [InlineData("Access", "Access")]
    [InlineData("Content", "Content")]
    public void One_of_several_is_named_after_one_thing(string name, string singular) => Assert.Equal(singular, Plurals.Singular(name));

    [Theory]
    [InlineData("Tell")]
    [InlineData("Unknown")]
    [InlineData("PageOrSpace")]
    public void Case_of_a_union_is_not_called_like_what_the_union_has_itself(string caseType) =>
        Assert.Equal(caseType + "Value", Names.UnionCase(caseType, "PageOrSpace"));
}
