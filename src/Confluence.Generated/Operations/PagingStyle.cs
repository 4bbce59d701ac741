namespace Confluence.Generated.Operations;

/// <summary>The ways in which a list of results leads to its next page.</summary>
internal enum PagingStyle
{
    /// <summary>The next link has a <c>cursor</c>; no next link means the end. All lists of v2.</summary>
    Cursor,

    /// <summary>The next page is requested with <c>start</c>; a short page without a next link means the end. Most lists of v1.</summary>
    Offset,

    /// <summary>The next link has the whole query; a short page means nothing. The CQL search of v1.</summary>
    Search,
}
