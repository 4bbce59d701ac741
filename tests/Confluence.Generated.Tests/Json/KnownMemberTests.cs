using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

public sealed class KnownMemberTests
{
    private const string Full =
        """{"id":"7","status":"current","version":{"number":3,"message":"m"},"labels":[{"number":1},{"number":2}],"body":"<p>é</p>","position":-5,"size":18753814575,"score":0.5,"starred":true,"createdAt":"2026-05-27T07:13:32.034Z","value":{"a":[1.0,null]},"tags":["x","y"],"counts":{"b":2,"a":1},"owner":{"number":9},"children":[{"id":"8"}]}""";

    [Fact]
    public void Every_kind_of_member_is_read_and_written_back_byte_for_byte()
    {
        SamplePage page = Wire.Page(Full);

        Assert.Equal("7", page.Id);
        Assert.Equal(SampleStatus.Current, page.Status);
        Assert.Equal(3, page.Version!.Number);
        Assert.Equal("m", page.Version.Message);
        Assert.Equal([1, 2], page.Labels!.Select(label => label.Number));
        Assert.Equal("<p>é</p>", page.Body);
        Assert.Equal(-5, page.Position);
        Assert.Equal(18753814575, page.Size);
        Assert.Equal(0.5, page.Score);
        Assert.True(page.Starred);
        Assert.Equal(new DateTimeOffset(2026, 5, 27, 7, 13, 32, 34, TimeSpan.Zero), page.CreatedAt);
        Assert.Equal("""{"a":[1.0,null]}""", page.Value!.Value.GetRawText());
        Assert.Equal(["x", "y"], page.Tags!);
        Assert.Equal(["b", "a"], page.Counts!.Keys);
        Assert.Equal(9, page.Owner!.Value.Known!.Number);
        Assert.Equal("8", Assert.Single(page.Children!).Id);
        Assert.Empty(page.AdditionalProperties);
        Assert.Equal(Full, Wire.Write(page));
    }

    [Fact]
    public void What_a_caller_leaves_null_is_absent()
    {
        Assert.Equal("{}", Wire.Write(new SamplePage()));
        Assert.Equal("""{"id":"1","position":0,"starred":false}""", Wire.Write(new SamplePage { Id = "1", Position = 0, Starred = false }));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("status")]
    [InlineData("version")]
    [InlineData("labels")]
    [InlineData("body")]
    [InlineData("position")]
    [InlineData("size")]
    [InlineData("score")]
    [InlineData("starred")]
    [InlineData("createdAt")]
    [InlineData("value")]
    [InlineData("tags")]
    [InlineData("counts")]
    [InlineData("owner")]
    [InlineData("children")]
    public void An_explicit_null_comes_back_as_null_and_absence_as_absence(string member)
    {
        string json = $$"""{"{{member}}":null}""";
        SamplePage page = Wire.Page(json);

        Assert.Empty(page.AdditionalProperties);
        Assert.Null(typeof(SamplePage).GetProperty(member, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public)!.GetValue(page));
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("""{"id":null,"id":"5"}""", """{"id":"5"}""")]
    [InlineData("""{"id":"5","id":null}""", """{"id":null}""")]
    [InlineData("""{"id":5,"id":"6"}""", """{"id":"6"}""")]
    [InlineData("""{"id":"6","id":5}""", """{"id":5}""")]
    [InlineData("""{"id":{},"id":"6"}""", """{"id":"6"}""")]
    [InlineData("""{"id":"6","id":{}}""", """{"id":{}}""")]
    [InlineData("""{"id":[1],"id":{}}""", """{"id":{}}""")]
    [InlineData("""{"id":[1],"position":[2],"id":[3]}""", """{"id":[3],"position":[2]}""")]
    [InlineData("""{"version":{"number":1,"x":2},"version":{"message":"a"}}""", """{"version":{"message":"a"}}""")]
    [InlineData("""{"body":"a","body":3}""", """{"body":3}""")]
    [InlineData("""{"labels":[{}],"labels":4}""", """{"labels":4}""")]
    public void Of_a_known_member_that_comes_twice_the_last_one_counts(string json, string expected) =>
        Assert.Equal(expected, Wire.Write(Wire.Page(json)));

    [Fact]
    public void Escaped_names_are_recognised()
    {
        SamplePage page = Wire.Page("""{"\u0069d":"5","st\u0061tus":"x","n\u0065w":1,"\ud83d\ude00":2,"\"":3}""");

        Assert.Equal("5", page.Id);
        Assert.Equal("x", page.Status!.Value.Value);
        Assert.Equal(["new", "\U0001F600", "\""], page.AdditionalProperties.Keys);
    }

    [Fact]
    public void A_list_whose_item_cannot_be_read_says_where_and_what()
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => Wire.Page("""{"children":[{},{"labels":[{"number":1},"no"]}]}"""));

        Assert.Equal(
            "In the member 'children': In item 1: In the member 'labels': In item 1: Expected an object (SampleVersion), but a string stands at byte 40 of the JSON text.",
            error.Message);
    }

    [Theory]
    [InlineData("""{"tags":[{}]}""", "In the member 'tags': In item 0: Expected a string, but an object stands at byte 9 of the JSON text.")]
    [InlineData("""{"counts":{"a":1.5}}""", "In the member 'counts': In the entry 'a': Expected a whole number of 64 bits, but a number that cannot be read as one stands at byte 15 of the JSON text.")]
    public void Items_that_cannot_be_read_throw(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<JsonException>(() => Wire.Page(json)).Message);

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("\"secret\"", "a string")]
    [InlineData("null", "null")]
    [InlineData("12345", "a number")]
    [InlineData("true", "a boolean")]
    public void A_body_that_is_no_object_names_the_type_and_hides_the_value(string json, string found) =>
        Assert.Equal(
            $"Expected an object (SamplePage), but {found} stands at byte 0 of the JSON text.",
            Assert.ThrowsAny<JsonException>(() => Wire.Page(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"id" """)]
    [InlineData("""{"id":"x" """)]
    [InlineData("""{"id":"x",}""")]
    [InlineData("""{"new":[1,{"a":}]}""")]
    [InlineData("""{"labels":[{"number":1}""")]
    [InlineData("""{"id":"\x"}""")]
    public void Text_that_is_not_JSON_throws_a_JsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Wire.Page(json));
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(json);
        Assert.ThrowsAny<JsonException>(() =>
        {
            Utf8JsonReader reader = new(bytes, isFinalBlock: false, default);
            return JsonItem.Model<SamplePage>(ref reader);
        });
    }

    [Fact]
    public void A_long_list_keeps_all_items_in_order()
    {
        string json = $$"""{"tags":[{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"t{i}\""))}}]}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"t{i}"), page.Tags!);
        Assert.Equal(json, Wire.Write(page));
    }

    [Fact]
    public void Of_a_map_key_that_comes_twice_the_last_value_counts() =>
        Assert.Equal("""{"counts":{"a":3,"b":2}}""", Wire.Write(Wire.Page("""{"counts":{"a":1,"b":2,"a":3}}""")));
}
