using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.Details;

public sealed class LabelTests : WritingTests
{
    [Theory]
    [InlineData("pages")]
    [InlineData("blogposts")]
    [InlineData("attachments")]
    public async Task Labels_are_put_on_and_taken_off(string segment)
    {
        string owner = OwnerOf(segment);
        string path = $"/wiki/api/v2/{segment}/{owner}/labels";
        List<string> before = await NamesAsync(path);

        Answer put = await SendAsync(HttpMethod.Post, owner, "", """[{"prefix":"global","name":"Brand-New"},{"prefix":"my","name":"own"}]""");
        Answer again = await SendAsync(HttpMethod.Post, owner, "", """{"prefix":"global","name":"brand-new"}""");

        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal(put.Json.GetProperty("results").GetRawText(), again.Json.GetProperty("results").GetRawText());
        Assert.Equal([.. before, "brand-new", "own"], await NamesAsync(path + "?limit=1"));
        Assert.Equal(["own"], await NamesAsync(path + "?prefix=my"));
        string id = (await Session.WalkIdsAsync("/wiki/api/v2/labels?limit=5"))[^2];
        Assert.Contains(owner, await Session.WalkIdsAsync($"/wiki/api/v2/labels/{id}/{segment}"));
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, owner, "?name=brand-new")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, owner, "/own")).Status);
        Assert.Equal(before, await NamesAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, owner, "/own")).Status);
    }

    [Fact]
    public async Task The_pages_of_all_labels_are_the_labels_of_all_pages()
    {
        List<(string, string)> pairs = [];
        foreach (JsonElement label in await Session.WalkAsync("/wiki/api/v2/labels?limit=5"))
        {
            string name = label.GetProperty("name").GetString() ?? "";
            pairs.AddRange((await Session.WalkIdsAsync($"/wiki/api/v2/labels/{label.GetProperty("id").GetString()}/pages?limit=3")).Select(page => (page, name)));
        }

        IEnumerable<(string, string)> expected = Session.Truth.PageIds.SelectMany(page => Session.Truth.Labels(page).Select(name => (page, name)));
        Assert.Equal(expected.Order(), pairs.Order());
        Assert.True(pairs.Count > 50, $"{pairs.Count} labels are too few to prove anything.");
    }

    [Fact]
    public async Task The_labels_of_a_space_are_those_of_its_content()
    {
        string key = Session.Truth.SpaceKeys.First();
        IEnumerable<string> expected = Session.Truth.PageIdsInSpace(key).Concat(Session.Truth.BlogPostIdsInSpace(key)).SelectMany(Session.Truth.Labels).Distinct();

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await NamesAsync($"/wiki/api/v2/spaces/{Space}/content/labels?limit=2")).Order(StringComparer.Ordinal));
        Assert.Empty(await NamesAsync($"/wiki/api/v2/spaces/{Space}/labels"));
    }

    [Theory]
    [InlineData("7", """{"prefix":"global","name":"a"}""", HttpStatusCode.NotFound, "No content found with id: ContentId{id=7}")]
    [InlineData("{page}", """{"prefix":"global","name":"a b"}""", HttpStatusCode.BadRequest, "'a b' is no name of a label")]
    [InlineData("{page}", """{"prefix":"global"}""", HttpStatusCode.BadRequest, "'' is no name of a label")]
    [InlineData("{page}", """[{"name":"a"}]""", HttpStatusCode.BadRequest, "'prefix' must be one of")]
    [InlineData("{page}", "[7]", HttpStatusCode.BadRequest, "'prefix' must be one of")]
    [InlineData("{page}", "[", HttpStatusCode.BadRequest, "no JSON")]
    public async Task What_does_not_fit_is_refused(string page, string json, HttpStatusCode status, string message)
    {
        Answer answer = await SendAsync(HttpMethod.Post, page.Replace("{page}", Session.Truth.PageIds.First(), StringComparison.Ordinal), "", json);

        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private string OwnerOf(string segment) => segment switch
    {
        "pages" => Session.Truth.PageIds.ElementAt(3),
        "blogposts" => Session.Truth.BlogPostIds.ElementAt(3),
        _ => Session.Truth.PageIds.SelectMany(Session.Truth.Attachments).First().Id,
    };

    private async Task<List<string>> NamesAsync(string path) =>
        [.. (await Session.WalkAsync(path)).Select(static label => label.GetProperty("name").GetString() ?? "")];

    private Task<Answer> SendAsync(HttpMethod method, string id, string rest, string? json = null) =>
        Session.SendAsync(method, $"/wiki/rest/api/content/{id}/label{rest}", json, static request => request.Headers.Add("X-Atlassian-Token", "no-check"));
}
