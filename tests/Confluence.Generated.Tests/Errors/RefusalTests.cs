using System.Net;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Errors;

/// <summary>What each refusal that Confluence is known for becomes. The bodies keep the shapes and telling words of real ones.</summary>
public class RefusalTests
{
    private const string Html = "<!doctype html><html><head><title>HTTP Status 401 – Unauthorized</title></head><body>x</body></html>";

    public static TheoryData<string, string, int, string, string> Table() => new()
    {
        { "ScopeMissing", "getPageById", 401, """{"code":401,"message":"Unauthorized; scope does not match"}""", "needs: read:page:confluence" },
        { "ScopedTokenAtSite", "getPageById", 401, Html, "https://api.atlassian.com/ex/confluence/{cloudId}" },
        { "Unauthenticated", "getPageById", 401, """{"code":401,"message":"Unauthorized"}""", "was not accepted" },
        { "CredentialRejected", "searchUser", 403, """{"message":"Current user not permitted to use Confluence","statusCode":403}""", "no access to Confluence" },
        { "CredentialRejected", "searchUser", 403, """{"message":"caller cannot access Confluence","statusCode":403}""", "no access to Confluence" },
        { "XsrfRejected", "addContentWatcher", 403, "XSRF check failed", "X-Atlassian-Token" },
        { "AnalyticsNotPermitted", "getViews", 403, """{"statusCode":403,"message":"com.example.PermissionException: {\"reason\":\"ViewAnalyticsRestricted\"}"}""", "analytics" },
        { "RestrictionsNotPermitted", "addRestrictions", 403, """{"statusCode":403,"message":"no"}""", "free plan" },
        { "PermissionDenied", "getPageById", 403, "", "It needs: to view the page" },
        { "NotFoundOrCredentialRefused", "getPageById", 404, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", "credential is refused" },
        { "NotFound", "getPageById", 404, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Cannot find a page with id [9]","detail":null}]}""", "does not exist" },
        { "NotFound", "searchUser", 404, """{"statusCode":404,"data":{"authorized":false,"valid":false,"errors":[{"message":{"translation":"nothing with id 9"}}],"successful":false}}""", "nothing with id 9" },
        { "NotFound", "searchUser", 404, "", "does not exist" },
        { "RouteNotFound", "getPageById", 404, "<html><title>Page unavailable</title></html>", "does not know this path" },
        { "GatewayPrefixMissing", "getPageById", 404, """{"timestamp":"2026-01-01T00:00:00Z","status":404,"error":"Not Found","message":"No message available"}""", "could not find the site" },
        { "SiteUnavailable", "getPageById", 404, """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""", "is suspended" },
        { "SiteUnavailable", "searchUser", 404, """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""", "Site temporarily unavailable (OTHER)" },
        { "PlanRequired", "addRestrictions", 403, """{"statusCode":403,"message":"Please upgrade to a paid plan"}""", "does not include this" },
        { "AppNotInstalled", "getPageById", 403, """{"code":403,"message":"The app is not installed on this instance"}""", "is not installed" },
        { "TitleExists", "createPage", 400, """{"errors":[{"status":400,"code":"BAD","title":"A folder exists with the same title in this space"}]}""", "folder with this title" },
        { "InvalidRequest", "createPage", 400, """{"errorMessages":["one thing","another"]}""", "one thing; another" },
        { "InvalidRequest", "createPage", 400, """["one thing",{"code":"C","message":"another"}]""", "one thing; another" },
        { "InvalidRequest", "createPage", 400, """{"error":{"code":"C","message":"one thing"}}""", "one thing" },
        { "InvalidRequest", "createPage", 400, """{"type":"about:blank","title":"Bad","status":400,"detail":"the title is too long"}""", "Bad: the title is too long" },
        { "InvalidRequest", "createPage", 400, """{"errors":{"title":"is too long"}}""", "title: is too long" },
        { "VersionConflict", "updatePage", 409, """{"errors":[{"status":"409","code":"CONFLICT","title":"Version must be incremented. Current Version: [3]"}]}""", "send its version number plus one" },
        { "ConcurrentUpdate", "addRestrictions", 409, """{"statusCode":409,"data":{"errors":[]},"message":"x.ConflictException: javax.persistence.OptimisticLockException: stale"}""", "at the same moment" },
        { "Conflict", "createPage", 409, """{"errors":[{"status":409,"code":"CONFLICT","title":"Property with key exists"}]}""", "may already exist" },
        { "InvalidCursor", "getPages", 400, """{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"Provided value for 'cursor' is wrong"}]}""", "Start the list again" },
        { "TitleExists", "createPage", 400, """{"errors":[{"status":400,"code":"BAD","title":"A page with this title already exists: Home"}]}""", "another title" },
        { "AttachmentExists", "createAttachment", 400, """{"statusCode":400,"data":{"authorized":true,"valid":true,"successful":true},"message":"x.BadRequestException: same file name as an existing attachment: a.png"}""", "attachment with this name" },
        { "SpaceRolesRequired", "addRestrictions", 400, """{"statusCode":400,"message":"com.example.InvalidRbacOperationException: no"}""", "by roles" },
        { "InvalidRequest", "getPages", 400, """{"errors":[{"status":400,"code":"INVALID_REQUEST_PARAMETER","title":"limit is too large"}]}""", "correct the arguments" },
        { "OperationRemoved", "searchUser", 410, """{"statusCode":410,"message":"GoneException: removed"}""", "has removed this operation" },
        { "PayloadTooLarge", "createPage", 413, "", "larger than Confluence accepts" },
        { "UnsupportedMediaType", "createPage", 415, "", "media type" },
        { "RateLimited", "getPageById", 429, "", "Too many calls" },
        { "Redirected", "getPageById", 301, "", "points nowhere" },
        { "Unavailable", "createPage", 503, "<html><title>Maintenance</title></html>", "temporarily unavailable" },
        { "NotSupported", "getPageById", 501, "", "does not support this" },
        { "ServerError", "getPageById", 500, """{"statusCode":500,"message":"NullPointerException"}""", "server failed" },
        { "Unknown", "getPageById", 418, "teapot", "teapot" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_refusal_tells_its_kind_what_was_called_and_what_to_do(string kind, string operation, int status, string body, string said)
    {
        using Harness harness = Harness.Create(options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer((HttpStatusCode)status, body, body.StartsWith('<') ? "text/html" : "application/json", ("atl-request-id", "req-1"));
        ConfluenceRequest request = Request(OperationFor(operation));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(request));

        Assert.Equal(kind, exception.Kind.Value);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Same(request.Operation, exception.Operation);
        Assert.Equal("req-1", exception.RequestId);
        Assert.StartsWith($"{operation} ({request.Operation.Method} {request.Path}) failed with {status} ({kind})", exception.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Request id: req-1.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_named_kind_occurs_in_the_table_or_is_tested_apart()
    {
        IEnumerable<string> named = typeof(ConfluenceErrorKind).GetProperties()
            .Where(property => property.PropertyType == typeof(ConfluenceErrorKind)).Select(property => property.Name);

        Assert.Empty(named.Except(Table().Select(row => row.Data.Item1)).Except(["ContentHostRefused", "FileLost"])); // DownloadTests has those.
    }

    [Theory]
    [InlineData("https://api.atlassian.com/ex/confluence/abc-1", "Unauthenticated")]
    [InlineData("acme", "ScopedTokenAtSite")]
    [InlineData("https://wiki.example.com", "ScopedTokenAtSite")]
    public async Task A_web_page_with_401_points_to_a_scoped_token_at_the_site_only(string site, string kind)
    {
        using Harness harness = Harness.Create(site: site);
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Html, "text/html");

        Assert.Equal(kind, (await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)))).Kind.Value);
    }

    [Fact]
    public async Task A_missing_scope_is_known_by_its_header_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Unauthorized, "", headers: ("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"));

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(ConfluenceErrorKind.ScopeMissing, exception.Kind);
        Assert.Equal(["read:page:confluence"], exception.Scopes);
        Assert.Equal("to view the page", exception.Permission);
    }

    [Fact]
    public async Task The_trace_id_stands_in_for_a_missing_request_id()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.BadRequest, headers: ("atl-traceid", "trace-7"));

        Assert.Equal("trace-7", (await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)))).RequestId);
    }

    [Fact]
    public async Task A_query_never_reaches_the_message()
    {
        using Harness harness = Harness.Create();
        QueryBuilder query = new();
        query.Add("cql", "creator = secret-person");
        harness.Handler.Answer(HttpStatusCode.BadRequest);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(SearchUser, query)));

        Assert.DoesNotContain("secret-person", exception.ToString(), StringComparison.Ordinal);
    }

    private static ConfluenceOperation OperationFor(string id) =>
        new[] { GetPage, GetPages, CreatePage, UpdatePage, SearchUser, AddWatcher, AddRestrictions, GetViews, CreateAttachment }.Single(operation => operation.Id == id);
}
