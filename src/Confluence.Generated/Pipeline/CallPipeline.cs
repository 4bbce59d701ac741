using System.Diagnostics.CodeAnalysis;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// The pipeline that carries a call: its time limit ▸ the repetitions ▸ the immediate repetitions ▸ the permit ▸ the time limit of the attempt ▸ the wire.
/// A call whose first attempt succeeds, as nearly all do, does not enter the repetitions at all.
/// </summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<Call> s_callKey = new("Confluence.Generated.Call");

    private readonly ResiliencePipeline<HttpAnswer> _repetitions;
    private readonly ResiliencePipeline<HttpAnswer> _attempts;
    private readonly ResiliencePipeline<HttpAnswer> _uploads;
    private readonly CallersRetry? _callers;
    private readonly Attempt _attempt;

    public CallPipeline(Attempt attempt, ConfluenceClientOptions options, PermitStrategy permit, RetryRules rules, CallTeller teller)
    {
        _attempt = attempt;
        _callers = options.Retry.Pipeline is { } callers ? new CallersRetry(callers) : null;
        ResiliencePipelineBuilder<HttpAnswer> repetitions = new() { TimeProvider = options.TimeProvider };
        _repetitions = (_callers is null ? repetitions.AddRetry(Repeating(options.Retry, rules, teller)).AddRetry(AtOnce(rules)) : repetitions.AddRetry(GoingOn())).Build();
        _uploads = AddPermit(new ResiliencePipelineBuilder<HttpAnswer>(), permit).Build();
        _attempts = AddPermit(new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = options.TimeProvider }, permit)
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => new ValueTask<TimeSpan>(options.AttemptTimeout) }) // The fixed value has narrower bounds.
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
            if (_callers is not null)
            {
                return await _callers.RunAsync(this, context, call).ConfigureAwait(false);
            }

            Outcome<HttpAnswer> first = await AttemptAsync(context, call).ConfigureAwait(false);
            return first.Result is { IsSuccess: true } ? first : await RepeatAsync(context, call, first).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Makes attempts within a context.</summary>
    public async ValueTask<Outcome<HttpAnswer>> RunAsync(ResilienceContext context, Call call)
    {
        Outcome<HttpAnswer> first = await AttemptAsync(context, call).ConfigureAwait(false);
        return await RepeatAsync(context, call, first).ConfigureAwait(false);
    }

    private ValueTask<Outcome<HttpAnswer>> AttemptAsync(ResilienceContext context, Call call) =>
        (call.Request.Body is { IsUpload: true } ? _uploads : _attempts).ExecuteOutcomeAsync(static (context, state) => state.Attempt.MakeAsync(context, state.Call), context, (Attempt: _attempt, Call: call));

    /// <summary>Lets the strategies decide what follows the first attempt. They see it as if they had made it.</summary>
    private async ValueTask<Outcome<HttpAnswer>> RepeatAsync(ResilienceContext context, Call call, Outcome<HttpAnswer> first)
    {
        bool isSeen = false;
        Outcome<HttpAnswer> last = await _repetitions.ExecuteOutcomeAsync(
            (context, state) =>
            {
                if (isSeen)
                {
                    return AttemptAsync(context, state);
                }

                isSeen = true;
                return new ValueTask<Outcome<HttpAnswer>>(first);
            },
            context,
            call).ConfigureAwait(false);
        return isSeen ? last : first; // A call that is over does not enter the strategies; its outcome is known.
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(PermitOptions))]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly checks the options by reflection, and their members are kept.")]
    private static ResiliencePipelineBuilder<HttpAnswer> AddPermit(ResiliencePipelineBuilder<HttpAnswer> builder, PermitStrategy permit) => builder.AddStrategy(_ => permit, new PermitOptions());

    private static RetryStrategyOptions<HttpAnswer> Repeating(ConfluenceRetryOptions options, RetryRules rules, CallTeller teller) => new()
    {
        MaxRetryAttempts = int.MaxValue, // The rules count: waits for a quota have a separate limit.
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        ShouldHandle = static arguments => new ValueTask<bool>(CallOf(arguments.Context).Next is Repetition.AfterBackoff or Repetition.AfterNamedWait),
        DelayGenerator = arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context) is { Next: Repetition.AfterNamedWait } call
            ? call.NamedWait + (Random.Shared.NextDouble() * 0.5 * options.BaseDelay) // Never earlier than asked; slightly later at random.
            : null),
        OnRetry = arguments =>
        {
            BeginWait(CallOf(arguments.Context), arguments.RetryDelay, rules, teller);
            return default;
        },
    };

    /// <summary>
    /// Decides what follows. Immediately repeats an attempt that goes on, and one that was refused because of the quota: the gate knows how long to wait.
    /// It is a separate strategy, so that the back-off does not grow with it.
    /// </summary>
    private static RetryStrategyOptions<HttpAnswer> AtOnce(RetryRules rules) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Constant,
        Delay = TimeSpan.Zero,
        ShouldHandle = arguments =>
        {
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
                return default; // This does not count as a repetition.
            }

            call.LastFailure = Summarize(call);
            call.Repetitions += call.Quota.IsPatient ? 0 : 1;
            return default;
        },
    };

    /// <summary>
    /// Immediately repeats an attempt that goes on, and a call that was told to wait for the quota, when a caller's pipeline decides everything else.
    /// </summary>
    private static RetryStrategyOptions<HttpAnswer> GoingOn() => new()
    {
        MaxRetryAttempts = int.MaxValue, // Each reason to go on occurs once in a call, and waits for the quota have a limit.
        BackoffType = DelayBackoffType.Constant,
        Delay = TimeSpan.Zero,
        ShouldHandle = static arguments =>
        {
            Call call = CallOf(arguments.Context);
            return new ValueTask<bool>(call.GoesOn || RetryRules.WaitsForQuota(call, arguments.Outcome.Result));
        },
    };

    private static void BeginWait(Call call, TimeSpan delay, RetryRules rules, CallTeller teller)
    {
        call.LastFailure = Summarize(call);
        if (delay >= call.Remaining)
        {
            call.Clock.CutShort(); // A wait that the total limit would cut off leads to a worse error later.
            rules.TakeBack(call);
            return;
        }

        call.Repetitions++;
        teller.Waits(call, delay, call.LastFailure, call.Next == Repetition.AfterNamedWait, WaitKind.Retry);
    }

    /// <summary>Describes in a few words how an attempt ended.</summary>
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
