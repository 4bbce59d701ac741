using Confluence.Generated.Configuration;

namespace Confluence.Generated.Retrieval.Options;

/// <summary>Hands the settings of a retrieval on to the calls that it makes.</summary>
internal static class EachCall
{
    /// <summary>How long a call waits for a quota when nobody says. The quotas of Confluence renew each hour; some minutes more, because clocks differ and all come back at once.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(75);

    /// <summary>The options of a call, or of a retrieval inside this one, with the settings that hold for each call.</summary>
    /// <param name="retrieval">The options of the retrieval.</param>
    /// <param name="call">What the call asks for. It has no settings of its own yet.</param>
    public static T Each<T>(this ConfluenceListOptions retrieval, T call)
        where T : ConfluenceRequestOptions
    {
        CallSettings settings = retrieval.Settings with { MaxWait = retrieval.MaxWait ?? DefaultMaxWait };
        return call is ConfluenceListOptions list && retrieval.PageSize is { } size
            ? (T)(ConfluenceRequestOptions)(list with { Settings = settings, UsualPageSize = size })
            : (T)(call with { Settings = settings });
    }
}
