using System.Text.Json;

namespace Confluence.Generated.Tests.Corpus;

/// <summary>The comparison is what the corpus tests trust, so it is tested itself.</summary>
public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{"b":[true,null],"a":1.0}""")]
    [InlineData("""{"at":"2026-05-27T07:09:12Z"}""", """{"at":"2026-05-27T07:09:12.000+00:00"}""")]
    [InlineData("\"\\u0041\"", "\"A\"")]
    public void What_says_the_same_has_no_differences(string expected, string actual) => Assert.Empty(Between(expected, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "$.a: 1 became 2")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "$.a: 1 became \"1\"")]
    [InlineData("""{"a":null}""", "{}", "$.a: null got lost")]
    [InlineData("{}", """{"a":null}""", "$.a: null was added")]
    [InlineData("""{"a":[{"b":"x"}]}""", """{"a":[{"b":"y"}]}""", "$.a[0].b: \"x\" became \"y\"")]
    [InlineData("[1]", "[1,2]", "$: 1 items became 2")]
    [InlineData("true", "false", "$: true became false")]
    [InlineData("""{"at":"2026-05-27T07:09:12Z"}""", """{"at":"2026-05-27T07:09:13Z"}""", "$.at: \"2026-05-27T07:09:12Z\" became \"2026-05-27T07:09:13Z\"")]
    public void What_says_something_else_is_told_with_its_place(string expected, string actual, string difference) =>
        Assert.Equal(difference, Assert.Single(Between(expected, actual)));

    private static IEnumerable<string> Between(string expected, string actual) =>
        JsonDifference.Between(JsonElement.Parse(expected), JsonElement.Parse(actual));
}
