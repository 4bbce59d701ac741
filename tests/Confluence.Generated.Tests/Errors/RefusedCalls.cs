using System.Text;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Errors;

/// <summary>The ways in which calls are known to go wrong: each kind of refusal that Confluence gives, met with a call that meets it in earnest.</summary>
internal static class RefusedCalls
{
    private static readonly BearerTokenCredential s_oauth = new("oauth-token");
    private static readonly ApiTokenCredential s_scoped = new("scoped@example.com", "scoped-token");
    private static readonly ApiTokenCredential s_wrong = new("sandbox@example.com", "wrong-token");

    /// <summary>What must not be read in any message.</summary>
    public static IReadOnlyList<string> Secrets =>
        [.. ((string[])[RefusedCall.ApiToken, "oauth-token", "scoped-token", "wrong-token"])
            .SelectMany(static token => new[] { token, Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + token))[4..^4] })];

    public static IReadOnlyList<RefusedCall> Of401 =>
    [
        new("A scope is missing, v2 through the gateway", ListPages) { Site = Scoped("read:space:confluence"), Credential = s_scoped, ThroughGateway = true },
        new("A scope is missing, v1 through the gateway", static (client, _) => client.V1.Users.GetCurrentUserAsync())
            { Site = Scoped("read:page:confluence"), Credential = s_scoped, ThroughGateway = true },
        new("Two scopes are missing, v1 through the gateway", static (client, _) => client.V1.Audit.CreateAuditRecordAsync(new AuditRecordCreate { RemoteAddress = "192.0.2.1" }))
            { Site = Scoped("read:page:confluence"), Credential = s_scoped, ThroughGateway = true },
        new("A token with scopes at the site, v2", ListPages) { Site = Scoped("read:page:confluence"), Credential = s_scoped },
        new("A token with scopes at the site, v1", static (client, _) => client.V1.Users.GetCurrentUserAsync()) { Site = Scoped("read:confluence-user"), Credential = s_scoped },
        new("An OAuth token at the site", ListPages) { Site = OAuth(expired: false), Credential = s_oauth },
        new("An OAuth token that has expired, through the gateway", ListPages) { Site = OAuth(expired: true), Credential = s_oauth, ThroughGateway = true },
        new("A 401 that says nothing, at the site", ListPages) { Site = Answers("GET", "/wiki/api/v2/pages", new SandboxAnswer(401)) },
    ];

    public static IReadOnlyList<RefusedCall> Of403 =>
    [
        new("The credential is wrong, v1", static (client, _) => client.V1.Users.GetCurrentUserAsync()) { Credential = s_wrong },
        new("A write without the XSRF header", static (client, truth) => client.V1.Watches.AddContentWatcherAsync(truth.PageIds.First()))
            { Proxy = static request => request.Headers.Remove("X-Atlassian-Token") },
        new("Analytics are not permitted", static (client, truth) => client.V1.Analytics.GetViewsAsync(truth.PageIds.First())) { Site = static options => options.AnalyticsPermitted = false },
        new("The plan has no restrictions", AddRestrictions) { Site = Answers("PUT", "/wiki/rest/api/content/*/restriction/**", SandboxAnswer.RestrictionsNotInPlan) },
        new("The audit log is for administrators", static (client, _) => client.V1.Audit.GetAuditRecordsAsync().ToListAsync().AsTask())
            { Site = static options => options.Administrator = false },
        new("The account may not, v2", static (client, truth) => client.Comments.GetPageFooterCommentsAsync(truth.PageIds.First()).ToListAsync().AsTask())
            { Site = Answers("GET", "/wiki/api/v2/pages/*/footer-comments", SandboxAnswer.Forbidden) },
        new("The account may not, v1", static (client, _) => client.V1.Groups.GetGroupsAsync().ToListAsync().AsTask())
            { Site = Answers("GET", "/wiki/rest/api/group", SandboxAnswer.Forbidden) },
    ];

    public static IReadOnlyList<RefusedCall> Of404 =>
    [
        new("The credential is wrong, v2", ListPages) { Credential = s_wrong },
        new("The credential is wrong, v2 by id", static (client, truth) => client.Pages.GetPageByIdAsync(truth.PageIds.First())) { Credential = s_wrong },
        new("There is no such page, v2", static (client, _) => client.Pages.GetPageByIdAsync("9")),
        new("There is no such user, v1", static (client, _) => client.V1.Users.GetUserAsync("712020:nobody")),
        new("The space is hidden from the account", static (client, truth) => client.Spaces.GetSpaceByIdAsync(truth.HiddenSpaceIds.First())) { Site = static options => options.HiddenSpaces = 1 },
        new("The server knows no such path", static (client, _) => client.Whiteboards.GetWhiteboardByIdAsync("7"))
            { Site = Answers("GET", "/wiki/api/v2/whiteboards/*", SandboxAnswer.NoSuchRoute) },
        new("The gateway without its prefix", ListPages)
        {
            ThroughGateway = true,
            Proxy = static request =>
            {
                Uri address = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
                request.RequestUri = new Uri(address, address.PathAndQuery[address.PathAndQuery.IndexOf("/wiki", StringComparison.Ordinal)..]);
                request.Headers.Host = "api.atlassian.com";
            },
        },
    ];

    public static IReadOnlyList<RefusedCall> OfOthers4xx =>
    [
        new("400: a cursor that is none", static async (client, _) =>
        {
            await foreach (ResultPage<Page> page in client.Pages.GetPagesAsync().AsPages(await AnotherListsTokenAsync(client)))
            {
                Assert.Fail($"A page of {page.Items.Count} came.");
            }
        }),
        new("400: an argument out of its range", static (client, _) => client.Pages.GetPagesAsync(new GetPagesOptions { Sort = new PageSortOrder("sideways") }).ToListAsync().AsTask()),
        new("400: the title is taken", static async (client, truth) =>
        {
            PageDetails page = await client.Pages.GetPageByIdAsync(truth.PageIds.Last());
            await client.Pages.CreatePageAsync(NewPage(page.SpaceId ?? "", page.Title ?? "", "<p>Again</p>"));
        }),
        new("400: the attachment is there", static (client, truth) => client.V1.Attachments.CreateAttachmentAsync(
            truth.PageIds.First(), new AttachmentUpload { File = FileUpload.FromBytes("plan.png", new byte[] { 1 }), MinorEdit = true }))
            { Site = Answers("POST", "/wiki/rest/api/content/*/child/attachment", SandboxAnswer.AttachmentExists("plan.png")) },
        new("400: the site has space roles", static (client, _) => client.V1.SpacePermissions.RemovePermissionAsync("DOCS", "7"))
            { Site = Answers("DELETE", "/wiki/rest/api/space/*/permission/*", SandboxAnswer.RolesOnly) },
        new("409: the version is stale", static async (client, truth) =>
        {
            PageDetails page = await client.Pages.GetPageByIdAsync(truth.PageIds.Last(), new GetPageByIdOptions { BodyFormat = BodyDetailsFormat.Storage });
            await client.Pages.UpdatePageAsync(page.Id, PageUpdateRequest.From(page, title: "One"));
            await client.Pages.UpdatePageAsync(page.Id, PageUpdateRequest.From(page, title: "Two"));
        }),
        new("409: somebody writes at the same moment", AddRestrictions) { Site = Answers("PUT", "/wiki/rest/api/content/*/restriction/**", SandboxAnswer.ConcurrentWrite) },
        new("409: it exists already", static (client, truth) => client.ContentProperties.CreatePagePropertyAsync(truth.PageIds.First(), new ContentPropertyCreateRequest { Key = "editor" }))
            { Site = Answers("POST", "/wiki/api/v2/pages/*/properties", new SandboxAnswer(409, """{"errors":[{"status":409,"code":"CONFLICT","title":"A property with this key exists already","detail":null}]}""")) },
        new("410: Atlassian has removed the operation, v1", static (client, _) => client.V1.ContentTree.MovePageAsync("1", MovePosition.Append, "2"))
            { Site = Answers("PUT", "/wiki/rest/api/content/*/move/**", SandboxAnswer.Removed) },
        new("413: the page is too large", static (client, truth) => client.Pages.CreatePageAsync(NewPage(truth.SpaceIds.First(), "Large", new string('x', 6 * 1024 * 1024)))),
        new("415: the media type was changed on the way", static (client, truth) => client.Pages.CreatePageAsync(NewPage(truth.SpaceIds.First(), "Plain", "<p>x</p>")))
            { Proxy = static request => request.Content?.Headers.Remove("Content-Type") },
        new("429: too many at once", ListPages) { Site = static options => options.Faults = new SandboxFaults { TooManyRequests = 1, RetryAfter = TimeSpan.FromSeconds(5) } },
        new("429: too many at once, and no time to wait is named", ListPages) { Site = static options => options.Faults = new SandboxFaults { TooManyRequestsWithoutRetryAfter = 1 } },
        new("429: the quota of the hour is used up", static async (client, _) =>
        {
            await client.Pages.GetPagesAsync().ToListAsync();
            await client.Pages.GetPagesAsync().ToListAsync();
        })
        { Site = static options => options.Quota = new SandboxQuota { Points = 10 } },
    ];

    public static IReadOnlyList<RefusedCall> OfServers =>
    [
        new("500: the server failed", ListPages) { Site = Answers("GET", "/wiki/api/v2/pages", new SandboxAnswer(500, """{"statusCode":500,"message":"java.lang.NullPointerException"}""")) },
        new("501: not there in this combination", ListPages) { Site = Answers("GET", "/wiki/api/v2/pages", new SandboxAnswer(501)) },
        new("503: out of reach", ListPages) { Site = static options => options.Faults = new SandboxFaults { Unavailable = 1, RetryAfter = TimeSpan.FromSeconds(5) } },
        new("Plain text that calls itself JSON", ListPages) { Site = Answers("GET", "/wiki/api/v2/pages", new SandboxAnswer(400, "Something odd happened")) },
        new("A web page that calls itself JSON, with status 200", ListPages) { Site = static options => options.Faults = new SandboxFaults { HtmlAsJson = 1 } },
        new("Half an answer", ListPages) { Site = static options => options.Faults = new SandboxFaults { TruncatedBody = 1 } },
        new("The connection closes in the answer", ListPages) { Site = static options => options.Faults = new SandboxFaults { ClosedInBody = 1 } },
        new("The connection is lost before the answer to a write", static (client, truth) => client.Pages.CreatePageAsync(NewPage(truth.SpaceIds.First(), "Lost", "<p>x</p>")))
            { Site = static options => options.Faults = new SandboxFaults { ResetBeforeAnswer = 1, Writes = SandboxFaultedWrites.AfterChange } },
    ];

    private static async Task ListPages(ConfluenceClient client, SandboxTruth truth) => await client.Pages.GetPagesAsync().ToListAsync();

    private static Task AddRestrictions(ConfluenceClient client, SandboxTruth truth) =>
        client.V1.ContentRestrictions.AddUserToContentRestrictionAsync(truth.PageIds.First(), RestrictionOperationKey.Read, truth.AccountIds.First());

    private static PageCreateRequest NewPage(string spaceId, string title, string body) => new()
    {
        SpaceId = spaceId,
        Title = title,
        Status = ContentStatus.Current,
        Body = new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = body },
    };

    private static async Task<string> AnotherListsTokenAsync(ConfluenceClient client)
    {
        await foreach (ResultPage<Space> page in client.Spaces.GetSpacesAsync(new GetSpacesOptions { PageSize = 1 }).AsPages())
        {
            return page.ContinuationToken ?? throw new InvalidOperationException("The list of spaces has one page only.");
        }

        throw new InvalidOperationException("The list of spaces is empty.");
    }

    private static Action<SandboxOptions> Answers(string method, string path, SandboxAnswer answer) => options => options.Rules.Add(new SandboxRule(method, path, answer));

    private static Action<SandboxOptions> Scoped(params string[] scopes) =>
        options => options.Credentials.Add(SandboxCredential.ScopedApiToken("scoped@example.com", "scoped-token", scopes));

    private static Action<SandboxOptions> OAuth(bool expired) =>
        options => options.Credentials.Add(SandboxCredential.OAuth("oauth-token", ["read:page:confluence"], expired ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : null));
}
