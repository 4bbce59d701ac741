namespace Confluence.Generated.Configuration;

/// <summary>
/// The settings of a single call. They are one value, so that a call made on behalf of another one passes on all of them, including future ones.
/// The properties of <see cref="ConfluenceRequestOptions"/>, which is a view of this type, document them.
/// </summary>
internal sealed record CallSettings
{
    /// <summary>The settings of a call without options.</summary>
    public static CallSettings Default { get; } = new();

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? MaxWait { get; init; }

    /// <summary>Whether the call belongs to a retrieval, which by default waits for the quota as long as <see cref="ConfluenceQuotaOptions.RetrievalMaxWait"/> says.</summary>
    public bool IsOfRetrieval { get; init; }

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

    /// <summary>The values that the caller adds to requests; they may be secret.</summary>
    public IEnumerable<string> AdditionalValues =>
        AdditionalHeaders is null && AdditionalQuery is null ? [] : [.. AdditionalHeaders?.Values ?? [], .. AdditionalQuery?.Values ?? []];
}
