namespace Confluence.Generated.Retrieval;

/// <summary>
/// Settings of a retrieval. Those of <see cref="ConfluenceRequestOptions"/> and <see cref="ConfluenceListOptions.PageSize"/> hold for each of the calls that
/// it makes. A retrieval is patient: where <see cref="ConfluenceRequestOptions.MaxWait"/> is null, each call waits for a quota up to 75 minutes, since
/// quotas renew each hour.
/// </summary>
/// <remarks>
/// If one item is refused or fails, only that item is missing; <see cref="OnGap"/> says where it shows. When the credential or the site is lost, the
/// retrieval ends with an exception that carries the server's message. Where a refusal can mean either, one call for the list of spaces decides, as it
/// does after ten failures in a row. After thirty failures in a row, of at least five pages and three operations, the site counts as lost even if it lists
/// its spaces. A part that fails for fifty pages in a row is not requested again in this retrieval, nor is one that the site says it does not have and that
/// never came.
/// </remarks>
public abstract record RetrievalOptions : ConfluenceListOptions
{
    internal const int DefaultConcurrency = 4;
    private const int LargestConcurrency = 64;

    private protected RetrievalOptions()
    {
    }

    /// <summary>
    /// How many calls may be under way at once, from 1 to 64; null, the default, means 4. The order of what is given does not depend on it.
    /// More calls at once finish sooner, until the site answers 429 (too many requests) and makes all of them wait.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1 or more than 64.</exception>
    public int? MaxConcurrency
    {
        get;
        init => field = value is < 1 or > LargestConcurrency
            ? throw new ArgumentOutOfRangeException(nameof(MaxConcurrency), value, $"Give a number from 1 to {LargestConcurrency}, or null for {DefaultConcurrency}.")
            : value;
    }

    /// <summary>
    /// Called for each part that the site does not give, as soon as that is known; null, the default, for none. What is given does not depend on it.
    /// </summary>
    /// <remarks>
    /// <para>A gap stands where the missing part would: in <see cref="RetrievedPage.Gaps"/> and <see cref="UserLookup.Gap"/>, and among activity as an event of
    /// the kind <see cref="ActivityKind.Gap"/>. It never ends the walk, because a caller that collects a list would then lose everything that was read.
    /// Each gap is also logged as a warning, and a limit of the API as information.</para>
    /// <para>What belongs to nothing that is given, such as the rest of a list that broke off, has no such place. A sequence that ends
    /// promises to be whole, so after everything else was given the walk ends with a <see cref="ConfluenceRetrievalException"/> that names it; not if
    /// this was called for it, and not if it is a limit of the API (<see cref="RetrievalGap.IsLimit"/>).</para>
    /// <para>It runs as a part of the walk, one call at a time. An exception that it throws ends the walk and is thrown by it.</para>
    /// </remarks>
    public Action<RetrievalGap>? OnGap { get; init; }

    internal int Concurrency => MaxConcurrency ?? DefaultConcurrency;
}
