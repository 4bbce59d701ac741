using System.Globalization;
using Confluence.Generated.Configuration;

namespace Confluence.Generated.Calls;

/// <summary>Tracks the waits of one call for a quota, and how long it may wait.</summary>
/// <param name="settings">The settings of the call.</param>
/// <param name="usual">The options for calls without settings of their own.</param>
internal sealed class QuotaWaits(CallSettings settings, ConfluenceQuotaOptions usual)
{
    private TimeSpan _named;
    private TimeSpan? _refused;
    private bool _isRefused;

    /// <summary>Whether the call itself allows waits or belongs to a retrieval, so that its waits use up neither its time limit nor its repetitions.</summary>
    public bool IsPatient => settings.MaxWait is not null || settings.IsOfRetrieval;

    /// <summary>The total time of the waits.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>How many waits for a refused quota have begun.</summary>
    public int Count { get; private set; }

    /// <summary>How much longer the call may wait.</summary>
    public TimeSpan Left => Most == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Most - _named;

    /// <summary>The name of the setting that bounds the waits.</summary>
    public string Setting => settings.MaxWait is not null ? nameof(ConfluenceRequestOptions.MaxWait)
        : $"{nameof(ConfluenceClientOptions.Quota)}.{(settings.IsOfRetrieval ? nameof(ConfluenceQuotaOptions.RetrievalMaxWait) : nameof(ConfluenceQuotaOptions.MaxWait))}";

    private TimeSpan Most => settings.MaxWait ?? (settings.IsOfRetrieval ? usual.RetrievalMaxWait : usual.MaxWait);

    /// <summary>Whether the call may wait for a given time.</summary>
    /// <param name="wait">The wait, without the random delay.</param>
    /// <param name="isAsked">Whether the server named the wait. One that it did not name may be shortened: the call then tries once more at its end.</param>
    /// <param name="asked">What the server originally asked for, possibly a while ago; null for the wait.</param>
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
    /// <param name="wait">The length of the wait.</param>
    /// <param name="named">The part that counts: the wait without the random delay.</param>
    public void Begin(TimeSpan wait, TimeSpan named)
    {
        Count++;
        Spent += wait;
        _named += named;
    }

    /// <summary>Counts a pause that the server did not ask for, which uses up nothing.</summary>
    public void Pause(TimeSpan wait) => Spent += wait;

    /// <summary>Gets a sentence that says why the call did not wait longer; null if its limit was not the reason.</summary>
    public string? Describe()
    {
        if (!_isRefused)
        {
            return null;
        }

        string asked = _refused is { } wait ? $"asks for a wait of {Seconds(wait)}" : "names no time";
        string waited = Count == 0 ? "has not waited yet" : $"has waited {Seconds(_named)} already";
        return $"The server {asked}, and the call {waited}: with {Setting} it may wait {Seconds(Most)} in all.";
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
