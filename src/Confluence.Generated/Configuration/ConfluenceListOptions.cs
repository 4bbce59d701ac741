namespace Confluence.Generated;

/// <summary>Settings of a single call for a list, which is fetched page by page. The options of every operation that gives a list derive from it.</summary>
public record ConfluenceListOptions : ConfluenceRequestOptions
{
    /// <summary>
    /// How many results are asked for at a time. Null, the default, takes <see cref="ConfluenceClientOptions.PageSize"/>, and where that is null too,
    /// <see cref="ConfluenceOperation.DefaultPageSize"/>. Whatever the size, a walk gives all results, and ending it early is how to get fewer. Larger pages take fewer requests;
    /// smaller ones take less memory, and arrive sooner when only the first results are wanted.
    /// </summary>
    /// <remarks>
    /// <para>The server may give fewer results than asked for, so do not take a small page for the last one: that is the one whose
    /// <see cref="ResultPage{T}.ContinuationToken"/> is null.</para>
    /// <para>A page that the site fails to give, because its answer takes too long, breaks off, is too large or is a server error (500, 502 or 504), is asked for again in smaller
    /// parts, without further repetitions, until one comes; then the size grows again. When none comes, the walk throws the failure of the page as it was asked for,
    /// whose message names the sizes that were tried after it. After three lists in a row that failed so, smaller parts are not tried until a call succeeds.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1; or, thrown by the call, more than the operation allows.</exception>
    public int? PageSize
    {
        get;
        init => field = value is < 1
            ? throw new ArgumentOutOfRangeException(nameof(PageSize), value, "A page has room for at least one result. Give a size of 1 or more, or null for the default.")
            : value;
    }

    /// <summary>The size that is wanted of several operations at once, of which one may allow less; <see cref="PageSize"/> goes first.</summary>
    internal int? UsualPageSize { get; init; }

    /// <summary>Whether a page that the site fails to give is left to the caller, who looks into it.</summary>
    internal bool KeepsPageSize { get; init; }
}
