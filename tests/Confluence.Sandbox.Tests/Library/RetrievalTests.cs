using Confluence.Generated;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Sandbox.Tests.Library;

/// <summary>What the library reads of pages and blog posts, compared with the truth: every operation that retrieval calls is answered.</summary>
public sealed class RetrievalTests : IAsyncLifetime
{
    private ConfluenceSandbox _sandbox = null!; // Set before each test, in InitializeAsync.
    private ConfluenceClient _client = null!; // As above.

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SandboxTruth Truth => _sandbox.Truth;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 40, BlogPosts = 25 }, Token);
        _client = new ConfluenceClient(_sandbox.BaseAddress.ToString(), new ApiTokenCredential(_sandbox.Email, _sandbox.ApiToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Pages_and_blog_posts_come_with_all_their_parts()
    {
        PageParts everything = PageParts.StorageBody | PageParts.AtlasDocFormatBody | PageParts.ViewBody | PageParts.Space | PageParts.Versions
            | PageParts.Labels | PageParts.Properties | PageParts.Attachments;

        List<RetrievedPage> pages = await _client.Retrieval.Pages
            .GetAsync(new PageRetrievalOptions { Kinds = [PageKind.Page, PageKind.BlogPost], Include = everything }, Token).ToListAsync(Token);

        Assert.Equal(Contents().Order(StringComparer.Ordinal), pages.Select(static page => page.Id).Order(StringComparer.Ordinal));
        Assert.Equal(25, pages.Count(static page => page.Kind == PageKind.BlogPost));
        foreach (RetrievedPage page in pages)
        {
            Assert.Equal(Truth.PageTitle(page.Id), page.Title);
            Assert.Equal(Truth.PageStorageBody(page.Id), page.Storage?.Value);
            Assert.Equal(
                Truth.Versions(page.Id),
                page.Versions?.Select(static version => new SandboxVersion(version.Number, version.AuthorId, version.CreatedAt)).OrderBy(static version => version.Number));
            Assert.Equal(Truth.Labels(page.Id), page.Labels?.Select(static label => label.Name));
            Assert.Equal(Truth.PropertyKeys(page.Id), page.Properties?.Select(static property => property.Key));
            Assert.Equal(Truth.Attachments(page.Id).Select(static attachment => (attachment.Id, attachment.Title)), page.Attachments?.Select(static attachment => (attachment.Id ?? "", attachment.Title ?? "")));
        }
    }

    [Fact]
    public async Task Tasks_and_likes_of_pages_and_blog_posts_are_those_of_the_truth()
    {
        int tasks = 0;
        foreach (string id in Contents())
        {
            bool isPost = Truth.BlogPostIds.Contains(id);
            List<ContentTask> found = await _client.Tasks
                .GetTasksAsync(new GetTasksOptions { PageIds = isPost ? null : [id], BlogPostIds = isPost ? [id] : null }, Token).ToListAsync(Token);
            List<Like> likes = await (isPost ? _client.Likes.GetBlogPostLikeUsersAsync(id, null, Token) : _client.Likes.GetPageLikeUsersAsync(id, null, Token)).ToListAsync(Token);

            Assert.Equal(
                Truth.Tasks(id).Select(static task => (task.Id, task.CreatedBy, task.CompletedBy, task.CreatedAt, task.CompletedAt)),
                found.Select(static task => (task.Id ?? "", task.CreatedBy ?? "", task.CompletedBy, task.CreatedAt, task.CompletedAt)));
            Assert.Equal(Truth.PageLikes(id), likes.Select(static like => like.AccountId));
            tasks += found.Count;
        }

        Assert.True(tasks > 20, $"{tasks} tasks are too few to prove anything.");
    }

    [Fact]
    public async Task Comments_on_blog_posts_with_versions_and_likes_are_those_of_the_truth()
    {
        int comments = 0;
        foreach (string id in Truth.BlogPostIds)
        {
            foreach (SandboxComment comment in Truth.Comments(id))
            {
                IAsyncEnumerable<CommentVersion> versions = comment.IsInline
                    ? _client.Versions.GetInlineCommentVersionsAsync(comment.Id, null, Token)
                    : _client.Versions.GetFooterCommentVersionsAsync(comment.Id, null, Token);
                IAsyncEnumerable<Like> likes = comment.IsInline
                    ? _client.Likes.GetInlineCommentLikeUsersAsync(comment.Id, null, Token)
                    : _client.Likes.GetFooterCommentLikeUsersAsync(comment.Id, null, Token);

                Assert.Equal(
                    comment.Versions,
                    (await versions.ToListAsync(Token)).Select(static version => new SandboxVersion(version.Number, version.AuthorId, version.CreatedAt)).Reverse());
                Assert.Equal(comment.Likes, await likes.Select(static like => like.AccountId ?? "").ToListAsync(Token));
                comments++;
            }
        }

        Assert.True(comments > 40, $"{comments} comments are too few to prove anything.");
    }

    private IEnumerable<string> Contents() => Truth.PageIds.Concat(Truth.BlogPostIds);
}
