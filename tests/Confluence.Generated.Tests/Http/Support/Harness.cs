using System.Collections.Concurrent;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Requests;
using Confluence.Generated.Transport;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Tests.Http;

/// <summary>A client on a scripted handler and a fake clock.</summary>
internal sealed class Harness : IDisposable, ILoggerFactory, ILogger
{
    public const string Email = "ada@example.com";
    public const string Token = "ATATT3xFfGF0-very-secret-token";

    private Harness()
    {
        Clock = new TestClock();
        Handler = new StubHandler(Clock);
        HttpClient = new HttpClient(Handler);
    }

    public TestClock Clock { get; }

    public StubHandler Handler { get; }

    public HttpClient HttpClient { get; }

    public ConfluenceClient Client { get; private set; } = null!; // Set by Create, the only way to make one.

    public ConfluenceTransport Transport => Client.Transport;

    public ConcurrentQueue<string> Log { get; } = new();

    public string? LogCategory { get; private set; }

    public static Harness Create(Action<ConfluenceClientOptions>? configure = null, string site = "acme", ConfluenceCredential? credential = null)
    {
        Harness harness = new();
        ConfluenceClientOptions options = new() { HttpClient = harness.HttpClient, TimeProvider = harness.Clock, LoggerFactory = harness, FindsGateway = false };
        configure?.Invoke(options);
        harness.Clock.Limits.Add(options.Timeout);
        harness.Clock.Limits.Add(options.AttemptTimeout);
        harness.Client = new ConfluenceClient(site, credential ?? new ApiTokenCredential(Email, Token), options);
        return harness;
    }

    /// <summary>Calls an operation that answers with an item.</summary>
    public Task<Item> GetAsync(ConfluenceRequest request) => Transport.SendAsync(request, JsonItem.Model<Item>, TestContext.Current.CancellationToken);

    /// <summary>Calls an operation whose answer does not matter.</summary>
    public Task SendAsync(ConfluenceRequest request) => Transport.SendAsync(request, TestContext.Current.CancellationToken);

    public Task<ConfluenceDownload> DownloadAsync(ConfluenceRequest request) => Transport.DownloadAsync(request, TestContext.Current.CancellationToken);

    public Paged<Item> Page(ConfluenceRequest request, PagingStyle style) => Transport.Page<Item>(request, style, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        HttpClient.Dispose();
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName)
    {
        LogCategory = categoryName;
        return this;
    }

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Tests log to the harness alone.");

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The values are kept as well: a log store shows them apart from the text.
        string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(" ", pairs) : string.Empty;
        Log.Enqueue($"{logLevel}: {formatter(state, exception)} {values} {exception}");
    }
}
