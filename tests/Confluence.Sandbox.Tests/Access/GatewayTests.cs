using System.Net;
using System.Text.Json;

namespace Confluence.Sandbox.Tests.Access;

public sealed class GatewayTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() => _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 10 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task The_gateway_address_holds_the_cloud_id_that_the_site_tells()
    {
        JsonElement tenant = await _session.GetAsync("/_edge/tenant_info");

        Assert.Equal(_session.Sandbox.CloudId, tenant.GetProperty("cloudId").GetString());
        Assert.Equal(new Uri(_session.Sandbox.BaseAddress, "ex/confluence/" + _session.Sandbox.CloudId), _session.Sandbox.GatewayAddress);
    }

    [Fact]
    public async Task Both_doors_give_the_same_bytes_so_that_links_stay_those_of_the_site()
    {
        string gateway = _session.Sandbox.GatewayAddress.AbsolutePath;
        foreach (string path in (string[])["/wiki/api/v2/pages?limit=2", "/wiki/rest/api/group?limit=1", "/wiki/rest/api/search?cql=type%3Dpage&limit=2"])
        {
            string atSite = await _session.GetTextAsync(path);
            Assert.Equal(atSite, await _session.GetTextAsync(gateway + path));
            Assert.DoesNotContain("/ex/confluence", atSite, StringComparison.Ordinal);
        }

        JsonElement links = (await _session.GetAsync(gateway + "/wiki/api/v2/pages?limit=2")).GetProperty("_links");
        Assert.StartsWith("/wiki/api/v2/pages?", links.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Equal(_session.Sandbox.BaseAddress.GetLeftPart(UriPartial.Authority) + "/wiki", links.GetProperty("base").GetString());
    }

    [Theory]
    [InlineData("127.0.0.1", "/ex/confluence/00000000-0000-4000-8000-000000000000/wiki/api/v2/pages")]
    [InlineData("127.0.0.1", "/ex/confluence/wiki/api/v2/pages")]
    [InlineData("127.0.0.1", "/ex/confluence")]
    [InlineData("127.0.0.1", "/ex/jira/{cloudId}/wiki/api/v2/pages")]
    [InlineData("127.0.0.1", "/ex/confluence/{cloudId}-not/wiki/api/v2/pages")]
    [InlineData("api.atlassian.com", "/wiki/api/v2/pages")]
    [InlineData("API.atlassian.com", "/wiki/rest/api/user/current")]
    [InlineData("api.atlassian.com", "/_edge/tenant_info")]
    public async Task A_request_to_the_gateway_that_names_no_site_gets_its_404(string host, string path)
    {
        path = path.Replace("{cloudId}", _session.Sandbox.CloudId, StringComparison.Ordinal);
        Answer answer = await _session.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Host = host);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(["timestamp", "status", "error", "message", "path"], answer.Json.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(path, answer.Json.GetProperty("path").GetString());
        Assert.True(_session.Sandbox.Requests[^1].IsGateway);
    }

    [Fact]
    public async Task The_host_of_the_gateway_with_the_prefix_is_answered()
    {
        Answer answer = await _session.SendAsync(
            HttpMethod.Get, _session.Sandbox.GatewayAddress.AbsolutePath + "/wiki/api/v2/pages?limit=1", change: static request => request.Headers.Host = "api.atlassian.com");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
