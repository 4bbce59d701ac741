using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Http;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using Confluence.Generated.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Runs calls to their ends: the total timeout around the retries, around the attempts, and what the log and the caller are told of the answer.</summary>
internal sealed class CallRunner : IDisposable
{
    private readonly ConfluenceSite _site;
    private readonly HttpExchange _exchange;
    private readonly RetryPolicy _policy;
    private readonly RetryPipeline _pipeline;
    private readonly CancellationTokenSource _closing = new();

    public CallRunner(ConfluenceSite site, ConfluenceClientOptions options, HttpExchange exchange, RetryPolicy policy, RetryPipeline pipeline, ILogger? logger)
    {
        _site = site;
        _exchange = exchange;
        _policy = policy;
        _pipeline = pipeline;
        Options = options;
        Logger = logger;
        Closed = _closing.Token; // Taken once: the source cannot be asked any more when the client is disposed.
    }

    public ConfluenceClientOptions Options { get; }

    /// <summary>Where the client logs; null for nowhere.</summary>
    public ILogger? Logger { get; }

    /// <summary>Ends what waits when the client is disposed.</summary>
    public CancellationToken Closed { get; }

    /// <summary>Gets how the lists of the client have gone lately.</summary>
    public FailedLists FailedLists { get; } = new();

    private bool IsClosed => Closed.IsCancellationRequested;

    /// <summary>Ends the calls under way, their waits too, and refuses further ones.</summary>
    public void Dispose()
    {
        if (IsClosed)
        {
            return;
        }

        _closing.Cancel();
        _closing.Dispose();
        _exchange.Dispose();
    }

    /// <summary>Calls until an answer can be read, or the retry policy ends it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="wanted">What kind of answer is wanted.</param>
    /// <param name="pageNumber">Which page of its walk the call fetches; null when it fetches none.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isQuestion">Whether 404 is an answer like another.</param>
    public async Task<T> RunAsync<T>(
        ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, Func<Call, HttpAnswer, T> read, CancellationToken cancellationToken, bool isQuestion = false)
    {
        using Call call = Begin(request, wanted, pageNumber);
        CallTelemetry telemetry = CallTelemetry.Start(call, _site);
        try
        {
            T value = await RunAsync(call, telemetry, read, cancellationToken).ConfigureAwait(false);
            telemetry.End(failure: null);
            return value;
        }
        catch (Exception exception)
        {
            telemetry.End(isQuestion && exception is ConfluenceApiException { Kind: var kind } && kind == ConfluenceErrorKind.NotFound ? null : exception);
            throw;
        }
    }

    private async Task<T> RunAsync<T>(Call call, CallTelemetry telemetry, Func<Call, HttpAnswer, T> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            using HttpAnswer answer = await ExecuteAsync(call, cancellationToken).ConfigureAwait(false);
            telemetry.Answered(answer, Options.TimeProvider.GetUtcNow());
            ThrowIfRefused(call, answer);
            NextAttempt? next = null;
            T? value = default;
            try
            {
                value = read(call, answer);
            }
            catch (ConfluenceResponseException unreadable)
            {
                next = _policy.AfterUnreadable(call, answer);
                if (next is null)
                {
                    Tell(call, answer);
                    throw WebPage.Is(answer) ? LostCalls.NotConfluence(call, unreadable) : unreadable;
                }
            }

            if (next is not { } again)
            {
                FailedLists.End(call.Operation);
                Tell(call, answer);
                return value!; // What was read without an exception is there.
            }

            answer.Dispose(); // Its connection is free while the call waits.
            await WithinLimitsAsync(call, token => _pipeline.WaitAsync(call, again, "an answer that is not JSON", token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Calls an operation whose answer is read afterwards, as it comes.</summary>
    public async Task<HttpAnswer> OpenAsync(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        using Call call = Begin(request, WantedAnswer.Download, pageNumber: null);
        CallTelemetry telemetry = CallTelemetry.Start(call, _site);
        try
        {
            HttpAnswer answer = await ExecuteAsync(call, cancellationToken).ConfigureAwait(false);
            telemetry.Answered(answer, Options.TimeProvider.GetUtcNow());
            ThrowIfRefused(call, answer);
            Tell(call, answer);
            telemetry.End(failure: null);
            return answer;
        }
        catch (Exception exception)
        {
            telemetry.End(exception);
            throw;
        }
    }

    /// <summary>Reads a value from an answer, as strictly as the client was told to.</summary>
    public T Read<T>(Call call, HttpAnswer answer, JsonItemReader<T> read) => JsonAnswer.Read(call.Request, answer, read, Options.ValidateResponses);

    private Call Begin(ConfluenceRequest request, WantedAnswer wanted, int? pageNumber)
    {
        ObjectDisposedException.ThrowIf(IsClosed, typeof(ConfluenceClient));
        TimeSpan limit = request.Settings.Timeout ?? Options.Timeout;
        ConfluenceClientOptions.CheckTimeout(limit, $"{nameof(ConfluenceRequestOptions.Timeout)} of the call {request.Operation.Id}");
        ConfluenceClientOptions.CheckWait(request.Settings.MaxWait, $"{nameof(ConfluenceRequestOptions.MaxWait)} of the call {request.Operation.Id}");
        request.ThrowIfSentTwice();
        return new Call(request, wanted, limit, Options.TimeProvider) { PageNumber = pageNumber };
    }

    private async Task<HttpAnswer> ExecuteAsync(Call call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HttpAnswer? answer = null;
        await WithinLimitsAsync(
            call,
            async token =>
            {
                Outcome<HttpAnswer> outcome = await _pipeline.RunAsync(call, token).ConfigureAwait(false);
                outcome.ThrowIfException();
                answer = outcome.Result;
            },
            cancellationToken).ConfigureAwait(false);
        return answer!; // An outcome without an exception has a result.
    }

    /// <summary>Runs a part of a call until its caller, its time limit or the end of the client cuts it off, and tells which of them did.</summary>
    private async Task WithinLimitsAsync(Call call, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.TimeLimit, Closed);
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
            throw ApiErrors.Create(_site, call, answer, Options.TimeProvider.GetUtcNow());
        }
    }

    /// <summary>Tells the log and the caller, if it wants to know, what the answer was like that ends the call.</summary>
    private void Tell(Call call, HttpAnswer answer)
    {
        if (Logger is { } logger)
        {
            CallLog.Answered(logger, call.Operation.Id, call.Operation.Method, call.Request.Path, (int)answer.StatusCode, call.Attempts);
        }

        if (call.Request.Settings.OnResponse is not { } onResponse)
        {
            return;
        }

        try
        {
            onResponse(new ConfluenceResponseDetails(call.Operation, answer.StatusCode)
            {
                Headers = SafeHeaders.Of(answer),
                RequestId = answer.RequestId,
                Quota = QuotaHeaders.Of(answer, Options.TimeProvider.GetUtcNow()),
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
}
