using System.Collections.Concurrent;
using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>A client before a sandbox that keeps every request, and whose waits pass by themselves. It may refuse each request at first, for a quota.</summary>
internal sealed class WatchedSite : IDisposable
{
    private readonly Recorder _recorder;
    private readonly HttpClient _http;

    public WatchedSite(ConfluenceSandbox sandbox, SettingProbe probe)
    {
        Truth = sandbox.Truth;
        Clock.Limits.Add(SettingProbes.Timeout);
        Clock.Limits.Add(TimeSpan.FromMinutes(1)); // That of the question whether the site still works.
        _recorder = new Recorder(this, probe.RetryAfter) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } };
        _http = new HttpClient(_recorder);
        ConfluenceClientOptions options = new()
        {
            HttpClient = _http,
            TimeProvider = Clock,
            Timeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan, // The waits move the clock of calls that run at the same time too.
            Retry = { MaxRetries = 0 },
        };
        Client = new ConfluenceClient(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken), options);
    }

    public ConfluenceClient Client { get; }

    public TestClock Clock { get; } = new();

    public SandboxTruth Truth { get; }

    /// <summary>The requests that were answered, apart from those that were refused at first.</summary>
    public ConcurrentQueue<Sent> Answered { get; } = new();

    /// <summary>The requests that were refused for a quota.</summary>
    public ConcurrentQueue<Sent> Refused { get; } = new();

    /// <summary>What the site answers instead of the sandbox; null leaves a request to it.</summary>
    public Func<Uri, HttpStatusCode?> Instead { get; set; } = static _ => null;

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _recorder.Dispose();
    }

    private sealed class Recorder(WatchedSite site, TimeSpan? retryAfter) : DelegatingHandler
    {
        private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            Sent sent = new(
                request.Method.Method,
                request.RequestUri!, // HttpClient sends no request without an address.
                request.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                body,
                site.Clock.GetUtcNow());
            if (retryAfter is { } wait && _asked.AddOrUpdate($"{sent.Uri} {sent.Text}", 1, static (_, count) => count + 1) % 2 == 1)
            {
                site.Refused.Enqueue(sent);
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(wait) }, Content = new StringContent(""), RequestMessage = request };
            }

            site.Answered.Enqueue(sent);
            return site.Instead(sent.Uri) is { } status
                ? new HttpResponseMessage(status) { Content = new StringContent("{}"), RequestMessage = request }
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
