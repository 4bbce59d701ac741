using System.Security.Cryptography;
using Confluence.Generated.Errors;
using Confluence.Generated.Json;
using Confluence.Generated.Paging;
using Microsoft.Extensions.Logging;
using Polly;

namespace Confluence.Generated.Http;

/// <summary>
/// Carries calls out: the total timeout around the retries, around the attempts. One instance serves a client and all its groups, from any thread.
/// </summary>
internal sealed class ConfluenceTransport : IDisposable
{
    private readonly Parts? _parts;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed; // Taken once: the source cannot be asked any more when the client is disposed.

    public ConfluenceTransport(ConfluenceSite site, ConfluenceCredential credential, ConfluenceClientOptions options, HttpClient client, bool isOwnClient)
    {
        ILogger? logger = options.LoggerFactory?.CreateLogger("Confluence.Generated");
        RequestMessageFactory messages = new(site, options.ApplicationName, asksForCompression: client.DefaultRequestHeaders.AcceptEncoding.Count == 0);
        HttpExchange exchange = new(client, isOwnClient, messages, site, options, credential);
        RetryPolicy policy = new(options.Retry, options.TimeProvider);
        _closed = _closing.Token;
        _parts = new Parts(site, options, exchange, policy, new RetryPipeline(exchange, policy, options.TimeProvider, logger), logger);
    }

    private ConfluenceTransport() => _closed = _closing.Token;

    /// <summary>Stands in the group clients that mocks derive from: every call through it fails and says why.</summary>
    public static ConfluenceTransport Unavailable { get; } = new();

    /// <summary>Whether there is a connection at all; mocks have none.</summary>
    public bool IsConnected => _parts is not null;

    /// <summary>The clock of the client.</summary>
    public TimeProvider TimeProvider => _parts?.Options.TimeProvider ?? TimeProvider.System;

    /// <summary>Where the client logs; null for nowhere.</summary>
    public ILogger? Logger => _parts?.Logger;

    /// <summary>Whether the client is disposed.</summary>
    public bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Ends what waits outside of calls when the client is disposed.</summary>
    public CancellationToken Closed => _closed;

    /// <summary>Ends the calls under way, their waits too, and refuses further ones.</summary>
    public void Dispose()
    {
        if (_parts is null || IsClosed)
        {
            return;
        }

        _closing.Cancel();
        _closing.Dispose();
        _parts.Exchange.Dispose();
    }

    /// <summary>Calls an operation whose answer has no body, or none of interest.</summary>
    public async Task SendAsync(ConfluenceRequest request, CancellationToken cancellationToken) =>
        await SendAsync(
            request,
            WantedAnswer.Nothing,
            pageNumber: null,
            static (_, call, answer) => WebPage.Is(answer) ? throw LostCalls.AnsweredByPage(call.Request, answer) : true,
            cancellationToken).ConfigureAwait(false);

    /// <summary>Calls an operation that asks whether something is so: 404 says no.</summary>
    public async Task<bool> AskAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
        {
            return false; // Not any 404: those of a lost site, a wrong address or a refused credential have kinds of their own.
        }
    }

    /// <summary>Calls an operation that answers with JSON.</summary>
    public Task<T> SendAsync<T>(ConfluenceRequest request, JsonItemReader<T> read, CancellationToken cancellationToken) =>
        SendAsync(request, WantedAnswer.Json, pageNumber: null, (parts, call, answer) => parts.Read(call, answer, read), cancellationToken);

    /// <summary>Calls an operation that answers with a file.</summary>
    public async Task<ConfluenceDownload> DownloadAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        using Call call = Begin(request, WantedAnswer.Download);
        HttpAnswer answer = await ExecuteAsync(call, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(call, answer);
        Tell(call, answer);
        return await ConfluenceDownload.OpenAsync(request, answer, Available.Options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A list that is fetched page by page, as it is walked.</summary>
    public Paged<T> Page<T>(ConfluenceRequest request, PagingStyle style, CancellationToken cancellationToken)
        where T : IJsonModel<T>
    {
        int? pageSize = Available.Options.PageSize;
        _ = PageSizes.Of(request.Operation, request.Options, pageSize); // A size that the operation does not allow fails here, and not in the midst of a walk.
        return new TransportPaged<T>(this, request, style, pageSize, cancellationToken);
    }

    /// <summary>Fetches one page, with what paging needs beside its body.</summary>
    public Task<PageAnswer<T>> SendPageAsync<T>(ConfluenceRequest request, PagingStyle style, int pageNumber, CancellationToken cancellationToken)
        where T : IJsonModel<T> =>
        SendAsync(
            request,
            WantedAnswer.Json,
            pageNumber,
            (parts, call, answer) => parts.Read<PageAnswer<T>>(call, answer, PageAnswer<T>.Read) with
            {
                LinkHeader = answer.Headers("Link"),
                Fingerprint = style == PagingStyle.Offset ? Convert.ToHexString(SHA256.HashData(answer.Body)) : null,
            },
            cancellationToken);

    /// <summary>Gets how the calls of the client have gone lately.</summary>
    public FailuresInARow Failures { get; } = new();

    /// <summary>Gets the size of pages that the client's options name; null when they name none.</summary>
    public int? PageSize => _parts?.Options.PageSize;

    private Parts Available => _parts ?? throw new InvalidOperationException(
        "This client was made without a connection, as mocks are. Override the method that is being called, or take the client from a ConfluenceClient.");

    private Call Begin(ConfluenceRequest request, WantedAnswer wanted, int? pageNumber = null)
    {
        ConfluenceClientOptions options = Available.Options;
        ObjectDisposedException.ThrowIf(IsClosed, typeof(ConfluenceClient));
        TimeSpan limit = request.Options?.Timeout ?? options.Timeout;
        ConfluenceClientOptions.CheckTimeout(limit, $"{nameof(ConfluenceRequestOptions.Timeout)} of the call {request.Operation.Id}");
        ConfluenceClientOptions.CheckWait(request.Options?.MaxWait, $"{nameof(ConfluenceRequestOptions.MaxWait)} of the call {request.Operation.Id}");
        return new Call(request, wanted, limit, options.TimeProvider) { PageNumber = pageNumber };
    }

    /// <summary>Calls until an answer can be read, or the retry policy ends it.</summary>
    private async Task<T> SendAsync<T>(
        ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, Func<Parts, Call, HttpAnswer, T> read, CancellationToken cancellationToken)
    {
        Parts parts = Available;
        using Call call = Begin(request, wanted, pageNumber);
        while (true)
        {
            using HttpAnswer answer = await ExecuteAsync(call, cancellationToken).ConfigureAwait(false);
            ThrowIfRefused(call, answer);
            NextAttempt? next = null;
            T? value = default;
            try
            {
                value = read(parts, call, answer);
            }
            catch (ConfluenceResponseException unreadable)
            {
                next = parts.Policy.AfterUnreadable(call, answer);
                if (next is null)
                {
                    Tell(call, answer);
                    throw WebPage.Is(answer) ? LostCalls.NotConfluence(call, unreadable) : unreadable;
                }
            }

            if (next is not { } again)
            {
                Failures.End(request.Operation);
                Tell(call, answer);
                return value!; // What was read without an exception is there.
            }

            answer.Dispose(); // Its connection is free while the call waits.
            await WithinLimitsAsync(call, token => parts.Pipeline.WaitAsync(call, again, "an answer that is not JSON", token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpAnswer> ExecuteAsync(Call call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HttpAnswer? answer = null;
        await WithinLimitsAsync(
            call,
            async token =>
            {
                Outcome<HttpAnswer> outcome = await Available.Pipeline.RunAsync(call, token).ConfigureAwait(false);
                outcome.ThrowIfException();
                answer = outcome.Result;
            },
            cancellationToken).ConfigureAwait(false);
        return answer!; // An outcome without an exception has a result.
    }

    /// <summary>Runs a part of a call until its caller, its time limit or the end of the client cuts it off, and tells which of them did.</summary>
    private async Task WithinLimitsAsync(Call call, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.TimeLimit, _closed);
        try
        {
            await run(linked.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Exception told = LostCalls.Translate(call, exception, IsClosed, cancellationToken);
            if (told == exception)
            {
                throw;
            }

            throw told;
        }
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
                Headers = SafeHeaders.Of(answer),
                RequestId = answer.RequestId,
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

    private sealed record Parts(ConfluenceSite Site, ConfluenceClientOptions Options, HttpExchange Exchange, RetryPolicy Policy, RetryPipeline Pipeline, ILogger? Logger)
    {
        public T Read<T>(Call call, HttpAnswer answer, JsonItemReader<T> read) =>
            JsonAnswer.Read(call.Request, answer, read, Options.ValidateResponses);
    }
}
