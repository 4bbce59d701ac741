using System.Net;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Http;

/// <summary>Operations that ask whether something is so.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK, "", true)]
    [InlineData(HttpStatusCode.NotFound, "", false)]
    [InlineData(HttpStatusCode.NotFound, """{"statusCode":404,"message":"no such restriction"}""", false)]
    public async Task They_answer_yes_or_no(HttpStatusCode status, string body, bool expected)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(status, body);

        Assert.Equal(expected, await AskAsync(harness));
        Assert.Equal("/wiki/rest/api/content/7/restriction/byOperation/read/user?accountId=a-1", harness.Handler.Last.Uri.PathAndQuery);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, """{"message":"Current user not permitted to use Confluence","statusCode":403}""", "CredentialRejected")]
    [InlineData(HttpStatusCode.NotFound, """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""", "SiteUnavailable")]
    [InlineData(HttpStatusCode.NotFound, "<html><title>Not here</title></html>", "RouteNotFound")]
    [InlineData(HttpStatusCode.InternalServerError, "{}", "ServerError")]
    public async Task What_is_no_answer_is_an_error(HttpStatusCode status, string body, string kind)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(status, body, body.StartsWith('<') ? "text/html" : "application/json");

        Assert.Equal(kind, (await Assert.ThrowsAsync<ConfluenceApiException>(() => AskAsync(harness))).Kind.ToString());
    }

    private static Task<bool> AskAsync(Harness harness) =>
        harness.Client.V1.ContentRestrictions.GetContentRestrictionStatusForUserAsync("7", RestrictionOperationKey.Read, "a-1", cancellationToken: TestContext.Current.CancellationToken);
}
