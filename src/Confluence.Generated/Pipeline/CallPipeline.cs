using System.Diagnostics.CodeAnalysis;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// The one pipeline that carries a call: its time limit ▸ the repetitions ▸ what comes back at once ▸ the permit ▸ the time limit of the attempt ▸ the wire.
/// </summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<Call> s_callKey = new("Confluence.Generated.Call");

    private readonly ResiliencePipeline<HttpAnswer> _pipeline;
    private readonly CallersRetry? _callers;
    private readonly Attempt _attempt;

    public CallPipeline(Attempt attempt, ConfluenceClientOptions options, PermitStrategy permit, RetryRules rules, CallTeller teller)
    {
        _attempt = attempt;
        _callers = options.Retry.Pipeline is { } callers ? new CallersRetry(callers) : null;
        ResiliencePipelineBuilder<HttpAnswer> builder = new() { TimeProvider = options.TimeProvider };
        if (_callers is null)
        {
            builder.AddRetry(Repeating(options.Retry, rules, teller)).AddRetry(AtOnce(rules));
        }
        else
        {
            builder.AddRetry(GoingOn());
        }

        _pipeline = AddPermit(builder, permit)
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments => new ValueTask<TimeSpan>(CallOf(arguments.Context).Request.Body is { IsUpload: true } ? Timeout.InfiniteTimeSpan : options.AttemptTimeout),
            })
            .Build();
    }

    public static Call CallOf(ResilienceContext context) => context.Properties.GetValue(s_callKey, null!); // Set for every execution, below.

    /// <summary>Makes attempts until one ends the call.</summary>
    public async ValueTask<Outcome<HttpAnswer>> RunAsync(Call call)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.Operation.Name, continueOnCapturedContext: false, call.Clock.Token);
        try
        {
            context.Properties.Set(s_callKey, call);
            ValueTask<Outcome<HttpAnswer>> run = _callers is null ? RunAsync(context, call) : _callers.RunAsync(this, context, call);
            return await run.ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Makes attempts within a context.</summary>
    public ValueTask<Outcome<HttpAnswer>> RunAsync(ResilienceContext context, Call call) =>
        _pipeline.ExecuteOutcomeAsync(static (context, state) => state.Attempt.MakeAsync(context, state.Call), context, (Attempt: _attempt, Call: call));

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(PermitOptions))]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly checks the options by reflection, and their members are kept.")]
    private static ResiliencePipelineBuilder<HttpAnswer> AddPermit(ResiliencePipelineBuilder<HttpAnswer> builder, PermitStrategy permit) => builder.AddStrategy(_ => permit, new PermitOptions());

    private static RetryStrategyOptions<HttpAnswer> Repeating(ConfluenceRetryOptions options, RetryRules rules, CallTeller teller) => new()
    {
        MaxRetryAttempts = int.MaxValue, // The rules count: waits for a quota have a bound of their own.
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        ShouldHandle = static arguments => new ValueTask<bool>(!IsSuccess(arguments.Outcome) && CallOf(arguments.Context).Next is Repetition.AfterBackoff or Repetition.AfterNamedWait),
        DelayGenerator = arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context) is { Next: Repetition.AfterNamedWait } call
            ? call.NamedWait + (Random.Shared.NextDouble() * 0.5 * options.BaseDelay) // Never earlier than asked; a little later by chance.
            : null),
        OnRetry = arguments =>
        {
            BeginWait(CallOf(arguments.Context), arguments.RetryDelay, rules, teller);
            return default;
        },
    };

    /// <summary>
    /// Decides what follows, and repeats at once what goes on, and what was refused because of the quota: the gate knows how long to wait.
    /// It stands apart, so that the back-off does not grow with it.
    /// </summary>
    private static RetryStrategyOptions<HttpAnswer> AtOnce(RetryRules rules) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Constant,
        Delay = TimeSpan.Zero,
        ShouldHandle = arguments =>
        {
            if (IsSuccess(arguments.Outcome))
            {
                return default;
            }

            Call call = CallOf(arguments.Context);
            if (call.GoesOn)
            {
                return new ValueTask<bool>(true);
            }

            call.Next = rules.Decide(call, arguments.Outcome.Result, arguments.Outcome.Exception);
            return new ValueTask<bool>(call.Next == Repetition.AfterQuota);
        },
        OnRetry = static arguments =>
        {
            Call call = CallOf(arguments.Context);
            if (call.GoesOn)
            {
                return default; // It counts as no repetition.
            }

            call.LastFailure = Summarize(call);
            call.Repetitions += call.Quota.IsPatient ? 0 : 1;
            return default;
        },
    };

    /// <summary>Repeats at once what goes on, where the pipeline of a caller decides on everything else.</summary>
    private static RetryStrategyOptions<HttpAnswer> GoingOn() => new()
    {
        MaxRetryAttempts = 2, // A body sent unannounced, and a renewed credential.
        BackoffType = DelayBackoffType.Constant,
        Delay = TimeSpan.Zero,
        ShouldHandle = static arguments => new ValueTask<bool>(!IsSuccess(arguments.Outcome) && CallOf(arguments.Context).GoesOn),
    };

    /// <summary>Whether all is well, which needs no look at the call.</summary>
    private static bool IsSuccess(Outcome<HttpAnswer> outcome) => outcome.Result is { IsSuccess: true };

    private static void BeginWait(Call call, TimeSpan delay, RetryRules rules, CallTeller teller)
    {
        call.LastFailure = Summarize(call);
        if (delay >= call.Remaining)
        {
            call.Clock.CutShort(); // A wait that the total limit would cut off ends in a worse error, later.
            rules.TakeBack();
            return;
        }

        call.Repetitions++;
        teller.Waits(call, delay, call.LastFailure, call.Next == Repetition.AfterNamedWait, WaitKind.Retry);
    }

    /// <summary>What an attempt ended with, in a few words.</summary>
    private static string Summarize(Call call) => call.LastException switch
    {
        ConfluenceTimeoutException => "a timeout",
        ConfluenceConnectionException => "a lost connection",
        ConfluenceResponseException => "an answer that is not JSON",
        { } exception => exception.GetType().Name,
        null => $"status {(int)call.Answer!.StatusCode}", // Without an exception there is an answer.
    };

    private sealed class PermitOptions : ResilienceStrategyOptions;
}
