using Confluence.Generated.Raw;

namespace Confluence.Generated;

/// <summary>Settings of a single list of <see cref="RawClient"/>.</summary>
public record RawListOptions : ConfluenceListOptions
{
    /// <summary>
    /// How the list leads from page to page. Null, the default, uses what Confluence does there: <see cref="RawPaging.Search"/> for paths of v1 that end in <c>/search</c>,
    /// <see cref="RawPaging.Offset"/> for others of v1, and <see cref="RawPaging.Cursor"/> for v2.
    /// </summary>
    public RawPaging? Paging { get; init; }

    /// <inheritdoc cref="RawOptions.OperationName"/>
    public string? OperationName
    {
        get;
        init => field = RawNames.CheckName(value);
    }

    /// <inheritdoc cref="RawOptions.PathTemplate"/>
    public string? PathTemplate
    {
        get;
        init => field = RawNames.CheckTemplate(value);
    }
}
