using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.Details;

public sealed class PropertyTests : WritingTests
{
    public static TheoryData<string> Owners => ["pages", "blogposts", "attachments", "comments", "spaces"];

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task A_property_is_created_read_updated_and_deleted(string segment)
    {
        string path = $"/wiki/api/v2/{segment}/{OwnerOf(segment)}/properties";
        int before = (await Session.WalkAsync(path)).Count;

        Answer created = await CreateAsync(path, "my-key", """{"a":[1,2.50,null],"ü":"x"}""");

        Assert.Equal(segment == "spaces" ? HttpStatusCode.Created : HttpStatusCode.OK, created.Status);
        string one = $"{path}/{Id(created)}";
        Assert.Equal("""{"a":[1,2.50,null],"ü":"x"}""", created.Json.GetProperty("value").GetRawText());
        Assert.Equal(created.Text, await Session.GetTextAsync(one));
        Assert.Equal("my-key", (await Session.WalkAsync(path + "?key=my-key")).Single().GetProperty("key").GetString());
        Assert.Equal(before + 1, (await Session.WalkAsync(path + "?limit=1")).Count);

        Answer updated = await UpdateAsync(one, "my-key", 2);
        Assert.Equal((HttpStatusCode.OK, 2, "7"), (updated.Status, VersionOf(updated.Json), updated.Json.GetProperty("value").GetRawText()));
        Answer stale = await UpdateAsync(one, "my-key", 2);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Version must be incremented when updating a property. Current Version: [2]. Provided version: [2]", stale.Error.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await UpdateAsync(one, "other-key", 3)).Status);

        Answer again = await CreateAsync(path, "my-key", "1");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("409", again.Error.GetProperty("status").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await Session.SendAsync(HttpMethod.Delete, one)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, one)).Status);
        Assert.Equal(before, (await Session.WalkAsync(path)).Count);
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("blogposts")]
    public async Task The_editor_has_written_properties_everywhere_and_they_can_be_changed(string segment)
    {
        string owner = OwnerOf(segment);
        string path = $"/wiki/api/v2/{segment}/{owner}/properties";

        List<JsonElement> properties = await Session.WalkAsync(path + "?limit=1&sort=-key");

        Assert.Equal(["editor", "content-appearance-published"], properties.Select(static property => property.GetProperty("key").GetString()));
        Assert.Equal(["content-appearance-published", "editor"], Session.Truth.PropertyKeys(owner));
        Assert.Equal("v2", properties[0].GetProperty("value").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await CreateAsync(path, "editor", "1")).Status);
        Assert.Equal(2, VersionOf((await UpdateAsync($"{path}/{properties[0].GetProperty("id").GetString()}", "editor", 2)).Json));
        JsonElement included = (await Session.GetAsync($"/wiki/api/v2/{segment}/{owner}?include-properties=true")).GetProperty("properties").GetProperty("results");
        Assert.Equal(2, included.GetArrayLength());
    }

    [Fact]
    public async Task A_property_of_a_space_names_its_author_as_a_real_site_does()
    {
        Answer created = await CreateAsync($"/wiki/api/v2/spaces/{Space}/properties", "k", "true");

        Assert.Equal(Session.Truth.CallerAccountId, created.Json.GetProperty("authorId").GetString());
        Assert.Single((await Session.GetAsync($"/wiki/api/v2/spaces/{Space}?include-properties=true")).GetProperty("properties").GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData("POST", "pages/{page}/properties", """{"value":1}""", HttpStatusCode.BadRequest, "'key' is required")]
    [InlineData("POST", "pages/{page}/properties", """{"key":"k"}""", HttpStatusCode.BadRequest, "'value' is required")]
    [InlineData("POST", "pages/7/properties", """{"key":"k","value":1}""", HttpStatusCode.NotFound, "Cannot find a page with id [7]")]
    [InlineData("PUT", "pages/{page}/properties/7", """{"key":"k","value":1,"version":{"number":2}}""", HttpStatusCode.NotFound, "Cannot find a property with id [7]")]
    [InlineData("PUT", "pages/{page}/properties/7", """{"key":"k","value":1}""", HttpStatusCode.BadRequest, "'version' is required")]
    [InlineData("DELETE", "spaces/7/properties/7", null, HttpStatusCode.NotFound, "Cannot find a space with id [7]")]
    public async Task What_does_not_fit_is_refused(string method, string path, string? json, HttpStatusCode status, string message)
    {
        Answer answer = await Session.SendAsync(
            new HttpMethod(method), "/wiki/api/v2/" + path.Replace("{page}", Session.Truth.PageIds.First(), StringComparison.Ordinal), json);

        Assert.Equal(status, answer.Status);
        Assert.Equal(message, answer.Error.GetProperty("title").GetString());
    }

    private string OwnerOf(string segment) => segment switch
    {
        "pages" => Session.Truth.PageIds.ElementAt(3),
        "blogposts" => Session.Truth.BlogPostIds.ElementAt(3),
        "attachments" => Session.Truth.PageIds.SelectMany(Session.Truth.Attachments).First().Id,
        "comments" => Session.Truth.PageIds.SelectMany(Session.Truth.Comments).First().Id,
        _ => Space,
    };

    private Task<Answer> CreateAsync(string path, string key, string value) =>
        Session.SendAsync(HttpMethod.Post, path, $$"""{"key":"{{key}}","value":{{value}}}""");

    private Task<Answer> UpdateAsync(string path, string key, int version) =>
        Session.SendAsync(HttpMethod.Put, path, $$"""{"key":"{{key}}","value":7,"version":{"message":"m","number":{{version}} } }""");
}
