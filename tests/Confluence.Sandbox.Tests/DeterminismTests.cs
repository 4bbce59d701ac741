using System.Security.Cryptography;
using System.Text;

namespace Confluence.Sandbox.Tests;

public sealed class DeterminismTests
{
    private static readonly Uri s_site = new("https://site.example");

    [Fact]
    public async Task Two_sandboxes_of_one_seed_answer_alike_byte_for_byte()
    {
        await using SandboxSession first = await SandboxSession.StartAsync(Options(7));
        await using SandboxSession second = await SandboxSession.StartAsync(Options(7));

        string[] paths = [.. Paths(first)];
        Assert.True(paths.Length > 400, "Too few answers to compare.");
        foreach (string path in paths)
        {
            Assert.Equal(await first.GetTextAsync(path), await second.GetTextAsync(path));
        }
    }

    [Fact]
    public async Task An_answer_does_not_depend_on_what_was_asked_before()
    {
        await using SandboxSession first = await SandboxSession.StartAsync(Options(7));
        await using SandboxSession second = await SandboxSession.StartAsync(Options(7));
        string[] paths = [.. Paths(first)];
        Dictionary<string, string> forwards = [];
        foreach (string path in paths)
        {
            forwards[path] = await first.GetTextAsync(path);
        }

        foreach (string path in paths.Reverse())
        {
            Assert.Equal(forwards[path], await second.GetTextAsync(path));
        }
    }

    [Fact]
    public async Task Another_seed_gives_another_site()
    {
        await using SandboxSession first = await SandboxSession.StartAsync(Options(7));
        await using SandboxSession second = await SandboxSession.StartAsync(Options(8));

        Assert.Empty(first.Truth.AccountIds.Intersect(second.Truth.AccountIds));
        Assert.NotEqual(first.Truth.PageIds, second.Truth.PageIds);
        Assert.NotEqual(
            first.Truth.PageIds.Select(first.Truth.PageTitle), second.Truth.PageIds.Select(second.Truth.PageTitle));
        Assert.NotEqual(await first.GetTextAsync("/_edge/tenant_info"), await second.GetTextAsync("/_edge/tenant_info"));
    }

    [Fact]
    public async Task The_content_of_seed_one_is_the_same_in_every_release()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { SiteAddress = s_site });

        // These values are promises: whoever changes the drawing changes the exports of everyone who compares them.
        string page = session.Truth.PageIds.ElementAt(10);
        string[] promised = [page, session.Truth.PageTitle(page), session.Truth.CallerAccountId, .. session.Truth.SpaceKeys];
        Assert.Equal(["18000000332", "Legacy architecture & design 4", "712020:3beba1ea-c8b5-4cb4-adcc-76e1a1ed4d0b", "PROD1", "RND2", "DSGN3"], promised);
        byte[] bodies = Encoding.UTF8.GetBytes(string.Concat(session.Truth.PageIds.Select(session.Truth.PageStorageBody)));
        Assert.Equal("d373d3b90fa123a9232a248c734d0718df2f0ed8adfc681d3a21c29e024491ae", Convert.ToHexStringLower(SHA256.HashData(bodies)));
    }

    private static SandboxOptions Options(int seed) => new() { Seed = seed, SiteAddress = s_site, Pages = 60, Spaces = 6, ApiToken = "token" };

    private static IEnumerable<string> Paths(SandboxSession session)
    {
        yield return "/wiki/api/v2/spaces?include-icon=true&description-format=plain";
        yield return "/wiki/api/v2/pages?limit=250&body-format=storage";
        yield return "/wiki/api/v2/pages?limit=20&sort=-modified-date";
        yield return "/wiki/api/v2/blogposts?limit=250&body-format=atlas_doc_format";
        yield return "/wiki/api/v2/footer-comments?limit=250&body-format=atlas_doc_format";
        yield return "/wiki/api/v2/inline-comments?limit=250";
        yield return "/wiki/api/v2/attachments?limit=250";
        yield return "/wiki/api/v2/tasks?limit=250&body-format=storage";
        yield return "/wiki/api/v2/labels";
        yield return "/wiki/rest/api/search/user?cql=type%3Duser&limit=100";
        yield return "/wiki/rest/api/search?cql=type%3Dpage&limit=10";
        yield return "/wiki/rest/api/search?cql=type!%3Dpage&limit=100&expand=content.container";
        yield return "/wiki/rest/api/group";
        yield return "/_edge/tenant_info";
        foreach (string post in session.Truth.BlogPostIds)
        {
            yield return $"/wiki/api/v2/blogposts/{post}?body-format=storage&include-likes=true&include-labels=true&include-versions=true&include-operations=true";
            yield return $"/wiki/api/v2/blogposts/{post}/versions?limit=250&body-format=storage";
        }

        foreach (string page in session.Truth.PageIds)
        {
            yield return $"/wiki/api/v2/pages/{page}?body-format=storage&include-likes=true&include-labels=true&include-versions=true&include-operations=true&include-properties=true";
            yield return $"/wiki/api/v2/pages/{page}?body-format=view";
            yield return $"/wiki/api/v2/pages/{page}/versions?limit=250&body-format=storage";
            yield return $"/wiki/api/v2/pages/{page}/footer-comments?body-format=storage";
            yield return $"/wiki/api/v2/pages/{page}/likes/users";
            yield return $"/wiki/api/v2/pages/{page}/labels";
            yield return $"/wiki/api/v2/pages/{page}/direct-children";
        }
    }
}
