using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

/// <summary>
/// The gateway takes https only, so its host cannot be this machine. A handler below the client sends what goes to it to the test server;
/// everything above, the addresses included, is as in earnest.
/// </summary>
public sealed class GatewayTests
{
    private const string Base = "/ex/confluence/0f1e2d3c-aaaa-bbbb-cccc-1234567890ab";

    [Fact]
    public async Task Behind_the_gateway_every_page_of_a_list_keeps_the_prefix()
    {
        using RewritingHandler handler = new();
        using HttpClient httpClient = new(handler);
        using WireServer wire = new(options =>
        {
            handler.Target = new Uri(options.Site ?? throw new InvalidOperationException("The server has no address."));
            options.Site = "https://api.atlassian.com" + Base;
            options.HttpClient = httpClient;
        });
        wire.Script("GET", $"{Base}/wiki/api/v2/pages",
            WireAnswer.Json("""{"results":[{"id":"1"}],"_links":{"next":"/wiki/api/v2/pages?cursor=c%3D","base":"https://site.example/wiki"}}"""),
            WireAnswer.Json("""{"results":[{"id":"2"}],"_links":{"base":"https://site.example/wiki"}}"""));

        List<Page> pages = await wire.Client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 1 }).ToListAsync();

        Assert.Equal(["1", "2"], pages.Select(static page => page.Id));
        Assert.Collection(wire.Requests,
            static request => request.Is("GET", $"{Base}/wiki/api/v2/pages", "limit=1"),
            static request => request.Is("GET", $"{Base}/wiki/api/v2/pages", "limit=1", "cursor=c%3D"));
        Assert.Equal(["https://api.atlassian.com", "https://api.atlassian.com"], handler.Origins);
        Assert.True(wire.Client.Site.IsGateway);
    }

    [Fact]
    public async Task Behind_the_gateway_v1_is_reached_too_and_a_missing_scope_is_named()
    {
        using RewritingHandler handler = new();
        using HttpClient httpClient = new(handler);
        using WireServer wire = new(options =>
        {
            handler.Target = new Uri(options.Site ?? throw new InvalidOperationException("The server has no address."));
            options.Site = "https://api.atlassian.com" + Base;
            options.HttpClient = httpClient;
        });
        wire.Script("GET", $"{Base}/wiki/rest/api/user/current",
            new WireAnswer(401, """{"code":401,"message":"Unauthorized; scope does not match"}""").With("X-Failure-Category", "FAILURE_CLIENT_SCOPE_CHECK"));

        ConfluenceApiException exception = await WireServer.FailsAsync<ConfluenceApiException>(() => wire.Client.V1.Users.GetCurrentUserAsync());

        wire.Request.Is("GET", $"{Base}/wiki/rest/api/user/current");
        Assert.Equal(ConfluenceErrorKind.ScopeMissing, exception.Kind);
        Assert.NotEmpty(exception.Scopes);
        Assert.All(exception.Scopes, scope => Assert.Contains(scope, exception.Message, StringComparison.Ordinal));
    }

    private sealed class RewritingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        public Uri? Target { get; set; }

        public List<string> Origins { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri asked = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
            Origins.Add(asked.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri((Target ?? throw new InvalidOperationException("The handler has no target.")).GetLeftPart(UriPartial.Authority) + asked.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
