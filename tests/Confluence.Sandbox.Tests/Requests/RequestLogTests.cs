using System.Net;

namespace Confluence.Sandbox.Tests.Requests;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Each_request_is_written_down_with_what_came_of_it()
    {
        TestTime time = new(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero));
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 10, TimeProvider = time });

        await session.GetTextAsync("/wiki/api/v2/pages?limit=1&title=a%20b");
        await session.SendAsync(HttpMethod.Get, session.Sandbox.GatewayAddress.AbsolutePath + "/wiki/rest/api/user/9%2F8/property");
        await session.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", "{}");

        Assert.Equal(
            [
                "GET /wiki/api/v2/pages?limit=1&title=a%20b → 200",
                "GET /wiki/rest/api/user/9%2F8/property → 501",
                "POST /wiki/api/v2/pages → 400",
            ],
            session.Sandbox.Requests.Select(static request => request.ToString()));
        Assert.Equal([1L, 2L, 3L], session.Sandbox.Requests.Select(static request => request.Number));
        Assert.Equal([false, true, false], session.Sandbox.Requests.Select(static request => request.IsGateway));
        Assert.All(session.Sandbox.Requests, request => Assert.Equal(time.Now, request.ReceivedAt));
    }

    [Theory]
    [InlineData("GET", "/wiki/api/v2/pages", "read:page:confluence")]
    [InlineData("DELETE", "/wiki/api/v2/pages/1", "delete:page:confluence")]
    [InlineData("GET", "/wiki/rest/api/user/current", "read:confluence-user")]
    [InlineData("GET", "/wiki/rest/api/user/x/property", "read:user.property:confluence")]
    [InlineData("GET", "/wiki/rest/api/search/user", "read:content-details:confluence")]
    [InlineData("POST", "/wiki/rest/api/audit", "read:audit-log:confluence, write:audit-log:confluence")]
    [InlineData("GET", "/wiki/rest/api/user/email", "read:email-address:confluence")]
    [InlineData("GET", "/wiki/api/v2/admin-key", "")]
    [InlineData("GET", "/wiki/api/v2/no/such/thing", "")]
    public async Task A_request_tells_the_scopes_that_its_operation_needs(string method, string path, string scopes)
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 1 });

        await session.SendAsync(new HttpMethod(method), path);

        Assert.Equal(scopes, string.Join(", ", session.Sandbox.Requests[^1].Scopes));
    }

    [Fact]
    public async Task Nothing_of_a_credential_is_written_down()
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 1, ApiToken = "very-secret" });

        await session.GetTextAsync("/wiki/api/v2/pages");

        SandboxRequest request = Assert.Single(session.Sandbox.Requests);
        foreach (object? value in typeof(SandboxRequest).GetProperties().Select(property => property.GetValue(request)).Append(request.ToString()))
        {
            Assert.DoesNotContain("secret", value?.ToString() ?? "", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "4,5")]
    [InlineData(1_000, "1,2,3,4,5")]
    public async Task The_log_holds_the_last_requests_and_can_be_emptied(int size, string numbers)
    {
        await using SandboxSession session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 1, RequestLogSize = size });
        for (int request = 0; request < 5; request++)
        {
            await session.GetTextAsync("/wiki/api/v2/spaces");
        }

        Assert.Equal(numbers, string.Join(',', session.Sandbox.Requests.Select(static request => request.Number)));
        session.Sandbox.ClearRequests();
        Assert.Empty(session.Sandbox.Requests);
        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync(HttpMethod.Get, "/wiki/api/v2/spaces")).Status);
        Assert.Equal(size > 0 ? "6" : "", string.Join(',', session.Sandbox.Requests.Select(static request => request.Number)));
    }
}
