namespace Confluence.Sandbox.Content;

/// <summary>The two kinds of pages. A blog post is a page without a place in the tree of its space.</summary>
internal enum PageKind
{
    Page,
    BlogPost,
}

/// <summary>The place of a page among those made up at start.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ordinal">The place among those of its kind.</param>
internal readonly record struct PagePlace(PageKind Kind, int Ordinal)
{
    /// <summary>Gets the place among those of both kinds; from it follow the ids of comments, attachments and tasks.</summary>
    public int Index => Kind == PageKind.Page ? Ordinal : SandboxOptions.MaximumPages + Ordinal;

    public static PagePlace FromIndex(int index) => index < SandboxOptions.MaximumPages
        ? new PagePlace(PageKind.Page, index)
        : new PagePlace(PageKind.BlogPost, index - SandboxOptions.MaximumPages);
}

/// <summary>What the two kinds are called.</summary>
internal static class PageKinds
{
    /// <summary>Gets both kinds, in the order of their ids.</summary>
    public static IReadOnlyList<PageKind> All { get; } = [PageKind.Page, PageKind.BlogPost];

    /// <summary>Gives the name in paths of v2.</summary>
    public static string Segment(this PageKind kind) => kind == PageKind.Page ? "pages" : "blogposts";

    /// <summary>Gives the name as a type of content, in v1, in queries and in operations.</summary>
    public static string Type(this PageKind kind) => kind == PageKind.Page ? "page" : "blogpost";

    /// <summary>Gives the name in messages.</summary>
    public static string Noun(this PageKind kind) => kind == PageKind.Page ? "page" : "blog post";

    /// <summary>Gives the name of the member that refers to a page of this kind.</summary>
    public static ReadOnlySpan<byte> IdMember(this PageKind kind) => kind == PageKind.Page ? "pageId"u8 : "blogPostId"u8;
}
