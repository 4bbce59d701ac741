using System.Runtime.ExceptionServices;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Http;
using Confluence.Generated.Json;
using Confluence.Generated.Quotas;
using Confluence.Generated.Requests;
using Confluence.Generated.Sites;
using Confluence.Generated.Telemetry;
using Microsoft.Extensions.Logging;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Runs calls within their limits and through the pipeline, until they return a value or throw an exception of this library.</summary>
internal sealed class CallRunner : IDisposable
{
    private readonly SiteConnection _connection;
    private readonly Wire _wire;
    private readonly CallPipeline _pipeline;
    private readonly CallersPipeline? _callers;
    private readonly CallTeller _teller;
    private readonly RetryBudget _budget;
    private readonly ExpiryWarning? _expiry;
    private readonly CancellationTokenSource _closing = new();
    private bool _isDisposed;

    public CallRunner(SiteConnection connection, ConfluenceCredential credential, ConfluenceClientOptions options, Wire wire, ILogger? logger)
    {
        _connection = connection;
        _wire = wire;
        _teller = new CallTeller(options.Observer, logger);
        Closed = _closing.Token; // Read once: the source cannot be used after the client is disposed.
        _callers = options.Pipeline is { } callers ? new CallersPipeline(callers, Closed) : null;
        _expiry = credential.ExpiresAt is { } expiresAt ? new ExpiryWarning(credential, expiresAt, _teller, options.TimeProvider) : null;
        _budget = new RetryBudget(options.Retry.Budget);
        QuotaGate gate = QuotaGates.For(connection.Stated, credential, options.TimeProvider);
        LimiterSeat? limiter = options.Quota.Limiter is { } given ? new LimiterSeat(given, options.Quota.Cost, options.TimeProvider) : null;
        _pipeline = new CallPipeline(
            new Attempt(wire, new CredentialGuard(credential), new GatewayFinder(connection, credential, wire, options, _teller), _teller, options.AttemptTimeout),
            options,
            new PermitStrategy(gate, new PermitWaits(gate, _teller, options.TimeProvider), limiter, options.Retry),
            new RetryRules(options.Retry, _budget),
            _teller);
        Options = options;
    }

    public ConfluenceClientOptions Options { get; }

    /// <summary>Where requests go.</summary>
    public ConfluenceSite Site => _connection.Current;

    /// <summary>The logger of the client; null for none.</summary>
    public ILogger? Logger => _teller.Logger;

    /// <summary>Ends waits when the client is disposed.</summary>
    public CancellationToken Closed { get; }

    /// <summary>Gets the recent failures of the client's lists.</summary>
    public FailedLists FailedLists { get; } = new();

    /// <summary>Ends the running calls and their waits, and refuses further calls.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        _closing.Cancel();
        _closing.Dispose();
        _wire.Dispose();
    }

    /// <summary>Makes a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wanted">The kind of answer that is wanted. The caller releases the answer of a download.</param>
    /// <param name="pageNumber">The page of its walk that the call fetches; null if it does not fetch a page.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isQuestion">Whether 404 is a regular answer.</param>
    public Task<T> RunAsync<T>(
        ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, AnswerReader<T> read, CancellationToken cancellationToken, bool isQuestion = false) => _callers is { } callers
        ? RunForCallersAsync(callers, request, wanted, pageNumber, read, isQuestion, cancellationToken)
        : RunOnceAsync(request, wanted, pageNumber, read, isQuestion, keep: null, cancellationToken);

    /// <summary>Gets a reader of answers that is as strict as the client's options say.</summary>
    public AnswerReader<T> Reading<T>(JsonItemReader<T> read) => new(read, Options.ValidateResponses);

    /// <summary>A separate method, so that the usual path does not pay for this closure.</summary>
    private Task<T> RunForCallersAsync<T>(
        CallersPipeline callers, ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, AnswerReader<T> read, bool isQuestion, CancellationToken cancellationToken) => callers.RunAsync<T>(
        request.Operation,
        async (token, keep) => await RunOnceAsync(request, wanted, pageNumber, read, isQuestion, keep, token).ConfigureAwait(false),
        cancellationToken);

    private async Task<T> RunOnceAsync<T>(
        ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, AnswerReader<T> read, bool isQuestion, Action<Call<T>>? keep, CancellationToken cancellationToken)
    {
        using CallClock clock = Begin(request, cancellationToken);
        Call<T> call = new(request, wanted, clock, Options.Quota, read) { PageNumber = pageNumber, Site = _connection.Current };
        CallTelemetry telemetry = CallTelemetry.Start(call, call.Site);
        bool isHandedOn = false;
        try
        {
            _teller.Began(call);
            _expiry?.Look(call);
            Outcome<HttpAnswer> outcome = await _pipeline.RunAsync(call).ConfigureAwait(false);
            HttpAnswer answer = Succeeded(call, outcome, telemetry, cancellationToken);
            if (keep is not null)
            {
                call.Details = CallTeller.Details(call, answer, result: call);
                keep(call);
            }

            telemetry.End(failure: null);
            isHandedOn = wanted == WantedAnswer.Download;
            return call.Value;
        }
        catch (Exception exception)
        {
            bool isAnswer = isQuestion && exception is ConfluenceApiException { Kind: var kind } && kind == ConfluenceErrorKind.NotFound;
            telemetry.End(isAnswer ? null : exception);
            if (!isAnswer)
            {
                _teller.Failed(call, exception);
            }

            throw;
        }
        finally
        {
            if (!isHandedOn)
            {
                call.Answer?.Release();
            }
        }
    }

    private CallClock Begin(ConfluenceRequest request, CancellationToken cancellationToken)
    {
        if (Closed.IsCancellationRequested)
        {
            throw new ObjectDisposedException("Confluence.Generated.ConfluenceClient", $"{request} was not sent: the ConfluenceClient is disposed.");
        }

        TimeSpan limit = request.Settings.Timeout ?? Options.Timeout;
        ConfluenceClientOptions.CheckTimeout(limit, $"{nameof(ConfluenceRequestOptions.Timeout)} of the call {request.Operation.Id}");
        ConfluenceClientOptions.CheckWait(request.Settings.MaxWait, $"{nameof(ConfluenceRequestOptions.MaxWait)} of the call {request.Operation.Id}");
        request.ThrowIfSentTwice();
        cancellationToken.ThrowIfCancellationRequested();
        return CallClock.Start(Options.TimeProvider, limit, cancellationToken, Closed);
    }

    /// <summary>Returns the answer of a call that succeeded; throws the exception of one that failed.</summary>
    private HttpAnswer Succeeded(Call call, Outcome<HttpAnswer> outcome, CallTelemetry telemetry, CancellationToken cancellationToken)
    {
        if (call.Clock.IsCutShort && outcome.Exception is OperationCanceledException)
        {
            outcome = call.LastOutcome;
        }

        if (call.Answer is { } last)
        {
            telemetry.Answered(last);
        }

        if (outcome.Exception is { } exception)
        {
            Exception told = Failure(call, exception, cancellationToken);
            if (told == exception)
            {
                ExceptionDispatchInfo.Throw(exception); // Keeps the stack trace.
            }

            throw told;
        }

        HttpAnswer answer = outcome.Result!; // An outcome without an exception has a result.
        _teller.Ends(call, answer);
        if (!answer.IsSuccess)
        {
            throw ApiErrors.Create(call.Site, call, answer);
        }

        FailedLists.End(call.Operation);
        _budget.Earn(call.Taken > 0);
        return answer;
    }

    private Exception Failure(Call call, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is ConfluenceResponseException unreadable && call.Answer is { IsSuccess: true } answer)
        {
            _teller.Ends(call, answer);
            if (WebPage.Is(answer))
            {
                call.IsInFlight = false; // The exception says everything.
                exception = LostCalls.NotConfluence(call, unreadable);
            }
        }
        else
        {
            exception = CallEnds.Translate(call, exception, cancellationToken);
        }

        return exception;
    }
}
