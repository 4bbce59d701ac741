namespace Confluence.Generated.Retrieval;

/// <summary>
/// Settings of a retrieval. <see cref="ConfluenceRequestOptions.Timeout"/>, <see cref="ConfluenceRequestOptions.PageSize"/>,
/// and <see cref="ConfluenceRequestOptions.OnResponse"/> hold for each of the calls that it makes.
/// </summary>
public abstract record RetrievalOptions : ConfluenceRequestOptions
{
    internal const int DefaultConcurrency = 4;
    private const int LargestConcurrency = 64;

    /// <summary>The quotas of Confluence renew each hour; some minutes more, because clocks differ and all come back at once.</summary>
    internal static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(75);

    private protected RetrievalOptions()
    {
    }

    /// <summary>
    /// How many calls may be under way at once, from 1 to 64; null, the default, means 4. The order of what is given does not depend on it.
    /// More calls at once end sooner, until the site answers 429 (too many requests) and makes all of them wait.
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
    /// Is told of each part that the site does not give, as soon as that is known. Null, the default: the retrieval gives all that it can and then
    /// throws a <see cref="ConfluenceRetrievalException"/> that names the gaps, so that nobody takes an incomplete result for a complete one.
    /// </summary>
    /// <remarks>It runs as a part of the walk, one call at a time. What it throws, the walk throws.</remarks>
    public Action<RetrievalGap>? OnGap { get; init; }

    internal int Concurrency => MaxConcurrency ?? DefaultConcurrency;

    /// <summary>Gives a call's options the settings that hold for each call of the retrieval.</summary>
    internal T Each<T>(T options)
        where T : ConfluenceRequestOptions =>
        (T)((ConfluenceRequestOptions)options with
        {
            Timeout = options.Timeout ?? Timeout,
            PageSize = options.PageSize ?? PageSize,
            OnResponse = options.OnResponse ?? OnResponse,
            MaxWait = options.MaxWait ?? MaxWait ?? DefaultMaxWait,
            OnWait = options.OnWait ?? OnWait,
        });
}
