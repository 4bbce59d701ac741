using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Servers that no connection can be made to.</summary>
public sealed class UnreachableTests
{
    public static TheoryData<HttpRequestError, Exception?, int> Failures => new()
    {
        { HttpRequestError.NameResolutionError, new SocketException((int)SocketError.HostNotFound), 1 },
        { HttpRequestError.NameResolutionError, null, 1 },
        { HttpRequestError.NameResolutionError, new SocketException((int)SocketError.TryAgain), 5 },
        { HttpRequestError.SecureConnectionError, new AuthenticationException("The certificate is invalid."), 1 },
        { HttpRequestError.SecureConnectionError, new IOException("The connection was reset."), 5 },
        { HttpRequestError.ConnectionError, new SocketException((int)SocketError.ConnectionRefused), 2 },
        { HttpRequestError.ProxyTunnelError, null, 5 },
        { HttpRequestError.ResponseEnded, null, 5 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_will_not_pass_is_not_tried_again_and_again(HttpRequestError error, Exception? cause, int attempts)
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 5; i++)
        {
            harness.Handler.Fail(new HttpRequestException(error, "It failed.", cause));
        }

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal((attempts, attempts), (exception.Attempts, harness.Handler.Requests.Count));
    }

    [Theory]
    [InlineData(407, 1)]
    [InlineData(503, 5)]
    public async Task A_proxy_that_refuses_is_not_asked_again(int status, int attempts)
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 5; i++)
        {
            harness.Handler.Fail(new HttpRequestException(HttpRequestError.ProxyTunnelError, "It refused.", statusCode: (HttpStatusCode)status));
        }

        Assert.Equal(attempts, (await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(GetPage)))).Attempts);
    }

    [Fact]
    public async Task A_server_that_has_answered_before_is_there_and_the_network_is_what_fails()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"8"}""")
            .Fail(new HttpRequestException(HttpRequestError.NameResolutionError))
            .Fail(new HttpRequestException(HttpRequestError.ConnectionError))
            .Fail(new HttpRequestException(HttpRequestError.ConnectionError))
            .Json("""{"id":"9"}""");
        await harness.GetAsync(Request(GetPage));

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_costs_two_attempts()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string site = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        using ConfluenceClient client = new(site, new BearerTokenCredential("abc"), new ConfluenceClientOptions { Retry = { BaseDelay = TimeSpan.Zero } });

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => client.Transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken));

        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_no_write_that_was_sent()
    {
        using Harness harness = Harness.Create();
        harness.HttpClient.Timeout = Timeout.InfiniteTimeSpan;
        harness.Handler.IsUnreachable = true;
        harness.Handler.Fail(new TaskCanceledException("A connection could not be made in time.", new TimeoutException()));

        ConfluenceConnectionException exception = await Assert.ThrowsAsync<ConfluenceConnectionException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Contains("no connection could be made in time", exception.Message, StringComparison.Ordinal);
    }
}
