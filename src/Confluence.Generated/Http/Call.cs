using System.Net;

namespace Confluence.Generated.Http;

/// <summary>What kind of answer a call wants.</summary>
internal enum WantedAnswer
{
    Nothing,
    Json,
    Download,
}

/// <summary>One call under way: what is asked, and how far its attempts have come. Used by one flow of control at a time.</summary>
internal sealed class Call(ConfluenceRequest request, WantedAnswer wanted, TimeSpan limit, TimeProvider timeProvider)
{
    private readonly long _started = timeProvider.GetTimestamp();

    public ConfluenceRequest Request { get; } = request;

    public ConfluenceOperation Operation => Request.Operation;

    public WantedAnswer Wanted { get; } = wanted;

    public TimeProvider TimeProvider { get; } = timeProvider;

    /// <summary>Which page of its walk the call fetches, counted from 1; null when it fetches none.</summary>
    public int? PageNumber { get; init; }

    /// <summary>The limit for the whole call.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>How many attempts have begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether the request was (or may have been) sent and its answer has not arrived completely.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>Whether an earlier attempt's answer was lost, so that the call may have been carried out before this attempt.</summary>
    public bool WasAnswerLost { get; set; }

    /// <summary>The status of the answer that is being read.</summary>
    public HttpStatusCode? StatusCode { get; set; }

    /// <summary>How long to wait before the next attempt; set by the retry policy.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What the last attempt ended with, for logs.</summary>
    public string LastFailure { get; set; } = string.Empty;

    /// <summary>How long the call has been under way.</summary>
    public TimeSpan Elapsed => TimeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the limit.</summary>
    public TimeSpan Remaining => Limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Limit - Elapsed;

    /// <summary>Whether the call, should it have reached the server, may have changed something that a repetition would change once more.</summary>
    public bool IsUnrepeatable => Operation.IsWrite && !Operation.IsIdempotent;

    public void BeginAttempt()
    {
        Attempts++;
        WasAnswerLost |= IsInFlight;
        IsInFlight = false;
        StatusCode = null;
    }
}
