using System.Text;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

/// <summary>Values of another kind than declared: what the model shows, and that the wire form survives.</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("1.0", "1.0")]
    [InlineData("-1E+5", "-1E+5")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void A_literal_where_text_is_declared_gives_its_text(string raw, string expected)
    {
        string json = $$"""{"id":{{raw}},"status":{{raw}},"body":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.Id);
        Assert.Equal(expected, page.Status!.Value.Value);
        Assert.Equal(expected, page.Body);
        Assert.Empty(page.AdditionalProperties);
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("\"5\"", 5)]
    [InlineData("\"-5\"", -5)]
    [InlineData("\"\\u0035\"", 5)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("-0", 0)]
    [InlineData("0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("-2147483648.0", int.MinValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void Whole_numbers_in_other_forms_are_read(string raw, int expected)
    {
        string json = $$"""{"position":{{raw}},"size":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.Position);
        Assert.Equal(expected, page.Size);
        Assert.Empty(page.AdditionalProperties);
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("position", "2147483648")]
    [InlineData("position", "-2147483649")]
    [InlineData("position", "\"2147483648\"")]
    [InlineData("position", "1.5")]
    [InlineData("position", "1e400")]
    [InlineData("position", "\"\"")]
    [InlineData("position", "\" 5\"")]
    [InlineData("position", "\"1,000\"")]
    [InlineData("position", "true")]
    [InlineData("position", "{\"a\":[1.0]}")]
    [InlineData("size", "9223372036854775808")]
    [InlineData("size", "1e30")]
    [InlineData("size", "[]")]
    [InlineData("score", "1e999")]
    [InlineData("score", "\"NaN\"")]
    [InlineData("score", "\"Infinity\"")]
    [InlineData("score", "\"1,5\"")]
    [InlineData("score", "[1]")]
    [InlineData("starred", "1")]
    [InlineData("starred", "\"True\"")]
    [InlineData("starred", "\"\\ud83d\"")]
    [InlineData("starred", "\"truetruetruetruetruetruetruetruetruetruetruetruetruetruetruetruetrue\"")]
    [InlineData("starred", "{}")]
    [InlineData("id", "{\"x\":1.50}")]
    [InlineData("id", "[]")]
    [InlineData("status", "[\"current\"]")]
    [InlineData("body", "{\"storage\":{}}")]
    [InlineData("createdAt", "1716793200000")]
    [InlineData("createdAt", "\"yesterday\"")]
    [InlineData("createdAt", "\"\"")]
    [InlineData("version", "\"3\"")]
    [InlineData("version", "[{\"number\":1}]")]
    [InlineData("labels", "{\"results\":[]}")]
    [InlineData("labels", "false")]
    [InlineData("tags", "\"x\"")]
    [InlineData("counts", "[1]")]
    public void A_value_that_cannot_be_read_gives_null_and_stays_in_sight(string member, string raw)
    {
        string json = $$"""{"{{member}}":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        object? value = typeof(SamplePage).GetProperties().Single(property => property.Name.Equals(member, StringComparison.OrdinalIgnoreCase)).GetValue(page);
        Assert.Null(value);
        Assert.Equal(raw, page.AdditionalProperties[member].GetRawText());
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1", 1)]
    [InlineData("0.1", 0.1)]
    [InlineData("1e2", 100)]
    [InlineData("-0", -0.0)]
    [InlineData("0.10000000000000000000001", 0.1)]
    [InlineData("12345678901234567890.123", 12345678901234567890.123)]
    [InlineData("\"2.5\"", 2.5)]
    [InlineData("\"1e2\"", 100)]
    public void Numbers_keep_their_digits(string raw, double expected)
    {
        string json = $$"""{"score":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.Score);
        Assert.Empty(page.AdditionalProperties);
        Assert.Equal(json, Wire.Write(page));
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"tru\\u0065\"", true)]
    public void Booleans_as_text_are_read(string raw, bool expected)
    {
        string json = $$"""{"starred":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.Starred);
        Assert.Equal(json, Wire.Write(page));
    }

    [Fact]
    public void An_empty_enum_value_that_arrived_goes_back()
    {
        SamplePage page = Wire.Page("""{"status":""}""");

        Assert.Equal("", page.Status!.Value.Value);
        Assert.Equal("""{"status":""}""", Wire.Write(page));
    }

    [Theory]
    [InlineData("\"a\\ud83d\"", "a\uFFFD")]
    [InlineData("\"\\ude00b\"", "\uFFFDb")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\\n\\/\\\"\\\\\\b\\f\\r\\t\"", "\uFFFD\U0001F600\n/\"\\\b\f\r\t")]
    public void Half_a_surrogate_pair_is_shown_as_a_replacement_and_survives(string raw, string expected)
    {
        string json = $$"""{"id":{{raw}},"status":{{raw}},"body":{{raw}},"new":{{raw}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(expected, page.Id);
        Assert.Equal(expected, page.Status!.Value.Value);
        Assert.Equal(expected, page.Body);
        Assert.Equal("new", Assert.Single(page.AdditionalProperties).Key);
        Assert.Equal(json, Wire.Write(page));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_shown_as_replacements_and_survive()
    {
        byte[] json = [.. "{\"id\":\"a"u8, 0xFF, .. "\",\"status\":\""u8, 0xC3, .. "\",\"body\":\""u8, 0x80, .. "\",\"new\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8];
        SamplePage page = Wire.Read<SamplePage>(json);

        Assert.Equal("a\uFFFD", page.Id);
        Assert.Equal("\uFFFD", page.Status!.Value.Value);
        Assert.Equal("\uFFFD", page.Body);
        Assert.Equal(json, Wire.WriteBytes(page));
    }

    [Fact]
    public void Names_that_are_not_valid_Unicode_do_not_stop_the_reading()
    {
        byte[] json = [.. "{\"\\ud83d\":1,\"i"u8, 0xFF, .. "\":2,\"counts\":{\"\\ude00\":3},\"id\":\"5\"}"u8];
        SamplePage page = Wire.Read<SamplePage>(json);

        Assert.Equal("5", page.Id);
        Assert.Equal(["\uFFFD", "i\uFFFD"], page.AdditionalProperties.Keys);
        Assert.Equal(3, page.Counts!["\uFFFD"]);
        Assert.Equal("{\"id\":\"5\",\"counts\":{\"\uFFFD\":3},\"\uFFFD\":1,\"i\uFFFD\":2}", Encoding.UTF8.GetString(Wire.WriteBytes(page)));
    }

    [Fact]
    public void Items_of_lists_take_the_declared_kind() =>
        Assert.Equal("""{"tags":["1.0","true","a"],"counts":{"a":5}}""", Wire.Write(Wire.Page("""{"tags":[1.0,true,"a"],"counts":{"a":"5"}}""")));
}
