using System.Diagnostics;
using System.Net;
using Confluence.Generated.Answers;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;
using Polly;

namespace Confluence.Generated.Calls;

/// <summary>A running call: its request, and the state of its attempts. Used by one flow of control at a time.</summary>
/// <param name="request">The request.</param>
/// <param name="wanted">The kind of answer that is wanted.</param>
/// <param name="clock">The limit for the whole call.</param>
/// <param name="usualWaits">How long calls wait for a quota if they do not say so themselves.</param>
internal abstract class Call(ConfluenceRequest request, WantedAnswer wanted, CallClock clock, ConfluenceQuotaOptions usualWaits) : IFailedCall
{
    private QuotaWaits? _quota;
    private bool _isEntered;
    private bool? _wasLostComplete;

    public ConfluenceRequest Request { get; } = request;

    public ConfluenceOperation Operation => Request.Operation;

    public WantedAnswer Wanted { get; } = wanted;

    /// <summary>The clock of the call.</summary>
    public CallClock Clock { get; } = clock;

    /// <summary>Where the message of the present attempt goes.</summary>
    public required ConfluenceSite Site { get; set; }

    public TimeSpan Limit => Clock.Limit;

    /// <summary>The page of its walk that the call fetches, counted from 1; null if it does not fetch a page.</summary>
    public int? PageNumber { get; init; }

    /// <summary>The span of the call; null if nothing listens.</summary>
    public Activity? Activity { get; set; }

    /// <summary>How many messages were sent or started, including those after a renewal of the credential and repetitions for any reason.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many attempts were repetitions that <see cref="ConfluenceRetryOptions.MaxRetries"/> limits.</summary>
    public int Repetitions { get; set; }

    /// <summary>How many repetitions were taken from the budget of the client, not counting those for a quota.</summary>
    public int Taken { get; set; }

    /// <summary>Whether the next attempt follows immediately, without a decision of the retry: the credential was renewed, or the body is sent unannounced.</summary>
    public bool GoesOn { get; set; }

    /// <summary>Ends an attempt apart from its time limit: at the end of the call, or when a strategy of the caller ends it.</summary>
    public CancellationToken Permitted { get; set; }

    /// <summary>Whether the call may not wait long enough to be sent again, so that it ends with the last outcome.</summary>
    public bool IsDenied { get; set; }

    /// <summary>Whether the credential has been renewed for this call.</summary>
    public bool IsRenewed { get; set; }

    /// <summary>The waits of the call for a quota.</summary>
    public QuotaWaits Quota => _quota ??= new QuotaWaits(Request.Settings, usualWaits);

    /// <summary>How long the call has waited for a quota.</summary>
    public TimeSpan QuotaSpent => _quota?.Spent ?? TimeSpan.Zero;

    public bool IsInFlight { get; set; }

    public bool IsAwaitingAnswer => IsInFlight && AwaitedCredential is null && IsBegun;

    public bool IsBegun => Content is { IsBegun: true };

    public bool IsBrokenOff => Content is { IsBrokenOff: true };

    public bool? WasSentCompletely => _wasLostComplete == true ? true : Content?.WasSentCompletely;

    /// <summary>What the attempt sends; null before the first attempt.</summary>
    public OutgoingContent? Content { get; set; }

    /// <summary>Whether a large body is sent without asking first, because a server on the way does not support that (417).</summary>
    public bool IsSentUnannounced { get; set; }

    public string? AwaitedCredential { get; set; }

    public string? AwaitedLimiter { get; set; }

    public bool WasAnswerLost { get; private set; }

    public HttpStatusCode? StatusCode { get; set; }

    /// <summary>The answer of the last attempt; null if none arrived. It is released when the next attempt begins, and when the call ends.</summary>
    public HttpAnswer? Answer { get; set; }

    /// <summary>The exception that ended the last attempt; null if an answer did.</summary>
    public Exception? LastException { get; set; }

    /// <summary>The outcome of the last attempt.</summary>
    public Outcome<HttpAnswer> LastOutcome => LastException is { } exception ? Outcome.FromException<HttpAnswer>(exception) : Outcome.FromResult(Answer!); // One of the two is set after an attempt.

    /// <summary>How often the latest failure is worth a repetition at most.</summary>
    public int WorthRepeating { get; set; } = int.MaxValue;

    /// <summary>What follows the attempt; set by the retry policy.</summary>
    public Repetition Next { get; set; }

    /// <summary>The wait before the next attempt, if the server named it.</summary>
    public TimeSpan NamedWait { get; set; }

    public string LastFailure { get; set; } = string.Empty;

    /// <summary>What is left of the limit.</summary>
    public TimeSpan Remaining => Clock.Remaining;

    public bool IsChanging => Operation.IsWrite && Operation is not { Method: "POST", IsIdempotent: true };

    public bool IsUnrepeatable => Operation.IsWrite && !Operation.IsIdempotent;

    /// <summary>Whether another message of the call does no harm: its body can be sent again, and its write has not been carried out or may be carried out twice.</summary>
    public bool MayBeSentAgain => Attempts == 0 || (Request.IsReplayable && !(IsUnrepeatable && (IsInFlight || WasAnswerLost || StatusCode is < HttpStatusCode.Ambiguous or >= HttpStatusCode.InternalServerError)));

    public bool Asks(string parameter) => Request.Asks(parameter);

    public string? DescribeWaits() => _quota?.Describe();

    /// <summary>Reads the value of a successful answer.</summary>
    /// <exception cref="ConfluenceResponseException">The answer cannot be read.</exception>
    public abstract void Read(HttpAnswer answer);

    public void BeginAttempt()
    {
        Attempts++;

        // Behind a gateway that gave up, the server may still have carried out the call.
        WasAnswerLost |= IsInFlight || StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;
        _wasLostComplete = WasAnswerLost ? WasSentCompletely : null;
        GoesOn = false;
        IsInFlight = false;
        Content = null;
        StatusCode = null;
        WorthRepeating = int.MaxValue;
        LastException = null;
        Answer?.Release();
        Answer = null;
    }

    /// <summary>Enters a section that must not run twice at the same time.</summary>
    public bool TryEnter() => Interlocked.Exchange(ref _isEntered, true) is false;

    /// <summary>Leaves the section.</summary>
    public void Leave() => Volatile.Write(ref _isEntered, false);

    public override string ToString() => Request.ToString();
}

/// <summary>A call whose answer is read as a value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class Call<T>(ConfluenceRequest request, WantedAnswer wanted, CallClock clock, ConfluenceQuotaOptions usualWaits, AnswerReader<T> read)
    : Call(request, wanted, clock, usualWaits)
{
    /// <summary>The value. Set when the call has succeeded.</summary>
    public T Value { get; private set; } = default!; // Not read before.

    /// <summary>The details of the answer, for a caller's pipeline.</summary>
    public ConfluenceResponseDetails? Details { get; set; }

    public override void Read(HttpAnswer answer) => Value = read.Read(Request, answer);
}
