using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.OAuth;

public sealed class AccessTokenTests
{
    private const string Pages = "wiki/api/v2/pages?limit=1";

    [Fact]
    public async Task An_access_token_is_taken_at_the_gateway_with_its_scopes_and_refused_at_the_site()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (string token, string refresh) = await session.TokensAsync();

        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync(Pages, token)).Status);
        Answer other = await session.AtGatewayAsync("wiki/api/v2/spaces", token);
        Assert.Equal((HttpStatusCode.Unauthorized, "FAILURE_CLIENT_SCOPE_CHECK"), (other.Status, other.Headers["X-Failure-Category"]));
        Answer site = await session.AtSiteAsync(Pages, token);
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (site.Status, site.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, (await session.AtGatewayAsync(Pages, refresh)).Status); // No access token.
    }

    [Fact]
    public async Task An_access_token_ends_by_the_clock_of_the_sandbox()
    {
        await using OAuthSession session = await OAuthSession.StartAsync();
        (string token, _) = await session.TokensAsync();
        session.Time.Now = session.Time.Now.AddHours(1).AddSeconds(-1);
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync(Pages, token)).Status);
        session.Time.Now = session.Time.Now.AddSeconds(1);

        Assert.Equal("""{"code":401,"message":"Unauthorized"}""", (await session.AtGatewayAsync(Pages, token)).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtSiteAsync("oauth/token/accessible-resources", token)).Status);
    }

    [Fact]
    public async Task The_accessible_resources_are_the_own_site_and_the_further_ones()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app =>
            app.FurtherSites.Add(new SandboxSite("cloud-2", "Other", new Uri("https://other.example"))));
        (string token, _) = await session.TokensAsync();

        JsonElement[] sites = [.. (await session.AtSiteAsync("oauth/token/accessible-resources", token)).Json.EnumerateArray()];

        string own = session.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);
        Assert.Equal([(session.Sandbox.CloudId, own), ("cloud-2", "https://other.example")], sites.Select(static site => (Text(site, "id"), Text(site, "url"))));
        Assert.Equal([("sandbox", own + "/avatar.png"), ("Other", "https://other.example/avatar.png")], sites.Select(static site => (Text(site, "name"), Text(site, "avatarUrl"))));
        Assert.All(sites, static site => Assert.Equal("read:page:confluence", Assert.Single(site.GetProperty("scopes").EnumerateArray().ToArray()).GetString()));
    }

    [Fact]
    public async Task An_app_that_is_not_on_this_site_does_not_reach_it()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(static app => app.IsOnThisSite = false);
        (string token, _) = await session.TokensAsync();

        Assert.Equal("[]", (await session.AtSiteAsync("oauth/token/accessible-resources", token)).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await session.AtGatewayAsync(Pages, token)).Status);
    }

    [Fact]
    public async Task The_tokens_of_an_app_share_their_quota()
    {
        await using OAuthSession session = await OAuthSession.StartAsync(options: static options => options.Quota = new SandboxQuota { Points = 2 });
        (string token, string refresh) = await session.TokensAsync();
        Assert.Equal(HttpStatusCode.OK, (await session.AtGatewayAsync(Pages, token)).Status);

        (token, _) = OAuthSession.Tokens(await session.RefreshAsync(refresh));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await session.AtGatewayAsync(Pages, token)).Status);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
