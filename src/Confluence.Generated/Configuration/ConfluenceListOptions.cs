namespace Confluence.Generated;

/// <summary>Settings of a single call for a list, which is fetched page by page. The options of every operation that returns a list derive from it.</summary>
public record ConfluenceListOptions : ConfluenceRequestOptions
{
    /// <summary>
    /// The number of results that a page is asked for. Null, the default, uses <see cref="ConfluenceClientOptions.PageSize"/>, or if that is null too,
    /// <see cref="ConfluenceOperation.DefaultPageSize"/>. Whatever the size, a walk returns all results; to get fewer, end it early. Larger pages take fewer requests;
    /// smaller ones take less memory, and arrive sooner when only the first results are wanted.
    /// </summary>
    /// <remarks>
    /// <para>The server may return fewer results than asked for, so a small page is not necessarily the last one: that is the one whose
    /// <see cref="ResultPage{T}.ContinuationToken"/> is null.</para>
    /// <para>A page that fails because its answer takes too long, is cut off, is too large or is a server error (500, 502 or 504) is asked for again in smaller
    /// parts, without further repetitions, until one arrives; then the size grows again. If none arrives, the walk throws the exception of the original page,
    /// whose message names the sizes that were tried after it. After three lists in a row failed this way, smaller parts are not tried until a call succeeds.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1; or, thrown by the call, greater than the operation allows.</exception>
    public int? PageSize
    {
        get;
        init => field = value is < 1
            ? throw new ArgumentOutOfRangeException(nameof(PageSize), value, "The page size must be 1 or more, or null for the default.")
            : value;
    }

    /// <summary>The size for several operations together, some of which may allow less; <see cref="PageSize"/> takes precedence.</summary>
    internal int? UsualPageSize { get; init; }

    /// <summary>Whether a page that fails is left to the caller, who handles it.</summary>
    internal bool KeepsPageSize { get; init; }
}
