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

/// <summary>Runs calls to their ends: within their limits, through the pipeline, to a value or an exception of this library.</summary>
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
        _expiry = credential.ExpiresAt is { } expiresAt ? new ExpiryWarning(credential, expiresAt, _teller, options.TimeProvider) : null;
        _budget = new RetryBudget(options.Retry.Budget);
        _callers = options.Pipeline is { } callers ? new CallersPipeline(callers) : null;
        QuotaGate gate = QuotaGates.For(connection.Stated, credential, options.TimeProvider);
        LimiterSeat? limiter = options.Quota.Limiter is { } given ? new LimiterSeat(given, options.Quota.Cost, options.TimeProvider) : null;
        _pipeline = new CallPipeline(
            new Attempt(wire, new CredentialGuard(credential), new GatewayFinder(connection, credential, wire, options, _teller), _teller, options.AttemptTimeout),
            options,
            new PermitStrategy(gate, new PermitWaits(gate, _teller, options.TimeProvider), limiter, options.Retry),
            new RetryRules(options.Retry, _budget),
            _teller);
        Options = options;
        Closed = _closing.Token; // Taken once: the source cannot be asked any more when the client is disposed.
    }

    public ConfluenceClientOptions Options { get; }

    /// <summary>Where requests go.</summary>
    public ConfluenceSite Site => _connection.Current;

    /// <summary>Where the client logs; null for nowhere.</summary>
    public ILogger? Logger => _teller.Logger;

    /// <summary>Ends what waits when the client is disposed.</summary>
    public CancellationToken Closed { get; }

    /// <summary>Gets how the lists of the client have gone lately.</summary>
    public FailedLists FailedLists { get; } = new();

    /// <summary>Ends the calls under way, their waits too, and refuses further ones.</summary>
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
    /// <param name="request">What is asked.</param>
    /// <param name="wanted">What kind of answer is wanted. A download's answer is the caller's to release.</param>
    /// <param name="pageNumber">Which page of its walk the call fetches; null when it fetches none.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isQuestion">Whether 404 is an answer like another.</param>
    public Task<T> RunAsync<T>(
        ConfluenceRequest request, WantedAnswer wanted, int? pageNumber, AnswerReader<T> read, CancellationToken cancellationToken, bool isQuestion = false) => _callers is { } callers
        ? RunForCallersAsync(callers, request, wanted, pageNumber, read, isQuestion, cancellationToken)
        : RunOnceAsync(request, wanted, pageNumber, read, isQuestion, keep: null, cancellationToken);

    /// <summary>Reads a value from answers, as strictly as the client was told to.</summary>
    public AnswerReader<T> Reading<T>(JsonItemReader<T> read) => new(read, Options.ValidateResponses);

    /// <summary>Apart from the usual way, which is not to pay for this closure.</summary>
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

    /// <summary>The answer of a call that has succeeded; of another one, its exception is thrown.</summary>
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
                ExceptionDispatchInfo.Throw(exception); // With the place where it arose.
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
                call.IsInFlight = false; // All is said by the exception.
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
