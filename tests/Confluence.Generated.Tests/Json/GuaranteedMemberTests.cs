using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Json;

/// <summary>Members that every answer carries: never null, and missed when they are not there.</summary>
public sealed class GuaranteedMemberTests
{
    private const string Complete = """{"id":"6","principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""";

    [Fact]
    public void A_complete_object_is_read()
    {
        SpacePermissionAssignment read = Parse(Complete);

        Assert.Equal(("6", "5b", "read"), (read.Id, read.Principal.Id, read.Operation.Key.Value));
        Assert.Equal(Complete, JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("""{"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "lacks the member 'id'")]
    [InlineData("""{"id":null,"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id' is null")]
    [InlineData("""{"id":["6"],"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id', which must be there, has a value of another kind")]
    [InlineData("""{"id":"6","id":null,"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id' is null")]
    [InlineData("""{"id":"6","principal":{"type":"user"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignmentPrincipal", "id", "lacks the member 'id'")]
    [InlineData("""{"id":"6","principal":{"type":"user","id":"5b"},"operation":{"targetType":"space"}}""", "SpacePermissionAssignmentOperation", "key", "lacks the member 'key'")]
    [InlineData("""{"id":"6","principal":{"type":"user","id":"5b"}}""", "SpacePermissionAssignment", "operation", "lacks the member 'operation'")]
    public void An_incomplete_object_is_refused_with_its_type_and_member(string json, string type, string member, string what)
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => Parse(json));

        JsonMissingMemberException missing = Assert.IsType<JsonMissingMemberException>(JsonMissingMemberException.In(error));
        Assert.Equal((type, member), (missing.TypeName, missing.Member));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "SpacePermissionAssignment.id, SpacePermissionAssignment.principal, SpacePermissionAssignment.operation")]
    [InlineData("""{"id":null,"principal":{},"operation":[1]}""", "SpacePermissionAssignmentPrincipal.type, SpacePermissionAssignmentPrincipal.id, SpacePermissionAssignment.id, SpacePermissionAssignment.operation")]
    public void A_lenient_reading_does_without_and_takes_note(string json, string noted)
    {
        LenientReading lenient = new();

        SpacePermissionAssignment read = Parse(json, lenient);

        Assert.Equal(("", "", ""), (read.Id, read.Principal.Id, read.Operation.Key.Value));
        Assert.Equal(noted, lenient.ToString());
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void A_note_is_counted_not_repeated()
    {
        LenientReading lenient = new();
        Utf8JsonReader reader = new("""[{"id":"1"},{},{"id":"3"},{}]"""u8);

        lenient.Read(ref reader, static (ref Utf8JsonReader items) => JsonItem.List<Space>(ref items, JsonItem.Model<Space>));

        Assert.Equal("Space.key (4 times), Space.name (4 times), Space.type (4 times), Space.status (4 times), Space.id (2 times)", lenient.ToString());
    }

    [Fact]
    public void Leniency_ends_with_the_reading_even_when_it_fails()
    {
        Assert.ThrowsAny<JsonException>(() => Parse("""{"id":"6",]""", new LenientReading()));

        Assert.Null(LenientReading.Current);
        Assert.ThrowsAny<JsonException>(() => Parse("{}"));
    }

    [Fact]
    public void An_object_made_without_them_has_empty_values_and_writes_none()
    {
        Page page = new();

        Assert.Equal(("", "", default, 0), (page.Id, page.Status.Value, page.CreatedAt, page.Version.Number));
        Assert.Equal("", new BodyContent().Value);
        Assert.Equal("{}", JsonSerializer.Serialize(page));
        Assert.Equal("""{"id":""}""", JsonSerializer.Serialize(new Page { Id = "" }));
    }

    private static SpacePermissionAssignment Parse(string json) =>
        JsonSerializer.Deserialize<SpacePermissionAssignment>(json) ?? throw new InvalidOperationException("The JSON is null.");

    private static SpacePermissionAssignment Parse(string json, LenientReading lenient)
    {
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json));
        return lenient.Read(ref reader, JsonItem.Model<SpacePermissionAssignment>);
    }
}
