using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>A site of a few answers: what is not scripted is an empty list, or a page that is not there.</summary>
internal sealed class ScriptedSite : IDisposable
{
    private readonly HttpClient _http;
    private readonly Handler _handler = new();

    private const string Gateway = "/ex/confluence/0f1e2d3c-aaaa-bbbb-cccc-1234567890ab";

    public ScriptedSite(bool isGateway = false)
    {
        _http = new HttpClient(_handler);
        ConfluenceClientOptions options = new() { HttpClient = _http };
        options.Retry.MaxRetries = 0;
        Client = new ConfluenceClient(isGateway ? "https://api.atlassian.com" + Gateway : "https://site.example", new ApiTokenCredential("a@example.com", "secret"), options);
    }

    public ConfluenceClient Client { get; }

    /// <summary>The requests so far, as <c>/pages/1/versions?limit=250</c>; those of v1 begin with <c>v1</c>. Escapes are undone.</summary>
    public IReadOnlyCollection<string> Requests => _handler.Requests;

    /// <summary>Answers requests to a path, with whatever query follows; with a star at its end, whatever begins so. The longest text counts.</summary>
    public string this[string start]
    {
        set => _handler.Answers[start] = (HttpStatusCode.OK, value);
    }

    public void Refuse(string start, HttpStatusCode status, string title) => _handler.Answers[start] =
        (status, $$"""{"errors":[{"status":{{(int)status}},"code":"X","title":"{{title}}","detail":null}]}""");

    /// <summary>Does something once a request to a path was answered.</summary>
    public void After(string start, Action then) => _handler.Then[start] = then;

    public int Count(string part) => Requests.Count(request => request.Contains(part, StringComparison.Ordinal));

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }

    private sealed class Handler : HttpMessageHandler
    {
        public Dictionary<string, (HttpStatusCode Status, string Json)> Answers { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Action> Then { get; } = new(StringComparer.Ordinal);

        public ConcurrentQueue<string> Requests { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string path = Uri.UnescapeDataString((request.RequestUri?.PathAndQuery ?? "").Replace('+', ' '))
                .Replace(Gateway, "", StringComparison.Ordinal)
                .Replace("/wiki/api/v2", "", StringComparison.Ordinal).Replace("/wiki/rest/api", "v1", StringComparison.Ordinal);
            Requests.Enqueue(path);
            string? start = Answers.Keys.Where(key => Matches(path, key)).MaxBy(static key => key.Length);
            (HttpStatusCode status, string json) = start is null ? (HttpStatusCode.OK, """{"results":[],"_links":{}}""") : Answers[start];
            if (start is not null && Then.TryGetValue(start, out Action? then))
            {
                then();
            }

            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        }

        private static bool Matches(string path, string key) => key.EndsWith('*')
            ? path.StartsWith(key[..^1], StringComparison.Ordinal)
            : path.StartsWith(key, StringComparison.Ordinal) && (path.Length == key.Length || path[key.Length] is '?' or '&');
    }
}
