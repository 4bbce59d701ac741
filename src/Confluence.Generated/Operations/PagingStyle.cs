namespace Confluence.Generated.Operations;

/// <summary>The ways in which a list of results goes on to its next page.</summary>
internal enum PagingStyle
{
    /// <summary>The next link carries a <c>cursor</c>; no next link means the end. All lists of v2.</summary>
    Cursor,

    /// <summary>The next page is asked for with <c>start</c>; a short page without a next link means the end. Most lists of v1.</summary>
    Offset,

    /// <summary>The next link carries the whole query; a short page says nothing. The CQL search of v1.</summary>
    Search,
}
