using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Retrieval;

/// <summary>
/// A sandbox and a client in front of it that writes down each request, and that a test can make answer something else.
/// </summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly Recorder _recorder;
    private readonly HttpClient _http;

    private TestSite(ConfluenceSandbox sandbox, Action<ConfluenceClientOptions>? client)
    {
        Sandbox = sandbox;
        _recorder = new Recorder { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } };
        _http = new HttpClient(_recorder);
        ConfluenceClientOptions options = new() { HttpClient = _http };
        options.Retry.MaxRetries = 0;
        client?.Invoke(options);
        Client = new ConfluenceClient(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken), options);
    }

    public ConfluenceSandbox Sandbox { get; }

    public ConfluenceClient Client { get; }

    public SandboxTruth Truth => Sandbox.Truth;

    /// <summary>The requests so far: method, path without the common part, and query.</summary>
    public IReadOnlyCollection<string> Requests => _recorder.Requests;

    /// <summary>The largest number of requests that were under way at once.</summary>
    public int LargestConcurrency => _recorder.Largest;

    /// <summary>What a test answers instead of the sandbox; null leaves a request to the sandbox.</summary>
    public Func<string, HttpResponseMessage?>? Instead { set => _recorder.Instead = value; }

    public static async Task<TestSite> StartAsync(Action<SandboxOptions>? configure = null, Action<ConfluenceClientOptions>? client = null)
    {
        SandboxOptions options = new() { Seed = 7, Pages = 60 };
        configure?.Invoke(options);
        return new TestSite(await ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken), client);
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Refuse(HttpStatusCode status, string title) =>
        Json($$"""{"errors":[{"status":{{(int)status}},"code":"X","title":"{{title}}","detail":null}]}""", status);

    public int Count(string part) => Requests.Count(request => request.Contains(part, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http.Dispose();
        _recorder.Dispose();
        await Sandbox.DisposeAsync();
    }

    private sealed class Recorder : DelegatingHandler
    {
        private int _running;

        public ConcurrentQueue<string> Requests { get; } = new();

        public Func<string, HttpResponseMessage?>? Instead { get; set; }

        public int Largest { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri?.PathAndQuery ?? string.Empty;
            string what = $"{request.Method} {path.Replace("/wiki/api/v2", "", StringComparison.Ordinal).Replace("/wiki/rest/api", "v1", StringComparison.Ordinal)}";
            Requests.Enqueue(what);
            lock (Requests)
            {
                Largest = Math.Max(Largest, ++_running);
            }

            try
            {
                return Instead?.Invoke(what) ?? await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (Requests)
                {
                    _running--;
                }
            }
        }
    }
}
