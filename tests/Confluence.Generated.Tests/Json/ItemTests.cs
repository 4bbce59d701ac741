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
        Assert.ThrowsAny<JsonException>(() => Read("null", JsonItem.String));
        Assert.ThrowsAny<JsonException>(() => Read("{}", JsonItem.Int64));
        Assert.ThrowsAny<JsonException>(() => Read("true", JsonItem.Double));
        Assert.ThrowsAny<JsonException>(() => Read("1", JsonItem.Boolean));
        Assert.ThrowsAny<JsonException>(() => Read("5", JsonItem.DateTime));
        Assert.ThrowsAny<JsonException>(() => WriteList([double.NaN], JsonItem.Double));
        Assert.ThrowsAny<JsonException>(() => WriteList([default(JsonElement)], JsonItem.Element));
        Assert.ThrowsAny<JsonException>(() => Write(new Dictionary<string, string> { ["a"] = null! }, (writer, value) => JsonItem.Map(writer, value, JsonItem.String))); // The null is the case under test.
    }

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
