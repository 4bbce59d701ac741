using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>What people did on pages: versions, comments, likes, views.</summary>
public sealed class ActivityTests : IDisposable
{
    private readonly WireServer _wire = new();

    [Fact]
    public async Task Versions_of_a_page_are_walked()
    {
        const string Version = """{"number":7,"authorId":"a-1","message":null,"createdAt":"2026-05-28T07:09:12.034Z","minorEdit":true,"contributorIds":["a-1","a-2"],"ncsStepVersion":"5","page":{"title":"T","id":"42","body":{"storage":{"representation":"storage","value":"<p/>"}}}}""";
        _wire.Script("GET", "/wiki/api/v2/pages/42/versions",
            WireAnswer.Json($$$"""{"results":[{{{Version}}}],"_links":{"next":"/wiki/api/v2/pages/42/versions?cursor=n%3D&limit=1"}}"""),
            WireAnswer.Json("""{"results":[{"number":6,"authorId":"a-2"}],"_links":{}}"""));

        List<PageVersion> versions = await _wire.Client.Versions.GetPageVersionsAsync("42", new GetPageVersionsOptions
        {
            BodyFormat = BodyFormat.Storage,
            Sort = VersionSortOrder.ModifiedDateDescending,
            PageSize = 1,
        }).ToListAsync();

        Assert.Equal([7, 6], versions.Select(static version => version.Number));
        Assert.Equal("<p/>", versions[0].Page?.Body?.Storage?.Value);
        Assert.True(versions[0].MinorEdit);
        WireJson.AssertWritesBack(versions[0], Version);
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", "/wiki/api/v2/pages/42/versions", "body-format=storage", "sort=-modified-date", "limit=1"),
            static request => request.Is("GET", "/wiki/api/v2/pages/42/versions", "body-format=storage", "sort=-modified-date", "limit=1", "cursor=n%3D"));
    }

    [Fact]
    public async Task One_version_is_read_by_its_number()
    {
        const string Version = """{"number":7,"authorId":"a-1","contentTypeModified":false,"collaborators":["a-1"],"prevVersion":6,"nextVersion":8}""";
        _wire.Script("GET", "/wiki/api/v2/pages/42/versions/7", WireAnswer.Json(Version));

        ContentVersionDetails version = await _wire.Client.Versions.GetPageVersionDetailsAsync("42", 7);

        _wire.Request.Is("GET", "/wiki/api/v2/pages/42/versions/7");
        Assert.Equal(6, version.PreviousVersion);
        WireJson.AssertWritesBack(version, Version);
    }

    [Fact]
    public async Task Footer_comments_are_walked_with_their_children()
    {
        const string Comment = """{"id":"c-1","status":"current","title":"Re: T","pageId":"42","version":{"number":1,"authorId":"a-1"},"body":{"storage":{"representation":"storage","value":"<p>!</p>"}},"mood":"warm","_links":{"webui":"/c"}}""";
        const string Child = """{"id":"c-2","status":"hidden","parentCommentId":"c-1","pageId":"42","version":{"number":1},"body":{}}""";
        _wire.Script("GET", "/wiki/api/v2/pages/42/footer-comments", WireAnswer.Json($$$"""{"results":[{{{Comment}}}],"_links":{}}"""));
        _wire.Script("GET", "/wiki/api/v2/footer-comments/c-1/children", WireAnswer.Json($$$"""{"results":[{{{Child}}}],"_links":{}}"""));

        PageFooterComment comment = await _wire.Client.Comments.GetPageFooterCommentsAsync("42", new GetPageFooterCommentsOptions
        {
            BodyFormat = BodyFormat.Storage,
            Statuses = [ContentStatus.Current],
            Sort = CommentSortOrder.CreatedDateDescending,
            PageSize = 50,
        }).SingleAsync();
        FooterCommentReply child = await _wire.Client.Comments.GetFooterCommentChildrenAsync("c-1").SingleAsync();

        Assert.Equal("<p>!</p>", comment.Body?.Storage?.Value);
        Assert.Equal("warm", comment.AdditionalProperties["mood"].GetString());
        Assert.Equal("c-1", child.ParentCommentId);
        Assert.Equal(new ContentStatus("hidden"), child.Status);
        WireJson.AssertWritesBack(comment, Comment);
        WireJson.AssertWritesBack(child, Child);
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", "/wiki/api/v2/pages/42/footer-comments", "body-format=storage", "status=current", "sort=-created-date", "limit=50"),
            static request => request.Is("GET", "/wiki/api/v2/footer-comments/c-1/children", "limit=250"));
    }

    [Fact]
    public async Task Inline_comments_are_walked_and_the_notices_beside_them_are_no_next_page()
    {
        const string Comment = """{"id":"i-1","pageId":"42","resolutionStatus":"pondered","properties":{"inlineMarkerRef":"m","inlineOriginalSelection":"words","inline-marker-ref":"m","inline-original-selection":"words"},"resolutionLastModifierId":null}""";
        _wire.Script("GET", "/wiki/api/v2/pages/42/inline-comments",
            WireAnswer.Json($$$"""{"results":[{{{Comment}}}],"_links":{"base":"https://site.example/wiki"}}""")
                .With("Link", "<https://site.example/notice?cursor=no>; rel=\"deprecation\", <https://site.example/wiki>; rel=\"base\"")
                .With("Warning", "299 - \"going away\""));
        _wire.Script("GET", "/wiki/api/v2/inline-comments/i-1/children", WireAnswer.Json("""{"results":[{"id":"i-2","parentCommentId":"i-1"}],"_links":{}}"""));

        PageInlineComment comment = await _wire.Client.Comments.GetPageInlineCommentsAsync("42", new GetPageInlineCommentsOptions
        {
            ResolutionStatuses = [CommentResolutionStatus.Open, CommentResolutionStatus.Dangling],
        }).SingleAsync();
        InlineCommentReply child = await _wire.Client.Comments.GetInlineCommentChildrenAsync("i-1").SingleAsync();

        Assert.Equal("pondered", comment.ResolutionStatus.Value);
        Assert.Equal("words", comment.Properties?.InlineOriginalSelection);
        Assert.Equal("i-1", child.ParentCommentId);
        WireJson.AssertWritesBack(comment, Comment);
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", "/wiki/api/v2/pages/42/inline-comments", "resolution-status=open", "resolution-status=dangling", "limit=250"),
            static request => request.Is("GET", "/wiki/api/v2/inline-comments/i-1/children", "limit=250"));
    }

    [Fact]
    public async Task Likes_are_counted_and_walked()
    {
        _wire.Script("GET", "/wiki/api/v2/pages/42/likes/count", WireAnswer.Json("""{"count":2,"mood":"warm"}"""));
        _wire.Script("GET", "/wiki/api/v2/pages/42/likes/users",
            WireAnswer.Json("""{"results":[{"accountId":"a-1"}],"_links":{"next":"/wiki/api/v2/pages/42/likes/users?cursor=2"}}"""),
            WireAnswer.Json("""{"results":[{"accountId":"a-2"}],"_links":{}}"""));

        LikeCount count = await _wire.Client.Likes.GetPageLikeCountAsync("42");
        List<Like> likes = await _wire.Client.Likes.GetPageLikeUsersAsync("42", new ConfluenceListOptions { PageSize = 1 }).ToListAsync();

        Assert.Equal(2, count.Count);
        Assert.Equal(["a-1", "a-2"], likes.Select(static like => like.AccountId));
        WireJson.AssertWritesBack(count, """{"count":2,"mood":"warm"}""");
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", "/wiki/api/v2/pages/42/likes/count"),
            static request => request.Is("GET", "/wiki/api/v2/pages/42/likes/users", "limit=1"),
            static request => request.Is("GET", "/wiki/api/v2/pages/42/likes/users", "limit=1", "cursor=2"));
    }

    [Fact]
    public async Task Views_and_viewers_are_counted()
    {
        _wire.Script("GET", "/wiki/rest/api/analytics/content/42/views", WireAnswer.Json("""{"id":42,"count":9}"""));
        _wire.Script("GET", "/wiki/rest/api/analytics/content/42/viewers", WireAnswer.Json("""{"id":42,"count":3}"""));

        ContentViewCount views = await _wire.Client.V1.Analytics.GetViewsAsync("42", new GetViewsOptions { FromDate = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero) });
        ContentViewCount viewers = await _wire.Client.V1.Analytics.GetViewersAsync("42");

        Assert.Equal(9, views.Count);
        Assert.Equal(3, viewers.Count);
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", "/wiki/rest/api/analytics/content/42/views", "fromDate=2026-05-01T00%3A00%3A00.000Z"),
            static request => request.Is("GET", "/wiki/rest/api/analytics/content/42/viewers"));
    }

    public void Dispose() => _wire.Dispose();
}
