namespace Confluence.Generated.Retrieval;

/// <summary>
/// Which records of the audit log to retrieve. Where <see cref="ConfluenceRequestOptions.MaxWait"/> is null, each call waits for a quota up to 75 minutes,
/// as in all retrievals.
/// </summary>
public sealed record AuditOptions : ConfluenceListOptions
{
    /// <summary>Only what was done at this moment or later; null, the default, for all that the site has kept.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only what was done before this moment; null, the default, for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only records that contain this text; null, the default, for all.</summary>
    public string? Text { get; init; }

    internal void Validate(string parameter)
    {
        if (Since >= Until)
        {
            throw new ArgumentException($"{nameof(Since)} ({Since:O}) is not before {nameof(Until)} ({Until:O}).", parameter);
        }

        if (Text is { Length: 0 })
        {
            throw new ArgumentException($"{nameof(Text)} is empty. Give a text, or null for all records.", parameter);
        }
    }
}
