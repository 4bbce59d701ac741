using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

public sealed class WritingTests
{
    [Fact]
    public void The_default_of_an_enum_is_refused_and_the_member_named()
    {
        JsonException error = Assert.Throws<JsonException>(() => Wire.Write(new SamplePage { Status = default(SampleStatus) }));
        Assert.Equal("The member 'status' cannot be written as JSON: it is the default SampleStatus, which stands for no value. Leave the member null or give it a value.", error.Message);
    }

    [Fact]
    public void The_default_JsonElement_is_refused_and_the_member_named()
    {
        JsonException error = Assert.Throws<JsonException>(() => Wire.Write(new SamplePage { Value = default(JsonElement) }));
        Assert.Equal("The member 'value' cannot be written as JSON: its JsonElement is the default one, which holds nothing.", error.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_JSON_lacks_are_refused_and_the_member_named(double value)
    {
        JsonException error = Assert.Throws<JsonException>(() => Wire.Write(new SamplePage { Score = value }));
        Assert.Equal("The member 'score' cannot be written as JSON: JSON has no infinity and no NaN.", error.Message);
    }

    [Fact]
    public void A_null_item_is_refused_and_its_place_named()
    {
        JsonException error = Assert.Throws<JsonException>(() => Wire.Write(new SamplePage { Tags = ["a", null!] })); // The null is the case under test.
        Assert.Equal("In the member 'tags': In item 1: The value cannot be written as JSON: it is null. Leave it out of the list.", error.Message);
    }

    [Fact]
    public void A_map_that_cannot_be_written_is_named()
    {
        JsonModelState state = default;
        Dictionary<string, string> map = new() { ["key"] = null! }; // The null is the case under test.
        using Utf8JsonWriter writer = new(new MemoryStream());
        writer.WriteStartObject();

        JsonException error = Assert.Throws<JsonException>(() => state.Map(writer, 0, "labels"u8, map, JsonItem.String));

        Assert.Equal("In the member 'labels': In the entry 'key': The value cannot be written as JSON: it is null. Leave the entry out.", error.Message);
    }

    [Fact]
    public void A_fault_deep_inside_names_the_way_to_it()
    {
        SamplePage page = new() { Children = [new SamplePage(), new SamplePage { Score = double.NaN }] };
        Assert.StartsWith("In the member 'children': In item 1: The member 'score'", Assert.Throws<JsonException>(() => Wire.Write(page)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_encoder_gives_the_same_values()
    {
        SamplePage page = Wire.Page("""{"id":"<é>+","body":"<é>","createdAt":"2026-01-02T03:04:05+02:00","né\u0022w":"<é>"}""");

        foreach (JavaScriptEncoder encoder in new[] { JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        {
            string written = Wire.Write(page, encoder);
            using JsonDocument document = JsonDocument.Parse(written);
            Assert.Equal("<é>+", document.RootElement.GetProperty("id").GetString());
            Assert.Equal("<é>", document.RootElement.GetProperty("body").GetString());
            Assert.Equal("<é>", document.RootElement.GetProperty("né\"w").GetString());
            Assert.Contains("\"2026-01-02T03:04:05+02:00\"", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unread_body_is_passed_on_and_a_read_one_is_written_anew()
    {
        SamplePage page = Wire.Page("""{"body":"\u0061\/b"}""");

        Assert.Equal("""{"body":"\u0061\/b"}""", Wire.Write(page));
        Assert.Equal("a/b", page.Body);
        Assert.Equal("""{"body":"a/b"}""", Wire.Write(page));
        Assert.Same(page.Body, page.Body);
    }

    [Fact]
    public void Half_a_surrogate_pair_of_a_caller_becomes_a_replacement()
    {
        byte[] written = Wire.WriteBytes(new SamplePage { Id = "a\ud83d", Body = "\ude00" });
        using JsonDocument document = JsonDocument.Parse(written);

        Assert.Equal("a\uFFFD", document.RootElement.GetProperty("id").GetString());
        Assert.Equal("\uFFFD", document.RootElement.GetProperty("body").GetString());
    }

    [Fact]
    public void An_indenting_writer_gives_valid_JSON()
    {
        SamplePage page = Wire.Page("""{"id":5,"version":{"number":1,"x":[1,2]},"tags":["a"],"b":{"c":1}}""");
        string indented = JsonSerializer.Serialize(page, IndentedOptions);

        Assert.Contains("\n", indented, StringComparison.Ordinal);
        Assert.Equal("""{"id":5,"version":{"number":1,"x":[1,2]},"tags":["a"],"b":{"c":1}}""", Wire.Write(Wire.Page(indented)));
    }

    [Fact]
    public void Text_of_any_length_survives()
    {
        foreach (int length in new[] { 0, 1, 47, 48, 49, 255, 256, 257, 100_000 })
        {
            StringBuilder text = new();
            for (int i = 0; text.Length < length; i++)
            {
                text.Append((char)('a' + (i % 26)));
            }

            SamplePage page = new() { Id = text.ToString(), Body = text.ToString() };
            SamplePage again = Wire.Read<SamplePage>(Wire.WriteBytes(page));
            Assert.Equal(page.Id, again.Id);
            Assert.Equal(page.Body, again.Body);
        }
    }

    private static readonly JsonSerializerOptions IndentedOptions = new() { WriteIndented = true };
}
