using System.Text.Json;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Http;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Paging;
using Confluence.Generated.Pipeline;
using Confluence.Generated.Requests;
using Confluence.Generated.Sites;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Transport;

/// <summary>
/// Makes the calls of a client and all its groups, with one method for each kind of answer. Thread-safe.
/// </summary>
internal sealed class ConfluenceTransport : IDisposable
{
    private readonly CallRunner? _runner;

    public ConfluenceTransport(ConfluenceSite site, ConfluenceCredential credential, ConfluenceClientOptions options, HttpClient client, bool isOwnClient)
    {
        ILogger? logger = options.LoggerFactory?.CreateLogger("Confluence.Generated");
        SiteConnection connection = options.FindsGateway ? SiteConnections.For(site, credential, options.GatewayAddress) : new SiteConnection(site);
        RequestMessageFactory messages = new(options.ApplicationName, asksForCompression: client.DefaultRequestHeaders.AcceptEncoding.Count == 0);
        Wire wire = new(client, isOwnClient, messages, connection, options);
        _runner = new CallRunner(connection, credential, options, wire, logger);
    }

    private ConfluenceTransport()
    {
    }

    /// <summary>The transport of the group clients that mocks derive from: every call through it fails and says why.</summary>
    public static ConfluenceTransport Unavailable { get; } = new();

    /// <summary>Where requests go; null for mocks.</summary>
    public ConfluenceSite? Site => _runner?.Site;

    /// <summary>Whether there is a connection; mocks have none.</summary>
    public bool IsConnected => _runner is not null;

    /// <summary>The clock of the client.</summary>
    public TimeProvider TimeProvider => _runner?.Options.TimeProvider ?? TimeProvider.System;

    /// <summary>The logger of the client; null for none.</summary>
    public ILogger? Logger => _runner?.Logger;

    /// <summary>Whether the client is disposed.</summary>
    public bool IsClosed => Closed.IsCancellationRequested;

    /// <summary>Ends waits outside of calls when the client is disposed.</summary>
    public CancellationToken Closed => _runner?.Closed ?? CancellationToken.None;

    /// <summary>The page size in the client's options; null if there is none.</summary>
    public int? PageSize => _runner?.Options.PageSize;

    private CallRunner Available => _runner ?? throw Unconnected();

    private static InvalidOperationException Unconnected() => new(
        "This client was made without a connection, as mocks are. Override the method that is being called, or take the client from a ConfluenceClient.");

    /// <summary>Ends the running calls and their waits, and refuses further calls.</summary>
    public void Dispose() => _runner?.Dispose();

    /// <summary>Calls an operation whose answer has no body, or one that is not needed.</summary>
    public async Task SendAsync(ConfluenceRequest request, CancellationToken cancellationToken) => await SendAsync(request, isQuestion: false, cancellationToken).ConfigureAwait(false);

    /// <summary>Calls an operation that asks a yes-or-no question: 404 means no.</summary>
    public async Task<bool> AskAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(request, isQuestion: true, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
        {
            return false; // Not any 404: a lost site, a wrong address and a refused credential have other kinds.
        }
    }

    private Task<bool> SendAsync(ConfluenceRequest request, bool isQuestion, CancellationToken cancellationToken) => Available.RunAsync(
        request,
        WantedAnswer.Nothing,
        pageNumber: null,
        new AnswerReader<bool>(static (request, answer) => WebPage.Is(answer) ? throw LostCalls.AnsweredByPage(request, answer) : true),
        cancellationToken,
        isQuestion);

    /// <summary>Calls an operation that answers with JSON.</summary>
    public Task<T> SendAsync<T>(ConfluenceRequest request, JsonItemReader<T> read, CancellationToken cancellationToken) => _runner is { } runner
        ? runner.RunAsync(request, WantedAnswer.Json, pageNumber: null, runner.Reading(read), cancellationToken)
        : Task.FromException<T>(Unconnected());

    /// <summary>Calls an operation that may answer with JSON or with nothing, for which it returns the default element.</summary>
    public Task<JsonElement> SendForAnyAsync(ConfluenceRequest request, CancellationToken cancellationToken) => _runner is { } runner
        ? runner.RunAsync(request, WantedAnswer.Json, pageNumber: null, new AnswerReader<JsonElement>((asked, answer) => JsonAnswer.IsNothing(asked, answer) ? default : runner.Reading(JsonItem.Element).Read(asked, answer)), cancellationToken)
        : Task.FromException<JsonElement>(Unconnected());

    /// <summary>Calls an operation that answers with a file.</summary>
    public async Task<ConfluenceDownload> DownloadAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        CallRunner runner = Available;
        HttpAnswer answer = await AskAsync(null, cancellationToken).ConfigureAwait(false);
        return await ConfluenceDownload.OpenAsync(request, answer, AskAsync, runner.Options, cancellationToken).ConfigureAwait(false);

        Task<HttpAnswer> AskAsync(RestOfFile? rest, CancellationToken token) => runner.RunAsync(
            request with { Rest = rest }, WantedAnswer.Download, pageNumber: null, new AnswerReader<HttpAnswer>(static (_, answer) => answer), token);
    }

    /// <summary>Creates a list that is fetched page by page during the walk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The operation does not allow the page size; thrown here, not during a walk.</exception>
    /// <exception cref="ArgumentException">The caller adds a parameter that the list sends itself; also thrown here.</exception>
    public Paged<T> Page<T>(ConfluenceRequest request, PagingStyle style, CancellationToken cancellationToken)
        where T : IJsonModel<T> => Page(request, style, JsonItem.Model<T>, cancellationToken);

    /// <summary>Creates a list of results that are not models.</summary>
    /// <inheritdoc cref="Page{T}(ConfluenceRequest, PagingStyle, CancellationToken)"/>
    public Paged<T> Page<T>(ConfluenceRequest request, PagingStyle style, JsonItemReader<T> item, CancellationToken cancellationToken)
    {
        CallRunner runner = Available;
        request.ThrowIfSentTwice(PageStepper.PlaceNames(style));
        return new CalledPaged<T>(new PageCalls<T>(runner, style, item), request, WantedPageSize.Of(request.Operation, request.Options, runner.Options.PageSize), cancellationToken);
    }
}
