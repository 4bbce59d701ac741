using System.Buffers;
using System.Text;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

/// <summary>Whole bodies, lists and maps that stand alone.</summary>
public sealed class ItemTests
{
    [Fact]
    public void Scalar_bodies_are_read_from_the_start_of_the_text()
    {
        Assert.Equal("a", Read("\"a\"", JsonItem.String));
        Assert.Equal("1.50", Read("1.50", JsonItem.String));
        Assert.Equal(5, Read("\"5\"", JsonItem.Int32));
        Assert.Equal(5_000_000_000, Read("5000000000", JsonItem.Int64));
        Assert.Equal(0.5, Read("0.5", JsonItem.Double));
        Assert.True(Read("true", JsonItem.Boolean));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Read("\"2026-01-02T03:04:05Z\"", JsonItem.DateTime));
        Assert.Equal(JsonValueKind.Null, Read("null", JsonItem.Element).ValueKind);
        Assert.Equal("current", Read("\"current\"", JsonItem.Model<SampleStatus>).Value);
    }

    [Fact]
    public void Bodies_of_lists_and_maps_are_read_and_written()
    {
        const string Json = """[[1,2],[],[3]]""";
        IReadOnlyList<IReadOnlyList<int>> lists = Read(Json, ReadLists);
        Assert.Equal(Json, Write(lists, (writer, value) => JsonItem.List(writer, value, (inner, list) => JsonItem.List(inner, list, JsonItem.Int32))));

        const string Map = """{"b":{"id":"1"},"a":{"id":"2","x":1.0}}""";
        IReadOnlyDictionary<string, SamplePage> pages = Read(Map, ReadPages);
        Assert.Equal(Map, Write(pages, (writer, value) => JsonItem.Map(writer, value, JsonItem.Model)));
    }

    [Fact]
    public void Scalars_are_written()
    {
        Assert.Equal("[\"a\"]", WriteList(["a"], JsonItem.String));
        Assert.Equal("[1.5]", WriteList([1.5], JsonItem.Double));
        Assert.Equal("[true]", WriteList([true], JsonItem.Boolean));
        Assert.Equal("[7]", WriteList([7L], JsonItem.Int64));
        Assert.Equal("[1e2,null]", WriteList(Read("[1e2,null]", ReadElements), JsonItem.Element));
        Assert.Equal(
            "[\"2026-01-02T03:04:05+01:00\"]",
            WriteList([new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))], JsonItem.DateTime));
    }

    [Theory]
    [InlineData("{}", "Expected an array, but an object stands at byte 0 of the JSON text.")]
    [InlineData("null", "Expected an array, but null stands at byte 0 of the JSON text.")]
    [InlineData("[[1],2]", "In item 1: Expected an array, but a number stands at byte 5 of the JSON text.")]
    [InlineData("[[1],[2,\"x\"]]", "In item 1: In item 1: Expected a whole number of 32 bits, but a string that cannot be read as one stands at byte 8 of the JSON text.")]
    public void A_wrong_body_says_what_stood_there(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<JsonException>(() => Read(json, ReadLists)).Message);

    [Theory]
    [InlineData("[]", "Expected an object, but an array stands at byte 0 of the JSON text.")]
    [InlineData("{\"a\":1}", "In the entry 'a': Expected an object (SamplePage), but a number stands at byte 5 of the JSON text.")]
    public void A_wrong_map_says_what_stood_there(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<JsonException>(() => Read(json, ReadPages)).Message);

    [Fact]
    public void Broken_text_inside_a_list_keeps_its_line()
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => Read("[[1],\n[2,}]]", ReadLists));

        Assert.StartsWith("In item 1: In item 1: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.LineNumber);
    }

    [Fact]
    public void Scalars_of_the_wrong_kind_throw()
    {
        Assert.Equal("Expected a string, but null stands at byte 0 of the JSON text.", Refusal(() => Read("null", JsonItem.String)));
        Assert.Equal("Expected a whole number of 64 bits, but an object that cannot be read as one stands at byte 0 of the JSON text.", Refusal(() => Read("{}", JsonItem.Int64)));
        Assert.Equal("Expected a number, but a boolean that cannot be read as one stands at byte 0 of the JSON text.", Refusal(() => Read("true", JsonItem.Double)));
        Assert.Equal("Expected a boolean, but a number that cannot be read as one stands at byte 0 of the JSON text.", Refusal(() => Read("1", JsonItem.Boolean)));
        Assert.Equal("Expected a date and time in ISO 8601, but a number that cannot be read as one stands at byte 0 of the JSON text.", Refusal(() => Read("5", JsonItem.DateTime)));
        Assert.Equal("In item 0: The value cannot be written as JSON: JSON has no infinity and no NaN.", Refusal(() => WriteList([double.NaN], JsonItem.Double)));
        Assert.Equal(
            "In item 0: The value cannot be written as JSON: the JsonElement is the default one, which holds nothing.",
            Refusal(() => WriteList([default(JsonElement)], JsonItem.Element)));
        Assert.Equal(
            "In the entry 'a': The value cannot be written as JSON: it is null. Leave the entry out.",
            Refusal(() => Write(new Dictionary<string, string> { ["a"] = null! }, (writer, value) => JsonItem.Map(writer, value, JsonItem.String)))); // The null is the case under test.
        Assert.Equal(
            "The value cannot be written as JSON: it is the default SampleStatus, which stands for no value.",
            Refusal(() => Write(0, (writer, _) => JsonItem.Enum(writer, null, "SampleStatus"))));
    }

    [Theory]
    [InlineData("{}", 1, "an object")]
    [InlineData("{}", 2, "the end of an object")]
    [InlineData("[]", 1, "an array")]
    [InlineData("[]", 2, "the end of an array")]
    [InlineData("{\"a\":1}", 2, "a member name")]
    [InlineData("\"a\"", 1, "a string")]
    [InlineData("1", 1, "a number")]
    [InlineData("true", 1, "a boolean")]
    [InlineData("false", 1, "a boolean")]
    [InlineData("null", 1, "null")]
    [InlineData("null", 0, "no value")]
    public void Whatever_stands_there_has_a_name(string json, int tokens, string name)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        for (int i = 0; i < tokens; i++)
        {
            reader.Read();
        }

        Assert.StartsWith($"Expected x, but {name} stands at byte ", JsonErrors.Expected("x", ref reader).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_ends_too_early_says_where()
    {
        Utf8JsonReader reader = new("[1,2"u8, isFinalBlock: false, state: default);
        string? message = null;
        try
        {
            ReadList(ref reader);
        }
        catch (JsonException error)
        {
            message = error.Message;
        }

        Assert.Equal("In item 1: The JSON text ends at byte 2, before the value is complete.", message);
    }

    [Fact]
    public void Items_that_may_be_null_are_read_and_written()
    {
        IReadOnlyList<int?> numbers = Read("[1,null,3]", ReadNumbersOrNulls);

        Assert.Equal([1, null, 3], numbers);
        Assert.Equal("[1,null,3]", WriteList(numbers, static (writer, value) => JsonItem.OrNull(writer, value, JsonItem.Int32)));
    }

    [Fact]
    public void Text_that_does_not_fit_or_is_no_text_is_not_copied()
    {
        foreach ((string json, int length) in new[] { ("\"abc\"", 3), ("\"abcd\"", 4), ("\"abcde\"", -1), ("\"\\ud83d\"", -1) })
        {
            Utf8JsonReader reader = Wire.OnFirstToken(json);

            Assert.Equal(length, JsonCursor.CopyShortText(ref reader, new byte[json[1] == '\\' ? 10 : 4]));
        }
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", false)]
    [InlineData("7", true)]
    [InlineData("7.0", false)]
    [InlineData("\"7\"", false)]
    public void Only_a_number_that_would_be_written_otherwise_has_to_be_remembered(string json, bool isExact)
    {
        Utf8JsonReader whole = Wire.OnFirstToken(json);

        Assert.True(JsonNumbers.TryReadInt32(ref whole, out int number, out bool exact));
        Assert.Equal(isExact, exact);
        Assert.True(JsonNumbers.TryReadInt64(ref whole, out long _, out exact));
        Assert.Equal(isExact, exact);

        // In pieces: cut before the last byte of the number, and after it.
        foreach (int cut in new[] { json.Length, json.Length + 1 })
        {
            Utf8JsonReader parts = new(Wire.Split(Encoding.UTF8.GetBytes($"[{json}]"), cut));
            parts.Read();
            parts.Read();

            Assert.True(JsonNumbers.TryReadInt32(ref parts, out int again, out exact));
            Assert.Equal((number, isExact), (again, exact));
        }
    }

    [Theory]
    [InlineData("true", true, true)]
    [InlineData("false", false, true)]
    [InlineData("\"true\"", true, false)]
    [InlineData("\"false\"", false, false)]
    [InlineData("\"f\\u0061lse\"", false, false)]
    public void Only_a_boolean_that_came_as_text_has_to_be_remembered(string json, bool expected, bool isExact)
    {
        Utf8JsonReader reader = Wire.OnFirstToken(json);

        Assert.True(JsonNumbers.TryReadBoolean(ref reader, out bool value, out bool exact));
        Assert.Equal((expected, isExact), (value, exact));
    }

    private static string Refusal(Func<object?> use) => Assert.ThrowsAny<JsonException>(use).Message;

    private static IReadOnlyList<int?> ReadNumbersOrNulls(ref Utf8JsonReader reader) =>
        JsonItem.List(ref reader, static (ref Utf8JsonReader item) => JsonItem.OrNull<int>(ref item, JsonItem.Int32));

    private static IReadOnlyList<IReadOnlyList<int>> ReadLists(ref Utf8JsonReader reader) => JsonItem.List(ref reader, ReadList);

    private static IReadOnlyList<int> ReadList(ref Utf8JsonReader reader) => JsonItem.List<int>(ref reader, JsonItem.Int32);

    private static IReadOnlyList<JsonElement> ReadElements(ref Utf8JsonReader reader) => JsonItem.List<JsonElement>(ref reader, JsonItem.Element);

    private static IReadOnlyDictionary<string, SamplePage> ReadPages(ref Utf8JsonReader reader) => JsonItem.Map<SamplePage>(ref reader, JsonItem.Model<SamplePage>);

    private static T Read<T>(string json, JsonItemReader<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        T value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    private static string WriteList<T>(IReadOnlyList<T> items, JsonItemWriter<T> item) => Write(items, (writer, value) => JsonItem.List(writer, value, item));

    private static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
