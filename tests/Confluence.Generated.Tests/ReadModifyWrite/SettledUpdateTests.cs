using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>Updates whose first answer is lost and whose repetition meets their own version.</summary>
public sealed class SettledUpdateTests
{
    private const string Conflict = """{"errors":[{"status":409,"code":"CONFLICT","title":"Version must be incremented when updating a page."}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conflict_with_itself_is_settled_with_what_was_read_back()
    {
        using Harness harness = Lost();
        harness.Handler.Json(Current());

        PageDetails page = await UpdateAsync(harness);

        Assert.Equal((4, "T"), (page.Version.Number, page.Title));
        Assert.Equal(["PUT", "PUT", "GET"], harness.Handler.Requests.Select(static sent => sent.Method));
        Assert.Equal("/wiki/api/v2/pages/9?body-format=storage", harness.Handler.Last.Uri.PathAndQuery);
    }

    [Theory]
    [InlineData(5, "T", "<p>a</p>")]
    [InlineData(4, "Other", "<p>a</p>")]
    [InlineData(4, "T", "<p>b</p>")]
    public async Task A_conflict_with_somebody_else_stays_one(int number, string title, string body)
    {
        using Harness harness = Lost();
        harness.Handler.Json(Current(number, title, body));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => UpdateAsync(harness));

        Assert.Equal(ConfluenceErrorKind.VersionConflict, exception.Kind);
        Assert.True(exception.WasAnswerLost);
    }

    [Fact]
    public async Task A_conflict_stays_one_if_reading_back_fails()
    {
        using Harness harness = Lost();
        harness.Handler.Answer(HttpStatusCode.Forbidden);

        Assert.Equal(ConfluenceErrorKind.VersionConflict, (await Assert.ThrowsAsync<ConfluenceApiException>(() => UpdateAsync(harness))).Kind);
    }

    [Fact]
    public async Task A_conflict_of_a_call_whose_answers_arrived_is_not_looked_at()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Conflict, Conflict);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => UpdateAsync(harness));

        Assert.False(exception.WasAnswerLost);
        Assert.Single(harness.Handler.Requests);
    }

    [Theory]
    [InlineData("wiki", "current")]
    [InlineData("storage", "draft")]
    public async Task What_cannot_be_compared_is_not_read_back(string representation, string status)
    {
        using Harness harness = Lost();

        await Assert.ThrowsAsync<ConfluenceApiException>(() => UpdateAsync(harness, representation, status));

        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Both_calls_have_the_settings()
    {
        using Harness harness = Lost();
        harness.Handler.Json(Current());

        await UpdateAsync(harness, options: new ConfluenceRequestOptions { AdditionalHeaders = new Dictionary<string, string> { ["X-Probe"] = "a" } });

        Assert.All(harness.Handler.Requests, static sent => Assert.Equal("a", sent.Header("X-Probe")));
    }

    [Fact]
    public async Task Blog_posts_are_settled_too()
    {
        using Harness harness = Lost();
        harness.Handler.Json(Current());
        BlogPostUpdateRequest request = new()
        {
            Id = "9",
            Status = ContentStatus.Current,
            Title = "T",
            Body = new BlogPostBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "<p>a</p>" },
            Version = new VersionUpdate { Number = 4 },
        };

        BlogPostDetails post = await harness.Client.BlogPosts.UpdateBlogPostAndSettleAsync("9", request, cancellationToken: Token);

        Assert.Equal(4, post.Version.Number);
        Assert.Equal("/wiki/api/v2/blogposts/9?body-format=storage", harness.Handler.Last.Uri.PathAndQuery);
    }

    private static Harness Lost()
    {
        Harness harness = Harness.Create();
        harness.Handler.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Answer(HttpStatusCode.Conflict, Conflict);
        return harness;
    }

    private static Task<PageDetails> UpdateAsync(Harness harness, string representation = "storage", string status = "current", ConfluenceRequestOptions? options = null)
    {
        PageUpdateRequest request = new()
        {
            Id = "9",
            Status = (ContentStatus)status,
            Title = "T",
            Body = new PageBodyWrite { Representation = (BodyWriteRepresentation)representation, Value = "<p>a</p>" },
            Version = new VersionUpdate { Number = 4 },
        };
        return harness.Client.Pages.UpdatePageAndSettleAsync("9", request, options, Token);
    }

    private static string Current(int number = 4, string title = "T", string body = "<p>a</p>") =>
        $$$$"""{"id":"9","status":"current","title":"{{{{title}}}}","version":{"number":{{{{number}}}}},"body":{"storage":{"representation":"storage","value":"{{{{body}}}}"}}}""";
}
