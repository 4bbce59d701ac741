using System.Text.Json;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Json;

/// <summary>Types that are sent and received: the compiler asks callers for what requests must have, and reading does without.</summary>
public sealed class SharedTypeTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"number":null,"units":null}""")]
    [InlineData("""{"number":"many","units":["DAYS"]}""")]
    public void An_answer_without_what_a_request_must_have_is_read_and_goes_back_as_it_came(string json)
    {
        RetentionPeriod read = Read<RetentionPeriod>(json);

        Assert.Equal("number", Assert.Throws<ConfluenceResponseException>(() => read.Number).Member);
        Assert.Equal("units", Assert.Throws<ConfluenceResponseException>(() => read.Units).Member);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void What_a_caller_gives_is_sent() => Assert.Equal(
        """{"number":3,"units":"YEARS"}""",
        JsonSerializer.Serialize(new RetentionPeriod { Number = 3, Units = RetentionUnit.Years }));

    [Fact]
    public void A_member_that_must_be_there_and_may_be_null_is_sent_as_null() => Assert.Equal(
        """{"backgroundColor":"red","button":null,"primaryNavigation":null,"secondaryNavigation":null,"search":{"backgroundColor":"b","color":"c"}}""",
        JsonSerializer.Serialize(Header()));

    [Theory]
    [InlineData("""{"backgroundColor":"red"}""")]
    [InlineData("""{"backgroundColor":"red","button":null}""")]
    public void A_member_that_may_be_null_goes_back_as_it_came(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Read<HeaderLookAndFeel>(json)));

    [Fact]
    public void A_value_among_the_additional_properties_stands_for_the_null()
    {
        Dictionary<string, JsonElement> more = new() { ["button"] = JsonElement.Parse("1") };

        string written = JsonSerializer.Serialize(Header(more));

        Assert.Equal("""{"backgroundColor":"red","primaryNavigation":null,"secondaryNavigation":null,"search":{"backgroundColor":"b","color":"c"},"button":1}""", written);
    }

    private static HeaderLookAndFeel Header(IReadOnlyDictionary<string, JsonElement>? more = null) => new()
    {
        BackgroundColor = "red",
        Button = null,
        PrimaryNavigation = null,
        SecondaryNavigation = null,
        Search = new SearchFieldLookAndFeel { BackgroundColor = "b", Color = "c" },
        AdditionalProperties = more ?? new Dictionary<string, JsonElement>(),
    };

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json) ?? throw new InvalidOperationException("The JSON is null.");
}
