namespace Confluence.Generated.Configuration;

/// <summary>
/// Every setting that holds for a single call. It is one value, so that whoever makes a call for another one hands on all of them, those of tomorrow too.
/// What they mean stands at the properties of <see cref="ConfluenceRequestOptions"/>, which is a view of it.
/// </summary>
internal sealed record CallSettings
{
    /// <summary>The settings of a call that was made without any.</summary>
    public static CallSettings Default { get; } = new();

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? MaxWait { get; init; }

    public Action<ConfluenceWait>? OnWait { get; init; }

    public Action<ConfluenceResponseDetails>? OnResponse { get; init; }

    public IReadOnlyDictionary<string, string>? AdditionalQuery
    {
        get;
        init => field = Configuration.AdditionalQuery.Copy(value, nameof(AdditionalQuery));
    }

    public IReadOnlyDictionary<string, string>? AdditionalHeaders
    {
        get;
        init => field = Configuration.AdditionalHeaders.Copy(value, nameof(AdditionalHeaders));
    }

    /// <summary>The values that the caller adds to requests, which may be secret.</summary>
    public IEnumerable<string> AdditionalValues =>
        AdditionalHeaders is null && AdditionalQuery is null ? [] : [.. AdditionalHeaders?.Values ?? [], .. AdditionalQuery?.Values ?? []];
}
