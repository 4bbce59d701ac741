using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Shapes;

/// <summary>What is said of content by its interface, and what is not there.</summary>
public sealed class ContentShapeTests
{
    public static TheoryData<string> Content => [.. Samples.Of<IContent>().Select(static type => type.Name)];

    [Theory]
    [MemberData(nameof(Content))]
    public void Every_kind_of_content_is_told_by_one_interface(string name)
    {
        Type type = Samples.Of<IContent>().Single(type => type.Name == name);
        IContent content = Samples.Read<IContent>(type, Samples.Whole);

        Assert.Equal(("7", "Plan", "current", "10", "ann"), (content.Id, content.Title, content.Status.ToString(), content.SpaceId, content.AuthorId));
        Assert.Equal((new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), 3), (content.CreatedAt, content.Version.Number));
        Assert.Equal("https://site.example/wiki/x", content.Links.GetWebUrl()?.AbsoluteUri);
        Assert.Equal(type.GetProperty("ParentId") is null ? null : "6", content.ParentId);
        Assert.Equal(type.GetProperty("ParentType") is null ? null : "folder", content.ParentType?.Value);
        Assert.Equal(type.GetProperty("Body") is null ? null : "<p>Hm</p>", content.Body?.Storage?.Value);
    }

    [Theory]
    [MemberData(nameof(Content))]
    public void What_did_not_come_fails_where_it_is_read_or_is_null_where_null_is_told(string name)
    {
        IContent content = Samples.Read<IContent>(Samples.Of<IContent>().Single(type => type.Name == name), "{}");
        Func<object?>[] never = [() => content.Id, () => content.Status, () => content.SpaceId, () => content.AuthorId, () => content.CreatedAt, () => content.Version, () => content.Links];

        Assert.All(never, read => Assert.Contains(name, Assert.Throws<ConfluenceResponseException>(read).Message, StringComparison.Ordinal));
        Assert.Equal((null, null, null, null), (content.Title, content.ParentId, content.ParentType, content.Body));
        Assert.Equal("{}", JsonSerializer.Serialize(content));
        Assert.NotEqual("", content.ToString());
        Assert.Equal(content, content);
    }

    [Fact]
    public void It_is_written_as_its_class_is_with_all_that_arrived()
    {
        IContent[] content = [.. Samples.Of<IContent>().Select(static type => Samples.Read<IContent>(type, Samples.Whole))];
        string text = JsonSerializer.Serialize(content);

        Assert.Equal(content.Length, JsonNode.Parse(text)?.AsArray().Count);
        Assert.Equal($"[{string.Join(',', content.Select(static item => JsonSerializer.Serialize(item, item.GetType())))}]", text);
        Assert.Equal(JsonSerializer.Serialize((Page)content.Single(static item => item is Page)), JsonSerializer.Serialize((IVersioned)content.Single(static item => item is Page)));
        Assert.Equal("{\"Last\":null}", JsonSerializer.Serialize(new Holder(null)));
    }

    [Fact]
    public void It_cannot_be_read_and_the_error_says_why()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<IContent>(Samples.Whole));

        Assert.StartsWith("IContent is what several classes have in common", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stand_in_of_a_test_is_written_by_its_own_contract() =>
        Assert.Equal("""{"Number":1,"AuthorId":"ann","CreatedAt":"2026-01-01T00:00:00+00:00","Message":null,"MinorEdit":false}""", JsonSerializer.Serialize<IVersion>(new FakeVersion()));

    [Fact]
    public void Versions_of_all_kinds_of_things_are_told_alike()
    {
        const string Json = """{"number":2,"authorId":"ann","createdAt":"2026-01-01T00:00:00Z","message":"typos","minorEdit":true}""";

        Assert.Equal(7, Samples.Of<IVersion>().Count);
        Assert.All(Samples.Of<IVersion>(), static type =>
        {
            IVersion version = Samples.Read<IVersion>(type, Json);
            Assert.Equal((2, "ann", "typos", true), (version.Number, version.AuthorId, version.Message, version.MinorEdit));
        });
    }

    private sealed record Holder(IContent? Last);

    private sealed record FakeVersion : IVersion
    {
        [JsonPropertyOrder(1)]
        public int Number => 1;

        [JsonPropertyOrder(2)]
        public string AuthorId => "ann";

        [JsonPropertyOrder(3)]
        public DateTimeOffset CreatedAt => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        [JsonPropertyOrder(4)]
        public string? Message => null;

        [JsonPropertyOrder(5)]
        public bool MinorEdit => false;
    }
}
