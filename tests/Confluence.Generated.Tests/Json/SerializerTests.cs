using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

/// <summary>The models work under JsonSerializer, with reflection and in a context of the user's own.</summary>
public sealed partial class SerializerTests
{
    private const string Page = """{"id":"5","status":"current","parent":null,"version":{"number":1,"x":[1.0]}}""";

    private static readonly JsonSerializerOptions s_smallBuffer = new() { DefaultBufferSize = 16 };

    [Fact]
    public void A_model_works_without_a_context()
    {
        SamplePage page = JsonSerializer.Deserialize<SamplePage>(Page)!; // The text is not null.

        Assert.Equal("5", page.Id);
        Assert.Equal("""{"id":"5","status":"current","version":{"number":1,"x":[1.0]},"parent":null}""", JsonSerializer.Serialize(page));
        Assert.Null(JsonSerializer.Deserialize<SamplePage>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<SamplePage?>(null));
    }

    [Fact]
    public async Task A_model_works_in_a_context_of_the_users_inside_other_types()
    {
        Export export = new()
        {
            Pages = [Wire.Page(Page)],
            ByStatus = new() { [SampleStatus.Current] = 3 },
            Status = SampleStatus.Current,
            NoStatus = null,
        };

        const string Expected = """{"pages":[{"id":"5","status":"current","version":{"number":1,"x":[1.0]},"parent":null}],"byStatus":{"current":3},"status":"current","noStatus":null}""";
        using MemoryStream stream = new();
        await JsonSerializer.SerializeAsync(stream, export, ExportContext.Default.Export, TestContext.Current.CancellationToken);
        Assert.Equal(Expected, System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        stream.Position = 0;
        Export again = (await JsonSerializer.DeserializeAsync(stream, ExportContext.Default.Export, TestContext.Current.CancellationToken))!; // The text is not null.
        Assert.Equal(3, again.ByStatus![SampleStatus.Current]);
        Assert.Equal(SampleStatus.Current, again.Status);
        Assert.Null(again.NoStatus);
        Assert.Equal(Expected, JsonSerializer.Serialize(again, ExportContext.Default.Export));
    }

    [Fact]
    public async Task A_stream_that_gives_one_byte_at_a_time_is_read()
    {
        string json = $"[{string.Join(',', Enumerable.Repeat(Page, 20))}]";
        await using TrickleStream stream = new(System.Text.Encoding.UTF8.GetBytes(json));

        SamplePage[] pages = (await JsonSerializer.DeserializeAsync<SamplePage[]>(stream, s_smallBuffer, TestContext.Current.CancellationToken))!; // The text is not null.
        Assert.All(pages, page => Assert.Equal("5", page.Id));
        Assert.Equal(20, pages.Length);
    }

    [Fact]
    public void A_wrong_shape_throws_a_JsonException_with_its_place()
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<SamplePage[]>("""[{},3]"""));
        Assert.StartsWith("Expected an object (SamplePage), but a number stands at byte 4 of the JSON text.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_open_enums_can_be_keys()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Dictionary<SampleVersion, int> { [new SampleVersion()] = 1 }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Dictionary<SampleVersion, int>>("""{"a":1}"""));
    }

    [Fact]
    public void The_converter_refuses_a_null()
    {
        JsonModelConverter<SamplePage> converter = new();
        using Utf8JsonWriter writer = new(Stream.Null);

        Assert.Throws<ArgumentNullException>("value", () => converter.Write(writer, null!, JsonSerializerOptions.Default)); // The null is the case under test.
        Assert.Throws<ArgumentNullException>("writer", () => converter.Write(null!, new SamplePage(), JsonSerializerOptions.Default)); // The null is the case under test.
        Assert.Throws<ArgumentNullException>("writer", () => new JsonModelConverter<SampleStatus>().WriteAsPropertyName(null!, SampleStatus.Current, JsonSerializerOptions.Default)); // The null is the case under test.
    }

    internal sealed class Export
    {
        public IReadOnlyList<SamplePage>? Pages { get; init; }

        public Dictionary<SampleStatus, int>? ByStatus { get; init; }

        public SampleStatus Status { get; init; }

        public SampleStatus? NoStatus { get; init; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Export))]
    internal sealed partial class ExportContext : JsonSerializerContext;

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..1], cancellationToken);
    }
}
