using System.Diagnostics;
using System.Net;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Calls;

/// <summary>What kind of answer a call wants.</summary>
internal enum WantedAnswer
{
    Nothing,
    Json,
    Download,
}

/// <summary>One call under way: what is asked, and how far its attempts have come. Used by one flow of control at a time.</summary>
internal sealed class Call(ConfluenceRequest request, WantedAnswer wanted, TimeSpan limit, TimeProvider timeProvider) : IDisposable
{
    /// <summary>The longest that a timer takes.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly long _started = timeProvider.GetTimestamp();
    private readonly CancellationTokenSource _timer = new(limit, timeProvider);

    public ConfluenceRequest Request { get; } = request;

    public ConfluenceOperation Operation => Request.Operation;

    public WantedAnswer Wanted { get; } = wanted;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Which page of its walk the call fetches, counted from 1; null when it fetches none.</summary>
    public int? PageNumber { get; init; }

    /// <summary>The limit for the whole call, apart from the waits for a quota.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>Set when the limit has run out, which ends the call with its retries and waits.</summary>
    public CancellationToken TimeLimit => _timer.Token;

    /// <summary>The span that tells of the call; null when nobody listens.</summary>
    public Activity? Activity { get; set; }

    /// <summary>How many attempts have begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many attempts were repetitions of the kind that <see cref="ConfluenceRetryOptions.MaxRetries"/> bounds.</summary>
    public int Repetitions { get; private set; }

    /// <summary>The waits for a quota so far, which <see cref="ConfluenceRequestOptions.MaxWait"/> bounds.</summary>
    public QuotaWaits Quota { get; } = new(request.Settings.MaxWait);

    /// <summary>Whether the request was (or may have been) sent and its answer has not arrived completely.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>Whether the request has been handed to a connection, so that it is the answer that the call waits for: not a credential, a name or a connection.</summary>
    public bool IsAwaitingAnswer => IsInFlight && AwaitedCredential is null && Content is { IsBegun: true };

    /// <summary>What the attempt sends; null before the first.</summary>
    public OutgoingContent? Content { get; set; }

    /// <summary>Whether a large body is sent without asking first, because something on the way does not understand the question (417).</summary>
    public bool IsSentUnannounced { get; set; }

    /// <summary>What the call waits for, beside the server: the credential. Null when it does not.</summary>
    public string? AwaitedCredential { get; set; }

    /// <summary>Whether an earlier attempt's answer was lost, so that the call may have been carried out before this attempt.</summary>
    public bool WasAnswerLost { get; private set; }

    /// <summary>The status of the answer that is being read.</summary>
    public HttpStatusCode? StatusCode { get; set; }

    /// <summary>How many times the failure that just happened is worth a repetition at most.</summary>
    public int WorthRepeating { get; set; } = int.MaxValue;

    /// <summary>When the next attempt follows; set by the retry policy.</summary>
    public NextAttempt Next { get; set; }

    /// <summary>What the last attempt ended with, for logs.</summary>
    public string LastFailure { get; set; } = string.Empty;

    /// <summary>How long the call has been under way.</summary>
    public TimeSpan Elapsed => TimeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the limit.</summary>
    public TimeSpan Remaining => Limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Limit + Quota.Spent - Elapsed;

    /// <summary>Whether the call may change something on the server. The POSTs that may be repeated are those that only read.</summary>
    public bool IsChanging => Operation.IsWrite && Operation is not { Method: "POST", IsIdempotent: true };

    /// <summary>Whether the call, should it have reached the server, may have changed something that a repetition would change once more.</summary>
    public bool IsUnrepeatable => Operation.IsWrite && !Operation.IsIdempotent;

    public void BeginAttempt()
    {
        Attempts++;

        // Behind a gateway that gave up, the server may still have carried the call out.
        WasAnswerLost |= IsInFlight || StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;
        IsInFlight = false;
        Content = null;
        StatusCode = null;
        WorthRepeating = int.MaxValue;
    }

    /// <summary>Counts the wait that is about to begin. One for a quota does not use up the limit of the call.</summary>
    public void BeginWait()
    {
        if (!Next.IsForQuota)
        {
            Repetitions++;
            return;
        }

        Quota.Begin(Next);
        if (Limit != Timeout.InfiniteTimeSpan)
        {
            TimeSpan remaining = Remaining;
            _timer.CancelAfter(remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining > s_longest ? s_longest : remaining);
        }
    }

    public void Dispose() => _timer.Dispose();
}
