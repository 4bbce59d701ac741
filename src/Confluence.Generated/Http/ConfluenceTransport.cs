using System.Diagnostics.CodeAnalysis;
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
        RetryPolicy policy = new(options.Retry, options.TimeProvider);
        _parts = new Parts(site, options, exchange, policy, BuildPipeline(options, policy, logger), logger);
    }

    private ConfluenceTransport()
    {
    }

    /// <summary>Stands in the group clients that mocks derive from: every call through it fails and says why.</summary>
    public static ConfluenceTransport Unavailable { get; } = new();

    /// <summary>The clock of the client.</summary>
    public TimeProvider TimeProvider => Available.Options.TimeProvider;

    /// <summary>Set when the client is disposed.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Calls an operation whose answer has no body, or none of interest.</summary>
    public async Task SendAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        Call call = Begin(request, WantedAnswer.Nothing);
        using CancellationTokenSource timer = TimerFor(call);
        using HttpAnswer answer = await ExecuteAsync(call, timer, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(call, answer);
        Tell(call, answer);
    }

    /// <summary>Calls an operation that answers with JSON.</summary>
    public Task<T> SendAsync<T>(ConfluenceRequest request, JsonItemReader<T> read, CancellationToken cancellationToken) =>
        SendAsync(request, pageNumber: null, read, static (value, _) => value, cancellationToken);

    /// <summary>Calls an operation that answers with a file.</summary>
    public async Task<ConfluenceDownload> DownloadAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        Call call = Begin(request, WantedAnswer.Download);
        using CancellationTokenSource timer = TimerFor(call);
        HttpAnswer answer = await ExecuteAsync(call, timer, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(call, answer);
        Tell(call, answer);
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
    public Task<PageAnswer<T>> SendPageAsync<T>(ConfluenceRequest request, PagingStyle style, int pageNumber, CancellationToken cancellationToken)
        where T : IJsonModel<T> =>
        SendAsync<PageAnswer<T>>(
            request,
            pageNumber,
            PageAnswer<T>.Read,
            style == PagingStyle.Offset
                ? static (page, answer) => page with { LinkHeader = answer.Headers("Link"), Fingerprint = Convert.ToHexString(SHA256.HashData(answer.Body)) }
                : static (page, answer) => page with { LinkHeader = answer.Headers("Link") },
            cancellationToken);

    private Parts Available => _parts ?? throw new InvalidOperationException(
        "This client was made without a connection, as mocks are. Override the method that is being called, or take the client from a ConfluenceClient.");

    /// <summary>Every paged operation takes the size of its pages as <c>limit</c>.</summary>
    private static ConfluenceRequest WithPageSize(ConfluenceRequest request) =>
        request.Options?.PageSize is { } size && request.Query?.Find("limit") is null
            ? request.WithQuery(QueryBuilder.With(request.Query, "limit", size.ToString(CultureInfo.InvariantCulture)))
            : request;

    private static ResiliencePipeline<HttpAnswer> BuildPipeline(ConfluenceClientOptions options, RetryPolicy policy, ILogger? logger)
    {
        if (options.Retry.MaxRetries == 0)
        {
            return ResiliencePipeline<HttpAnswer>.Empty;
        }

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
                    TellOfRetry(CallOf(arguments.Context), CallFailures.Summarize(arguments.Outcome), logger);
                    return default;
                },
            })
            .Build();
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(s_callKey, null!); // Set for every execution, below.

    private static void TellOfRetry(Call call, string failure, ILogger? logger)
    {
        call.LastFailure = failure;
        if (logger is not null)
        {
            TransportLog.Retrying(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, call.Attempts, failure, call.Delay);
        }
    }

    private Call Begin(ConfluenceRequest request, WantedAnswer wanted, int? pageNumber = null)
    {
        ConfluenceClientOptions options = Available.Options;
        ObjectDisposedException.ThrowIf(IsClosed, typeof(ConfluenceClient));
        TimeSpan limit = request.Options?.Timeout ?? options.Timeout;
        ConfluenceClientOptions.CheckTimeout(limit, $"{nameof(ConfluenceRequestOptions.Timeout)} of the call {request.Operation.Id}");
        return new Call(request, wanted, limit, options.TimeProvider) { PageNumber = pageNumber };
    }

    /// <summary>Calls until an answer can be read, or the retry policy ends it.</summary>
    private async Task<T> SendAsync<T>(
        ConfluenceRequest request, int? pageNumber, JsonItemReader<T> read, Func<T, HttpAnswer, T> complete, CancellationToken cancellationToken)
    {
        Parts parts = Available;
        Call call = Begin(request, WantedAnswer.Json, pageNumber);
        using CancellationTokenSource timer = TimerFor(call);
        while (true)
        {
            using (HttpAnswer answer = await ExecuteAsync(call, timer, cancellationToken).ConfigureAwait(false))
            {
                ThrowIfRefused(call, answer);
                if (TryRead(parts, call, answer, read, out T? value, out ConfluenceResponseException? unreadable))
                {
                    Tell(call, answer);
                    return complete(value, answer);
                }

                if (parts.Policy.DelayAfterUnreadable(call, answer) is not { } delay)
                {
                    Tell(call, answer);
                    throw unreadable;
                }

                call.Delay = delay;
            }

            TellOfRetry(call, "an answer that is not JSON", parts.Logger);
            await Task.Delay(call.Delay, parts.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a successful answer.</summary>
    private static bool TryRead<T>(
        Parts parts,
        Call call,
        HttpAnswer answer,
        JsonItemReader<T> read,
        [MaybeNullWhen(false)] out T value,
        [NotNullWhen(false)] out ConfluenceResponseException? unreadable)
    {
        try
        {
            value = JsonAnswer.Read(call.Request, answer, read, parts.Options.ValidateResponses);
            unreadable = null;
            return true;
        }
        catch (ConfluenceResponseException exception)
        {
            value = default;
            unreadable = exception;
            return false;
        }
    }

    /// <summary>What ends a call that takes too long, retries and waits included.</summary>
    private static CancellationTokenSource TimerFor(Call call) => new(call.Limit, call.TimeProvider);

    private async Task<HttpAnswer> ExecuteAsync(Call call, CancellationTokenSource timer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        Outcome<HttpAnswer> outcome = await RunAsync(Available, call, linked.Token).ConfigureAwait(false);

        if (outcome.Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(CallFailures.Translate(call, exception, timer.IsCancellationRequested, cancellationToken));
        }

        return outcome.Result!; // An outcome without an exception has a result.
    }

    /// <summary>Ends the call with its exception when the answer is a refusal, which is disposed then.</summary>
    private void ThrowIfRefused(Call call, HttpAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return;
        }

        Tell(call, answer);
        using (answer)
        {
            throw ApiErrors.Create(Available.Site, call, answer, Available.Options.TimeProvider.GetUtcNow());
        }
    }

    /// <summary>Tells the log and the caller, if it wants to know, what the answer was like that ends the call.</summary>
    private void Tell(Call call, HttpAnswer answer)
    {
        Parts parts = Available;
        if (parts.Logger is { } logger)
        {
            TransportLog.Answered(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, (int)answer.StatusCode, call.Attempts);
        }

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

    private sealed record Parts(ConfluenceSite Site, ConfluenceClientOptions Options, HttpExchange Exchange, RetryPolicy Policy, ResiliencePipeline<HttpAnswer> Pipeline, ILogger? Logger);
}
