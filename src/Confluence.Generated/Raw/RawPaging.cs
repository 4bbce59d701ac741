namespace Confluence.Generated;

/// <summary>The ways in which lists of Confluence lead from page to page.</summary>
public enum RawPaging
{
    /// <summary>By the <c>cursor</c> of the link <c>_links.next</c>: lists of v2.</summary>
    Cursor,

    /// <summary>By position, with <c>start</c> and <c>limit</c>: lists of v1.</summary>
    Offset,

    /// <summary>By the position in the link <c>_links.next</c>: the searches of v1.</summary>
    Search,
}
