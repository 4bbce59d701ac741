namespace Confluence.Generated;

/// <summary>Settings of a single call. The options of every operation derive from it.</summary>
public record ConfluenceRequestOptions
{
    /// <summary>
    /// The longest that this call may take, with all its attempts and the waits between them; for a paged operation, each page.
    /// Null, the default, takes <see cref="ConfluenceClientOptions.Timeout"/>.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }
}
