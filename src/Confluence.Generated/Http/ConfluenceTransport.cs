using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using Confluence.Generated.Errors;
using Confluence.Generated.Json;
using Confluence.Generated.Paging;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Confluence.Generated.Http;

/// <summary>
/// Carries calls out: the total timeout around the retries, around the attempts. One instance serves a client and all its groups, from any thread.
/// </summary>
internal sealed class ConfluenceTransport
{
    private static readonly ResiliencePropertyKey<Call> s_callKey = new("Confluence.Generated.Call");

    private readonly Parts? _parts;

    public ConfluenceTransport(ConfluenceSite site, ConfluenceCredential credential, ConfluenceClientOptions options, HttpClient client, bool isOwnClient)
    {
        ILogger? logger = options.LoggerFactory?.CreateLogger("Confluence.Generated");
        HttpExchange exchange = new(client, isOwnClient, new RequestMessageFactory(site, options.ApplicationName), options, credential);
        _parts = new Parts(site, options, exchange, BuildPipeline(options, logger), logger);
    }

    private ConfluenceTransport()
    {
    }

    /// <summary>Stands in the group clients that mocks derive from: every call through it fails and says why.</summary>
    public static ConfluenceTransport Unavailable { get; } = new();

    /// <summary>Set when the client is disposed.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Calls an operation whose answer has no body, or none of interest.</summary>
    public async Task SendAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        using HttpAnswer answer = await ExecuteAsync(request, WantedAnswer.Nothing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation that answers with JSON.</summary>
    public async Task<T> SendAsync<T>(ConfluenceRequest request, JsonItemReader<T> read, CancellationToken cancellationToken)
    {
        using HttpAnswer answer = await ExecuteAsync(request, WantedAnswer.Json, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Read(request, answer, read, IsLenient(request), Available.Logger);
    }

    /// <summary>Calls an operation that answers with a file.</summary>
    public async Task<ConfluenceDownload> DownloadAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        HttpAnswer answer = await ExecuteAsync(request, WantedAnswer.Download, cancellationToken).ConfigureAwait(false);
        return await ConfluenceDownload.OpenAsync(request, answer, Available.Options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A list that is fetched page by page, as it is walked.</summary>
    public Paged<T> Page<T>(ConfluenceRequest request, PagingStyle style, CancellationToken cancellationToken)
        where T : IJsonModel<T>
    {
        _ = Available;
        return new TransportPaged<T>(this, WithPageSize(request), style, cancellationToken);
    }

    /// <summary>Fetches one page, with what paging needs beside its body.</summary>
    public async Task<PageAnswer<T>> SendPageAsync<T>(ConfluenceRequest request, PagingStyle style, int pageNumber, CancellationToken cancellationToken)
        where T : IJsonModel<T>
    {
        using HttpAnswer answer = await ExecuteAsync(request, WantedAnswer.Json, cancellationToken, pageNumber).ConfigureAwait(false);
        return JsonAnswer.Read<PageAnswer<T>>(request, answer, PageAnswer<T>.Read, IsLenient(request), Available.Logger) with
        {
            LinkHeader = answer.Headers("Link"),
            Fingerprint = style == PagingStyle.Offset ? Convert.ToHexString(SHA256.HashData(answer.Body)) : null,
        };
    }

    private Parts Available => _parts ?? throw new InvalidOperationException(
        "This client was made without a connection, as mocks are. Override the method that is being called, or take the client from a ConfluenceClient.");

    private bool IsLenient(ConfluenceRequest request) => request.Options?.Lenient ?? Available.Options.Lenient;

    /// <summary>Every paged operation takes the size of its pages as <c>limit</c>.</summary>
    private static ConfluenceRequest WithPageSize(ConfluenceRequest request) =>
        request.Options?.PageSize is { } size && request.Query?.Find("limit") is null
            ? request.WithQuery(QueryBuilder.With(request.Query, "limit", size.ToString(CultureInfo.InvariantCulture)))
            : request;

    private static ResiliencePipeline<HttpAnswer> BuildPipeline(ConfluenceClientOptions options, ILogger? logger)
    {
        if (options.Retry.MaxRetries == 0)
        {
            return ResiliencePipeline<HttpAnswer>.Empty;
        }

        RetryPolicy policy = new(options.Retry, options.TimeProvider);
        return new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<HttpAnswer>
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                ShouldHandle = arguments =>
                {
                    Call call = CallOf(arguments.Context);
                    TimeSpan? delay = policy.Decide(call, arguments.Outcome);
                    call.Delay = delay ?? TimeSpan.Zero;
                    return new ValueTask<bool>(delay is not null);
                },
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context).Delay),
                OnRetry = arguments =>
                {
                    Call call = CallOf(arguments.Context);
                    call.LastFailure = CallFailures.Summarize(arguments.Outcome);
                    if (logger is not null)
                    {
                        TransportLog.Retrying(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, call.Attempts, call.LastFailure, call.Delay);
                    }

                    return default;
                },
            })
            .Build();
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(s_callKey, null!); // Set for every execution, below.

    private async Task<HttpAnswer> ExecuteAsync(ConfluenceRequest request, WantedAnswer wanted, CancellationToken cancellationToken, int? pageNumber = null)
    {
        Parts parts = Available;
        ObjectDisposedException.ThrowIf(IsClosed, typeof(ConfluenceClient));
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan limit = request.Options?.Timeout ?? parts.Options.Timeout;
        ConfluenceClientOptions.CheckTimeout(limit, $"{nameof(ConfluenceRequestOptions.Timeout)} of the call {request.Operation.Id}");

        Call call = new(request, wanted, limit, parts.Options.TimeProvider) { PageNumber = pageNumber };
        using CancellationTokenSource timer = new(limit, parts.Options.TimeProvider);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        Outcome<HttpAnswer> outcome = await RunAsync(parts, call, linked.Token).ConfigureAwait(false);

        if (outcome.Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(CallFailures.Translate(call, exception, timer.IsCancellationRequested, cancellationToken));
        }

        HttpAnswer answer = outcome.Result!; // An outcome without an exception has a result.
        if (parts.Logger is { } logger)
        {
            TransportLog.Answered(logger, call.Operation.Id, call.Operation.Method, request.Path, (int)answer.StatusCode, call.Attempts);
        }

        Tell(parts, call, answer);
        if (!answer.IsSuccess)
        {
            using (answer)
            {
                throw ApiErrors.Create(parts.Site, call, answer, parts.Options.TimeProvider.GetUtcNow());
            }
        }

        return answer;
    }

    /// <summary>Tells the caller what the answer was like, if it wants to know.</summary>
    private static void Tell(Parts parts, Call call, HttpAnswer answer)
    {
        if (call.Request.Options?.OnResponse is not { } onResponse)
        {
            return;
        }

        try
        {
            onResponse(new ConfluenceResponseDetails(call.Operation, answer.StatusCode)
            {
                Headers = SafeHeaders.Of(answer.Response),
                RequestId = SafeText.Clean(answer.RequestId, 100),
                Quota = QuotaHeaders.Of(answer, parts.Options.TimeProvider.GetUtcNow()),
                Attempts = call.Attempts,
                Duration = call.Elapsed,
                PageNumber = call.PageNumber,
            });
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task<Outcome<HttpAnswer>> RunAsync(Parts parts, Call call, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(s_callKey, call);
            return await parts.Pipeline.ExecuteOutcomeAsync(
                static (context, state) => state.Exchange.AttemptAsync(context, state.Call), context, (parts.Exchange, Call: call)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private sealed record Parts(ConfluenceSite Site, ConfluenceClientOptions Options, HttpExchange Exchange, ResiliencePipeline<HttpAnswer> Pipeline, ILogger? Logger);
}
