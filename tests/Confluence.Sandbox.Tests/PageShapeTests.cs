using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.Tests;

public sealed class PageShapeTests : IAsyncLifetime
{
    private static readonly string[] s_listed =
    [
        "parentType", "parentId", "createdAt", "ownerId", "lastOwnerId", "authorId", "position", "id", "version", "spaceId", "status", "title",
        "body", "_links",
    ];

    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() => _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 250, Users = 70, Spaces = 5 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task A_listed_page_has_the_members_of_a_real_one()
    {
        JsonElement page = (await _session.GetAsync("/wiki/api/v2/pages?limit=10")).GetProperty("results")[9];

        Assert.Equal(s_listed, page.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("{}", page.GetProperty("body").GetRawText());
        Assert.Equal("page", page.GetProperty("parentType").GetString());
        Assert.Equal(["number", "message", "minorEdit", "authorId", "createdAt", "ncsStepVersion"], page.GetProperty("version").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["editui", "webui", "edituiv2", "tinyui"], page.GetProperty("_links").EnumerateObject().Select(static member => member.Name));
        Assert.True(long.Parse(page.GetProperty("id").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture) > int.MaxValue);
    }

    [Fact]
    public async Task A_homepage_has_no_parent_and_a_web_link_of_its_own()
    {
        JsonElement space = (await _session.GetAsync("/wiki/api/v2/spaces?limit=1")).GetProperty("results")[0];
        JsonElement page = await _session.GetAsync("/wiki/api/v2/pages/" + space.GetProperty("homepageId").GetString());

        Assert.Equal(JsonValueKind.Null, page.GetProperty("parentId").ValueKind);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("parentType").ValueKind);
        Assert.Equal($"/spaces/{space.GetProperty("key").GetString()}/overview", page.GetProperty("_links").GetProperty("webui").GetString());
        Assert.Equal(_session.Sandbox.BaseAddress + "wiki", page.GetProperty("_links").GetProperty("base").GetString());
    }

    [Theory]
    [InlineData("storage")]
    [InlineData("atlas_doc_format")]
    [InlineData("view")]
    [InlineData("export_view")]
    [InlineData("anonymous_export_view")]
    [InlineData("styled_view")]
    [InlineData("editor")]
    public async Task Only_the_representation_asked_for_comes(string format)
    {
        JsonElement body = (await _session.GetAsync($"/wiki/api/v2/pages/{_session.Truth.PageIds.Last()}?body-format={format}")).GetProperty("body");

        Assert.Equal([format], body.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(format, body.GetProperty(format).GetProperty("representation").GetString());
        Assert.NotEqual("", body.GetProperty(format).GetProperty("value").GetString());
    }

    [Fact]
    public async Task All_storage_bodies_are_well_formed_and_hold_macros_mentions_quotes_and_other_scripts()
    {
        List<string> bodies = [];
        foreach (JsonElement page in await _session.WalkAsync("/wiki/api/v2/pages?limit=100&body-format=storage"))
        {
            string value = page.GetProperty("body").GetProperty("storage").GetProperty("value").GetString() ?? "";
            XElement parsed = XElement.Parse($"<body xmlns:ac=\"ac\" xmlns:ri=\"ri\">{value}</body>");
            Assert.NotEmpty(parsed.Elements());
            Assert.Equal(_session.Truth.PageStorageBody(page.GetProperty("id").GetString() ?? ""), value);
            bodies.Add(value);
        }

        foreach (string part in (string[])["ac:name=\"code\"", "<![CDATA[", "]]]]><![CDATA[>", "ri:account-id=", "&quot;", "&amp;", "日本", "Ελλάδα", "<ac:task>"])
        {
            Assert.Contains(bodies, body => body.Contains(part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Text_is_sent_as_utf8_and_not_as_escapes()
    {
        string text = await _session.GetTextAsync("/wiki/api/v2/pages?limit=100&body-format=storage");

        Assert.Contains("日本", text, StringComparison.Ordinal);
        Assert.Contains("<p>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_adf_bodies_are_documents()
    {
        foreach (JsonElement page in await _session.WalkAsync("/wiki/api/v2/pages?limit=100&body-format=atlas_doc_format"))
        {
            using JsonDocument document = JsonDocument.Parse(page.GetProperty("body").GetProperty("atlas_doc_format").GetProperty("value").GetString() ?? "");
            Assert.Equal("doc", document.RootElement.GetProperty("type").GetString());
            Assert.NotEqual(0, document.RootElement.GetProperty("content").GetArrayLength());
        }
    }

    [Fact]
    public async Task Dates_have_a_fraction_or_none_as_on_a_real_site()
    {
        string[] dates = [.. (await _session.WalkAsync("/wiki/api/v2/pages?limit=250")).Select(static page => page.GetProperty("createdAt").GetString() ?? "")];

        Assert.Contains(dates, static date => date.Length == "2024-01-08T08:00:00Z".Length);
        Assert.Contains(dates, static date => date.Length == "2024-01-08T08:00:00.000Z".Length);
        Assert.All(dates, static date => Assert.EndsWith("Z", date, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Included_lists_come_with_meta_and_a_link_of_their_own()
    {
        string id = _session.Truth.PageIds.First(page => _session.Truth.PageLikes(page).Count > 50);
        JsonElement page = await _session.GetAsync(
            $"/wiki/api/v2/pages/{id}?include-likes=true&include-labels=true&include-versions=true&include-operations=true&include-properties=true"
            + "&include-direct-children=true&include-favorited-by-current-user-status=true&include-version=false");

        JsonElement likes = page.GetProperty("likes");
        Assert.Equal(50, likes.GetProperty("results").GetArrayLength());
        Assert.True(likes.GetProperty("meta").GetProperty("hasMore").GetBoolean());
        Assert.Equal(_session.Truth.PageLikes(id).Count, likes.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal($"/api/v2/pages/{id}/likes/users", likes.GetProperty("_links").GetProperty("self").GetString());
        foreach (string name in (string[])["labels", "versions", "operations", "properties", "directChildren"])
        {
            Assert.False(page.GetProperty(name).GetProperty("meta").GetProperty("hasMore").GetBoolean());
            Assert.StartsWith("/api/v2/pages/", page.GetProperty(name).GetProperty("_links").GetProperty("self").GetString(), StringComparison.Ordinal);
        }

        Assert.False(page.GetProperty("isFavoritedByCurrentUser").GetBoolean());
        Assert.False(page.TryGetProperty("version", out _));

        // The cursor of an included list goes on in the list itself.
        string cursor = Uri.EscapeDataString(likes.GetProperty("meta").GetProperty("cursor").GetString() ?? "");
        List<JsonElement> rest = await _session.WalkAsync($"/wiki/api/v2/pages/{id}/likes/users?cursor={cursor}");
        Assert.Equal(_session.Truth.PageLikes(id).Skip(50), rest.Select(static like => like.GetProperty("accountId").GetString()));
    }

    [Fact]
    public async Task An_older_version_has_its_own_number_body_and_status()
    {
        string id = _session.Truth.PageIds.First(page => _session.Truth.PageVersionCount(page) > 2);
        JsonElement now = await _session.GetAsync($"/wiki/api/v2/pages/{id}?body-format=storage");
        JsonElement old = await _session.GetAsync($"/wiki/api/v2/pages/{id}?body-format=storage&version=2");

        Assert.Equal(2, old.GetProperty("version").GetProperty("number").GetInt32());
        Assert.Equal("historical", old.GetProperty("status").GetString());
        Assert.NotEqual(now.GetProperty("body").GetRawText(), old.GetProperty("body").GetRawText());
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?version=9999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?version=0")).Status);

        Assert.Equal(HttpStatusCode.OK, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?version=2&status=historical")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?version=2&status=current")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, $"/wiki/api/v2/pages/{id}?status=trashed")).Status);

        JsonElement detail = await _session.GetAsync($"/wiki/api/v2/pages/{id}/versions/2");
        Assert.Equal((1, 3), (detail.GetProperty("prevVersion").GetInt32(), detail.GetProperty("nextVersion").GetInt32()));
        Assert.Equal(old.GetProperty("version").GetProperty("authorId").GetString(), detail.GetProperty("authorId").GetString());
    }

    [Fact]
    public async Task Archived_pages_stand_in_lists_and_not_in_searches()
    {
        List<string> archived = await _session.WalkIdsAsync("/wiki/api/v2/pages?status=archived");
        List<string> current = await _session.WalkIdsAsync("/wiki/api/v2/pages?status=current&limit=250");

        Assert.NotEmpty(archived);
        Assert.Equal(_session.Truth.CurrentPageIds, current);
        Assert.Equal(_session.Truth.PageIds, archived.Concat(current).Order(StringComparer.Ordinal));
        Assert.Equal(_session.Truth.PageIds, await _session.WalkIdsAsync("/wiki/api/v2/pages?status=archived&status=current&limit=250"));
    }

    [Fact]
    public async Task A_title_is_found_exactly_and_in_any_case()
    {
        string id = _session.Truth.PageIds.ElementAt(77);
        string title = _session.Truth.PageTitle(id);

        Assert.Equal([id], await _session.WalkIdsAsync("/wiki/api/v2/pages?title=" + Uri.EscapeDataString(title.ToUpperInvariant())));
        Assert.Empty(await _session.WalkIdsAsync("/wiki/api/v2/pages?title=" + Uri.EscapeDataString(title[..^1])));
        Assert.Equal(5, (await _session.WalkIdsAsync("/wiki/api/v2/pages?title=overview&limit=2")).Count);
    }

    [Fact]
    public async Task Titles_are_unique_within_a_space()
    {
        foreach (string key in _session.Truth.SpaceKeys)
        {
            string[] titles = [.. _session.Truth.PageIdsInSpace(key).Select(_session.Truth.PageTitle)];
            Assert.Equal(titles.Length, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        Assert.NotEmpty(await _session.WalkIdsAsync($"/wiki/api/v2/spaces?keys={_session.Truth.SpaceKeys.First().ToLowerInvariant()}"));
    }

    [Fact]
    public async Task An_inline_comment_has_both_spellings_of_its_mark_and_no_body_unless_asked()
    {
        JsonElement listed = (await _session.GetAsync("/wiki/api/v2/inline-comments?limit=1")).GetProperty("results")[0];
        string path = "/wiki/api/v2/inline-comments/" + listed.GetProperty("id").GetString();
        JsonElement comment = await _session.GetAsync(path + "?body-format=storage&include-likes=true&include-versions=true&include-operations=true");

        Assert.False(listed.TryGetProperty("body", out _));
        JsonElement properties = comment.GetProperty("properties");
        Assert.Equal(properties.GetProperty("inlineMarkerRef").GetString(), properties.GetProperty("inline-marker-ref").GetString());
        Assert.Equal(properties.GetProperty("inlineOriginalSelection").GetString(), properties.GetProperty("inline-original-selection").GetString());
        Assert.NotEqual("", comment.GetProperty("body").GetProperty("storage").GetProperty("value").GetString());
        Assert.StartsWith("Re: ", comment.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            comment.GetProperty("version").GetProperty("number").GetInt32(), (await _session.WalkAsync(path + "/versions")).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await _session.SendAsync(HttpMethod.Get, path.Replace("inline", "footer", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Inline_comments_can_be_asked_for_by_resolution()
    {
        string page = _session.Truth.PageIds.First(id => _session.Truth.InlineCommentIds(id).Count() > 25);
        string path = $"/wiki/api/v2/pages/{page}/inline-comments?limit=250";
        List<JsonElement> all = await _session.WalkAsync(path);
        List<JsonElement> some = await _session.WalkAsync(path + "&resolution-status=resolved&resolution-status=reopened");

        static bool IsWanted(JsonElement comment) => comment.GetProperty("resolutionStatus").GetString() is "resolved" or "reopened";
        Assert.NotEmpty(some);
        Assert.Equal(all.Where(IsWanted).Select(static comment => comment.GetRawText()), some.Select(static comment => comment.GetRawText()));
        Assert.All(all, static comment => Assert.Equal(IsWanted(comment), comment.TryGetProperty("resolutionLastModifierId", out _)));
        Assert.Empty(await _session.WalkAsync(path + "&status=trashed"));
    }

    [Fact]
    public async Task Labels_come_in_the_order_asked_for_and_by_prefix()
    {
        List<string> labelled = [];
        foreach (string page in _session.Truth.PageIds)
        {
            string path = $"/wiki/api/v2/pages/{page}/labels";
            string?[] names = [.. (await _session.WalkAsync(path + "?sort=name&limit=1")).Select(static label => label.GetProperty("name").GetString())];
            Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
            Assert.Equal(names.Length, (await _session.WalkAsync(path + "?prefix=global&sort=-id")).Count);
            Assert.Empty(await _session.WalkAsync(path + "?prefix=team"));
            if (names.Length > 1)
            {
                labelled.Add(page);
            }
        }

        Assert.NotEmpty(labelled);
    }

    [Fact]
    public async Task A_space_has_its_members_and_what_is_asked_for()
    {
        string id = _session.Truth.SpaceIds.First();
        JsonElement bare = await _session.GetAsync("/wiki/api/v2/spaces/" + id);
        JsonElement full = await _session.GetAsync(
            $"/wiki/api/v2/spaces/{id}?include-icon=true&description-format=view&include-labels=true&include-operations=true&include-properties=true");

        Assert.Equal(JsonValueKind.Null, bare.GetProperty("icon").ValueKind);
        Assert.Equal("{}", bare.GetProperty("description").GetRawText());
        Assert.NotEqual("", full.GetProperty("icon").GetProperty("path").GetString());
        foreach (JsonElement space in await _session.WalkAsync("/wiki/api/v2/spaces?include-icon=true"))
        {
            // The picture of a personal space is that of its owner, and is no file.
            JsonElement link = space.GetProperty("icon").GetProperty("apiDownloadLink");
            Assert.Equal(space.GetProperty("type").GetString() == "personal", link.ValueKind == JsonValueKind.Null);
            Assert.True(link.ValueKind == JsonValueKind.Null || link.GetString()?.StartsWith('/') == true);
        }
        Assert.StartsWith("<p>", full.GetProperty("description").GetProperty("view").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, full.GetProperty("operations").GetProperty("results").GetArrayLength());
        Assert.Equal($"/api/v2/spaces/{id}/labels", full.GetProperty("labels").GetProperty("_links").GetProperty("self").GetString());
    }

    // The pairs are ids and tiny links of real sites.
    [Theory]
    [InlineData(98400, "YIAB")]
    [InlineData(98401, "YYAB")]
    [InlineData(39813121, "AYBfAg")]
    [InlineData(14352385, "AQDb")]
    public void Tiny_links_are_made_as_confluence_makes_them(long id, string tiny) => Assert.Equal(tiny, PageJson.TinyId(id));
}
