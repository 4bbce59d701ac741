using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>Finding what a call with an unknown outcome may have created.</summary>
public sealed class SettledCreationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_found_by_its_title_in_the_space()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"7","title":"a&b"}]}""");

        Page? page = await harness.Client.Pages.FindCreatedPageAsync(new PageCreateRequest { SpaceId = "3", Title = "a&b" }, Token);

        Assert.Equal("7", page?.Id);
        Assert.Equal(("/wiki/api/v2/pages", "3", "a%26b", "current"), (harness.Handler.Last.Uri.AbsolutePath, Asked(harness, "space-id"), Asked(harness, "title"), Asked(harness, "status")));
    }

    [Fact]
    public async Task A_draft_is_looked_for_among_drafts()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[]}""");

        Assert.Null(await harness.Client.Pages.FindCreatedPageAsync(new PageCreateRequest { SpaceId = "3", Title = "a", Status = ContentStatus.Draft }, Token));
        Assert.Equal("draft", Asked(harness, "status"));
    }

    [Fact]
    public async Task Something_with_another_title_is_not_what_was_created()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"7","title":"A"}]}""");

        Assert.Null(await harness.Client.Pages.FindCreatedPageAsync(new PageCreateRequest { SpaceId = "3", Title = "a" }, Token));
    }

    [Fact]
    public async Task The_newest_blog_post_with_the_title_is_found()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"8","title":"a"},{"id":"7","title":"a"}]}""");

        BlogPost? post = await harness.Client.BlogPosts.FindCreatedBlogPostAsync(new BlogPostCreateRequest { SpaceId = "3", Title = "a" }, Token);

        Assert.Equal("8", post?.Id);
        Assert.Equal("-created-date", Asked(harness, "sort"));
    }

    [Fact]
    public async Task An_attachment_is_found_by_its_file_name()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"att1","title":"a.png"}]}""");

        Attachment? attachment = await harness.Client.Attachments.FindCreatedAttachmentAsync("9", "a.png", Token);

        Assert.Equal("att1", attachment?.Id);
        Assert.Equal(("/wiki/api/v2/pages/9/attachments", "a.png"), (harness.Handler.Last.Uri.AbsolutePath, Asked(harness, "filename")));
    }

    [Fact]
    public async Task A_property_is_found_by_its_key()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"results":[{"id":"5","key":"k"}]}""");

        ContentProperty? property = await harness.Client.ContentProperties.FindCreatedPagePropertyAsync("9", "k", Token);

        Assert.Equal("5", property?.Id);
        Assert.Equal(("/wiki/api/v2/pages/9/properties", "k"), (harness.Handler.Last.Uri.AbsolutePath, Asked(harness, "key")));
    }

    [Fact]
    public async Task Nothing_is_asked_without_a_title()
    {
        using Harness harness = Harness.Create();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => harness.Client.Pages.FindCreatedPageAsync(new PageCreateRequest { SpaceId = "3" }, Token));
        Assert.Empty(harness.Handler.Requests);
    }

    private static string? Asked(Harness harness, string name) =>
        harness.Handler.Last.Uri.Query.TrimStart('?').Split('&').Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)).Select(pair => pair[(name.Length + 1)..]).SingleOrDefault();
}
