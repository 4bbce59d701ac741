using System.Globalization;
using Confluence.Generated.Configuration;

namespace Confluence.Generated.Calls;

/// <summary>The waits of one call for a quota, and how far it may wait.</summary>
/// <param name="settings">What the call says.</param>
/// <param name="usual">What holds for calls that say nothing.</param>
internal sealed class QuotaWaits(CallSettings settings, ConfluenceQuotaOptions usual)
{
    private TimeSpan _named;
    private TimeSpan? _refused;
    private bool _isRefused;

    /// <summary>Whether the call said itself that it waits, or is of a retrieval: then its waits use up neither its time limit nor its repetitions.</summary>
    public bool IsPatient => settings.MaxWait is not null || settings.IsOfRetrieval;

    /// <summary>How long the waits took.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>How many waits for a refused quota have begun.</summary>
    public int Count { get; private set; }

    /// <summary>How much longer the call may wait.</summary>
    public TimeSpan Left => Most == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Most - _named;

    private TimeSpan Most => settings.MaxWait ?? (settings.IsOfRetrieval ? usual.RetrievalMaxWait : usual.MaxWait);

    /// <summary>Whether the call may wait for so long.</summary>
    /// <param name="wait">The wait, without what chance adds to it.</param>
    /// <param name="isAsked">Whether the server named it. One that it did not name may be cut short: the call then tries once more at its end.</param>
    /// <param name="asked">What the server asked for when it did, which may be a while ago; null for the wait.</param>
    public bool Allows(TimeSpan wait, bool isAsked, TimeSpan? asked = null)
    {
        TimeSpan left = Left;
        if (left > TimeSpan.Zero && (wait <= left || !isAsked))
        {
            return true;
        }

        _refused = isAsked ? asked ?? wait : null;
        _isRefused = true;
        return false;
    }

    /// <summary>Counts a wait that begins.</summary>
    /// <param name="wait">How long it is.</param>
    /// <param name="named">How much of it counts: the wait without what chance adds to it.</param>
    public void Begin(TimeSpan wait, TimeSpan named)
    {
        Count++;
        Spent += wait;
        _named += named;
    }

    /// <summary>Counts a pause that nobody demanded, which uses up nothing.</summary>
    public void Pause(TimeSpan wait) => Spent += wait;

    /// <summary>Says why the call did not wait longer: a sentence. Null when it was not for its limit.</summary>
    public string? Describe()
    {
        if (!_isRefused)
        {
            return null;
        }

        string asked = _refused is { } wait ? $"asks for a wait of {Seconds(wait)}" : "names no time";
        string waited = Count == 0 ? "has not waited yet" : $"has waited {Seconds(_named)} already";
        string setting = settings.MaxWait is not null ? nameof(ConfluenceRequestOptions.MaxWait)
            : $"{nameof(ConfluenceClientOptions.Quota)}.{(settings.IsOfRetrieval ? nameof(ConfluenceQuotaOptions.RetrievalMaxWait) : nameof(ConfluenceQuotaOptions.MaxWait))}";
        return $"The server {asked}, and the call {waited}: with {setting} it may wait {Seconds(Most)} in all.";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
