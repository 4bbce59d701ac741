using System.Globalization;

namespace Confluence.Generated.Calls;

/// <summary>The waits of one call for a quota or a maintenance, as far as <see cref="ConfluenceRequestOptions.MaxWait"/> lets it wait.</summary>
/// <param name="maxWait">The longest sum; null when the call does not wait like this.</param>
internal sealed class QuotaWaits(TimeSpan? maxWait)
{
    private TimeSpan _named;
    private TimeSpan? _refused;
    private bool _isEnded;

    /// <summary>Whether the call waits through quotas at all.</summary>
    public bool IsPatient => maxWait is not null;

    /// <summary>How many waits have begun.</summary>
    public int Count { get; private set; }

    /// <summary>How long they took, with what chance added.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>How much longer the call may wait.</summary>
    private TimeSpan Left => maxWait is { } most && most != Timeout.InfiniteTimeSpan ? most - _named : TimeSpan.MaxValue;

    /// <summary>The wait for a quota; null when the call may not wait that long.</summary>
    /// <param name="asked">What the server asked for; null when it named no time.</param>
    /// <param name="backoff">What the client would choose. A server that keeps naming short times is not asked ever so often.</param>
    public TimeSpan? Choose(TimeSpan? asked, TimeSpan backoff)
    {
        TimeSpan left = Left;
        TimeSpan wait = backoff < left ? backoff : left;
        if (asked is { } named && named > wait)
        {
            wait = named;
        }

        if (left > TimeSpan.Zero && wait <= left)
        {
            return wait;
        }

        _refused = asked;
        _isEnded = true;
        return null;
    }

    public void Begin(NextAttempt next)
    {
        Count++;
        Spent += next.Delay;
        _named += next.Named;
    }

    /// <summary>Says why the call did not wait longer: a sentence. Null when it was not for its limit.</summary>
    public string? Describe()
    {
        if (!_isEnded || maxWait is not { } most)
        {
            return null;
        }

        string asked = _refused is { } wait ? $"asks for a wait of {Seconds(wait)}" : "names no time";
        string waited = Count == 0 ? "has not waited yet" : $"has waited {Seconds(_named)} already";
        return $"The server {asked}, and the call {waited}: with {nameof(ConfluenceRequestOptions.MaxWait)} it may wait {Seconds(most)} in all.";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
