using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Json;

/// <summary>Members that answers carry: never null, and missed by those who read them when they are not there.</summary>
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
    [InlineData("""{"id":null,"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id' of the SpacePermissionAssignment is null")]
    [InlineData("""{"id":["6"],"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id' of the SpacePermissionAssignment has a value of another kind")]
    [InlineData("""{"id":"6","id":null,"principal":{"type":"user","id":"5b"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignment", "id", "'id' of the SpacePermissionAssignment is null")]
    [InlineData("""{"id":"6","principal":{"type":"user"},"operation":{"key":"read","targetType":"space"}}""", "SpacePermissionAssignmentPrincipal", "id", "lacks the member 'id'")]
    [InlineData("""{"id":"6","principal":{"type":"user","id":"5b"},"operation":{"targetType":"space"}}""", "SpacePermissionAssignmentOperation", "key", "lacks the member 'key'")]
    [InlineData("""{"id":"6","principal":{"type":"user","id":"5b"}}""", "SpacePermissionAssignment", "operation", "lacks the member 'operation'")]
    public void A_reading_that_is_checked_refuses_an_incomplete_object_with_its_type_and_member(string json, string type, string member, string what)
    {
        JsonException error = Assert.ThrowsAny<JsonException>(() => Checked(json));

        JsonMissingMemberException missing = Assert.IsType<JsonMissingMemberException>(JsonMissingMemberException.In(error));
        Assert.Equal((type, member), (missing.TypeName, missing.Member));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"principal":{},"operation":[1]}""")]
    public void Only_who_reads_the_member_learns_that_it_is_missing(string json)
    {
        SpacePermissionAssignment read = Parse(json);

        ConfluenceResponseException id = Assert.Throws<ConfluenceResponseException>(() => read.Id);
        Assert.Equal(("SpacePermissionAssignment", "id"), (id.TypeName, id.Member));
        Assert.Null(id.StatusCode);
        Assert.Contains(json == "{}" ? "The SpacePermissionAssignment lacks the member 'id'" : "The member 'id' of the SpacePermissionAssignment is null", id.Message, StringComparison.Ordinal);
        Assert.Equal("operation", Assert.Throws<ConfluenceResponseException>(() => read.Operation).Member);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void Nothing_but_reading_the_property_fails()
    {
        Page page = new();

        Assert.Equal("id", Assert.Throws<ConfluenceResponseException>(() => page.Id).Member);
        Assert.Equal("version", Assert.Throws<ConfluenceResponseException>(() => page.Version).Member);
        Assert.Equal("value", Assert.Throws<ConfluenceResponseException>(() => new BodyContent().Value).Member);
        Assert.Equal("{}", JsonSerializer.Serialize(page));
        Assert.Equal("""{"id":""}""", JsonSerializer.Serialize(new Page { Id = "" }));
        Assert.NotEmpty(page.ToString() ?? "");
        Assert.True(page.Equals(page));
    }

    [Fact]
    public void What_a_caller_must_set_need_not_come_either()
    {
        V1.Models.AuditRecordCreate read = JsonSerializer.Deserialize<V1.Models.AuditRecordCreate>("{}")!; // The JSON is an object.

        Assert.Equal("remoteAddress", Assert.Throws<ConfluenceResponseException>(() => read.RemoteAddress).Member);
        Assert.Equal("{}", JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("""{"principal":{"type":"user","id":"5b"},"id":"6","operation":{"key":"read","targetType":"space"}}""")]
    public void The_check_ends_with_the_reading_even_when_it_fails(string complete)
    {
        Assert.Equal("6", Checked(complete).Id);
        Assert.ThrowsAny<JsonException>(() => Checked("""{"id":"6",]"""));

        Assert.False(ResponseValidation.IsOn);
        Assert.NotNull(Parse("{}"));
    }

    [Theory]
    [InlineData("""{"results":[null,{"accountId":"1"},null]}""", 1)]
    [InlineData("""{"results":[null]}""", 0)]
    public void A_null_in_a_list_is_left_out_and_written_back(string json, int count)
    {
        V1.Models.UserCollection read = JsonSerializer.Deserialize<V1.Models.UserCollection>(json)!; // The JSON is an object.

        Assert.Equal(count, read.Results.Count);
        Assert.DoesNotContain(null, read.Results);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void A_null_that_a_list_left_out_is_none_of_the_next_lists()
    {
        Utf8JsonReader reader = new("[null,\"a\"]"u8);
        Assert.Equal(["a"], JsonItem.List(ref reader, JsonItem.String));

        bool outer = JsonItem.BeginSkips();
        Utf8JsonReader next = new("[\"b\"]"u8);
        Assert.Equal(["b"], JsonItem.List(ref next, JsonItem.String));
        Assert.False(JsonItem.EndSkips(outer));

        // And the list around it still knows of its own.
        Assert.True(JsonItem.EndSkips(outer: false));
        Assert.False(JsonItem.BeginSkips());
    }

    private static SpacePermissionAssignment Parse(string json) =>
        JsonSerializer.Deserialize<SpacePermissionAssignment>(json) ?? throw new InvalidOperationException("The JSON is null.");

    private static SpacePermissionAssignment Checked(string json)
    {
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json));
        return ResponseValidation.Read(ref reader, JsonItem.Model<SpacePermissionAssignment>);
    }
}
