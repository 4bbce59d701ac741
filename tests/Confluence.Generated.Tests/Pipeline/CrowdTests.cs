using System.Globalization;
using System.Net;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>A crowd of calls against a server that takes few of them, on a clock that moves only when all of them wait.</summary>
public sealed class CrowdTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("1", false, 260)]
    [InlineData(null, false, 300)]
    [InlineData("1", true, 260)]
    public async Task A_crowd_loses_nothing_and_sends_little_more_than_it_must(string? retryAfter, bool tellsQuota, int most)
    {
        const int Calls = 200;
        VirtualClock clock = new(s_timeout, s_attempt);
        using LimitedServer server = new(clock, retryAfter, tellsQuota);
        using HttpClient http = new(server);
        using ConfluenceClient client = new("acme", new ApiTokenCredential(Harness.Email, Harness.Token), new ConfluenceClientOptions { HttpClient = http, TimeProvider = clock });
        int unfinished = Calls;
        ConfluenceRequestOptions patient = new() { MaxWait = Timeout.InfiniteTimeSpan };

        Task[] calls = [.. Enumerable.Range(0, Calls).Select(_ => CallAsync())];
        await clock.DriveAsync(() => Volatile.Read(ref unfinished));
        await Task.WhenAll(calls);

        Assert.Equal(Calls, server.Taken);
        Assert.InRange(server.Requests, Calls, most);
        Assert.InRange(clock.GetElapsedTime(0).TotalSeconds, 9, 40);
        Assert.Equal(0, clock.Running);

        async Task CallAsync()
        {
            try
            {
                await client.Transport.SendAsync(Request(GetPage, options: patient), TestContext.Current.CancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref unfinished);
            }
        }
    }

    /// <summary>Takes 20 requests in each second of the clock and refuses the others.</summary>
    private sealed class LimitedServer(VirtualClock clock, string? retryAfter, bool tellsQuota) : HttpMessageHandler
    {
        private readonly Lock _lock = new();
        private long _second = -1;
        private int _inSecond;

        public int Requests { get; private set; }

        public int Taken { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(40), clock, cancellationToken).ConfigureAwait(false);
            bool isTaken = Take();
            HttpResponseMessage response = new(isTaken ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests) { RequestMessage = request, Content = new StringContent("""{"id":"9"}""") };
            if (!isTaken && retryAfter is not null)
            {
                response.Headers.Add("Retry-After", retryAfter);
            }

            if (tellsQuota)
            {
                int left = Math.Max(20 - _inSecond, 0);
                DateTimeOffset reset = DateTimeOffset.UnixEpoch.AddSeconds(clock.GetUtcNow().ToUnixTimeSeconds() + 1);
                response.Headers.Add("X-RateLimit-Limit", "20");
                response.Headers.Add("X-RateLimit-Remaining", left.ToString(CultureInfo.InvariantCulture));
                response.Headers.Add("X-RateLimit-Reset", reset.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                response.Headers.Add("X-RateLimit-NearLimit", left < 4 ? "true" : "false");
            }

            return response;
        }

        private bool Take()
        {
            lock (_lock)
            {
                Requests++;
                long second = clock.GetTimestamp() / TimeSpan.TicksPerSecond;
                (_second, _inSecond) = second == _second ? (second, _inSecond + 1) : (second, 1);
                Taken += _inSecond <= 20 ? 1 : 0;
                return _inSecond <= 20;
            }
        }
    }
}
