using System.Net;
using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V1;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>Refusals as they come over the wire, and what the caller is told.</summary>
public sealed class FailureTests : IDisposable
{
    private const string PagePath = "/wiki/api/v2/pages/42";
    private const string Html = "<!doctype html><html><head><title>Not here &amp; now</title></head><body>x</body></html>";

    private readonly WireServer _wire = new();

    public static TheoryData<int, string, string, string> RefusalsOfV2 => new()
    {
        { 401, "application/json", """{"code":401,"message":"Unauthorized; scope does not match"}""", "ScopeMissing" },
        { 401, "text/html", Html, "ScopedTokenAtSite" },
        { 401, "application/json", """{"message":"no"}""", "Unauthenticated" },
        { 403, "application/json", """{"errors":[{"status":403,"code":"FORBIDDEN","title":"Not for you"}]}""", "PermissionDenied" },
        { 404, "application/json", """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", "NotFoundOrCredentialRefused" },
        { 404, "application/json", """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Nothing has the id [42]"}]}""", "NotFound" },
        { 404, "text/html", Html, "RouteNotFound" },
        { 404, "application/json", """{"timestamp":"2026-05-27T07:09:12Z","status":404,"error":"Not Found","message":"No route"}""", "GatewayPrefixMissing" },
        { 410, "application/json", """{"message":"Removed"}""", "OperationRemoved" },
        { 413, "application/json", """{"errors":[{"status":413,"title":"Too much"}]}""", "PayloadTooLarge" },
        { 415, "text/plain", "what is this", "UnsupportedMediaType" },
        { 500, "application/json", """{"statusCode":500,"message":"oops"}""", "ServerError" },
        { 501, "application/json", "", "NotSupported" },
        { 302, "text/html", "", "Redirected" },
        { 400, "application/json", "plain words under a wrong label", "InvalidRequest" },
    };

    [Theory]
    [MemberData(nameof(RefusalsOfV2))]
    public async Task A_refusal_of_v2_is_told_apart_by_kind(int status, string contentType, string body, string kind)
    {
        _wire.Script("GET", PagePath, new WireAnswer(status, body) { ContentType = contentType }.With("atl-request-id", "req-7").With("Location", "https://elsewhere.example/login?next=x"));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(
            () => _wire.Client.Pages.GetPageByIdAsync("42", new GetPageByIdOptions { Version = 3 }));

        Assert.Equal(kind, exception.Kind.Value);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("req-7", exception.RequestId);
        Assert.Equal("getPageById", exception.Operation?.Id);
        Assert.Equal(1, exception.Attempts);
        Assert.StartsWith($"getPageById (GET {PagePath}) failed with {status} ({kind})", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Request id: req-7.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("version=3", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("next=x", exception.Message, StringComparison.Ordinal);
        Assert.Single(_wire.Requests);
    }

    public static TheoryData<int, string, string> RefusalsOfV1 => new()
    {
        { 403, """{"message":"Current user not permitted to use Confluence","statusCode":403}""", "CredentialRejected" },
        { 403, "XSRF check failed", "XsrfRejected" },
        { 403, """{"statusCode":403,"message":"com.example.PermissionException: {\"reason\":\"ViewAnalyticsRestricted\"}"}""", "AnalyticsNotPermitted" },
        { 404, """{"statusCode":404,"message":"Not Found"}""", "NotFound" },
        { 410, """{"message":"gone"}""", "OperationRemoved" },
    };

    [Theory]
    [MemberData(nameof(RefusalsOfV1))]
    public async Task A_refusal_of_v1_is_told_apart_by_kind(int status, string body, string kind)
    {
        _wire.Script("GET", "/wiki/rest/api/analytics/content/42/views", new WireAnswer(status, body));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.V1.Analytics.GetViewsAsync("42"));

        Assert.Equal(kind, exception.Kind.Value);
        Assert.NotEmpty(exception.Errors);
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_the_scopes_of_the_operation()
    {
        _wire.Script("GET", PagePath, new WireAnswer(401, """{"code":401,"message":"Unauthorized; scope does not match"}""").With("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Equal(["read:page:confluence"], exception.Scopes);
        Assert.Contains("read:page:confluence", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_whose_status_is_a_string_is_a_version_conflict()
    {
        _wire.Script("PUT", PagePath, new WireAnswer(409, """{"errors":[{"status":"409","code":"CONFLICT","title":"Version must be incremented when updating a page. Current Version: [3]. Provided version: [3]"}]}"""));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.UpdatePageAsync("42", Update()));

        Assert.Equal(ConfluenceErrorKind.VersionConflict, exception.Kind);
        ConfluenceError error = Assert.Single(exception.Errors);
        Assert.Equal("409", error.Status);
        Assert.Equal("CONFLICT", error.Code);
        Assert.Contains("Current Version: [3]", exception.Message, StringComparison.Ordinal);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_title_that_exists_is_told_apart()
    {
        _wire.Script("POST", "/wiki/api/v2/pages", new WireAnswer(400, """{"errors":[{"status":400,"title":"A page with this title already exists: x"}]}"""));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.CreatePageAsync(new PageCreateRequest { SpaceId = "1" }));

        Assert.Equal(ConfluenceErrorKind.TitleExists, exception.Kind);
    }

    [Fact]
    public async Task A_web_page_that_is_labelled_json_is_named_as_one()
    {
        _wire.Script("GET", PagePath, [.. Enumerable.Repeat(WireAnswer.Json(Html), 5)]);

        ConfluenceResponseException exception = await WireServer.FailsAsync<ConfluenceResponseException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Contains("Not here & now", exception.Message, StringComparison.Ordinal);
        Assert.Equal("PageDetails", exception.TypeName);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(5, _wire.Requests.Count);
    }

    [Theory]
    [InlineData("""{"id":"42","title":"cut of""", "PageDetails")]
    [InlineData("""{"id":"42"} {"id":"43"}""", "PageDetails")]
    [InlineData("""["42"]""", "PageDetails")]
    [InlineData("", "PageDetails")]
    [InlineData("null", "PageDetails")]
    public async Task An_answer_that_is_no_page_names_the_type_and_the_place(string body, string type)
    {
        _wire.Script("GET", PagePath, [.. Enumerable.Repeat(WireAnswer.Json(body).With("atl-traceid", "trace-1"), 5)]);

        ConfluenceResponseException exception = await WireServer.FailsAsync<ConfluenceResponseException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Equal(type, exception.TypeName);
        Assert.Equal("trace-1", exception.RequestId);
        Assert.Contains(type, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"getPageById (GET {PagePath}) answered 200", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"results":null}""")]
    [InlineData("""{"results":{"id":"1"}}""")]
    [InlineData("[]")]
    public async Task A_page_of_a_list_without_its_results_does_not_pass_for_an_empty_one(string body)
    {
        _wire.Script("GET", "/wiki/api/v2/pages", WireAnswer.Json(body));

        await WireServer.FailsAsync<ConfluenceResponseException>(async () => await _wire.Client.Pages.GetPagesAsync().ToListAsync());
    }

    [Fact]
    public async Task Secrets_that_a_server_echoes_do_not_reach_the_message()
    {
        string header = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{WireServer.Email}:{WireServer.Token}"));
        _wire.Script("GET", PagePath, new WireAnswer(400, $$"""{"errors":[{"status":400,"title":"bad header Authorization: Basic {{header}} and token={{WireServer.Token}}"}]}"""));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => _wire.Client.Pages.GetPageByIdAsync("42"));

        Assert.Contains("[removed]", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _wire.Dispose();

    private static PageUpdateRequest Update() => new()
    {
        Id = "42",
        Status = ContentStatus.Current,
        Title = "T",
        Body = new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "" },
        Version = new VersionUpdate { Number = 3 },
    };
}
