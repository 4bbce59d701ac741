using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Confluence.Generated.Tests.Http;

/// <summary>What a request looked like when it was sent.</summary>
internal sealed record Sent(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[]? Body, DateTimeOffset At)
{
    public Version? Version { get; init; }

    public HttpVersionPolicy Policy { get; init; }

    public string Text => Encoding.UTF8.GetString(Body ?? []);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>Answers requests from a script and remembers them.</summary>
internal sealed class StubHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<Sent, CancellationToken, Task<HttpResponseMessage>>> _script = new();
    private readonly SemaphoreSlim _arrivals = new(0);

    public ConcurrentQueue<Sent> Requests { get; } = new();

    /// <summary>The answers that were given, to see whether they were let go.</summary>
    public ConcurrentQueue<StubContent> Contents { get; } = new();

    public bool IsDisposed { get; private set; }

    /// <summary>Whether no connection can be made, so that nothing of a request is read.</summary>
    public bool IsUnreachable { get; set; }

    public Sent Last => Requests.Last();

    public StubHandler Then(Func<Sent, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public StubHandler Answer(HttpStatusCode status, string body = "", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Then((_, _) => Task.FromResult(Make(status, new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType, headers)));

    public StubHandler Stream(HttpStatusCode status, Stream body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        Then((_, _) => Task.FromResult(Make(status, body, contentType, headers)));

    public StubHandler Json(string body) => Answer(HttpStatusCode.OK, body);

    public StubHandler Fail(Exception exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public StubHandler Hang() => Then(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("The wait has no end of its own.");
    });

    /// <summary>Forgets the answers that nobody has asked for.</summary>
    public void Forget() => _script.Clear();

    /// <summary>Waits until one more request has arrived.</summary>
    public async Task ArrivalAsync() => Assert.True(await _arrivals.WaitAsync(TimeSpan.FromSeconds(30)), "No request arrived.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        byte[]? body = request.Content is null || IsUnreachable ? null : await request.Content.ReadAsByteArrayAsync(CancellationToken.None);
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            headers[name] = string.Join(name == "User-Agent" ? " " : ", ", values);
        }

        Sent sent = new(request.Method.Method, request.RequestUri!, headers, body, time.GetUtcNow()) // HttpClient sends no request without an address.
        {
            Version = request.Version,
            Policy = request.VersionPolicy,
        };
        Requests.Enqueue(sent);
        _arrivals.Release();
        if (!_script.TryDequeue(out Func<Sent, CancellationToken, Task<HttpResponseMessage>>? answer))
        {
            throw new InvalidOperationException($"Nothing was scripted for {sent.Method} {sent.Uri}.");
        }

        HttpResponseMessage response = await answer(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private HttpResponseMessage Make(HttpStatusCode status, Stream body, string contentType, (string Name, string Value)[] headers)
    {
        StubContent content = new(body);
        Contents.Enqueue(content);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        HttpResponseMessage response = new(status) { Content = content };
        foreach ((string name, string value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}

/// <summary>Content that tells whether it was disposed.</summary>
internal sealed class StubContent(Stream stream) : StreamContent(stream)
{
    public bool IsDisposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
