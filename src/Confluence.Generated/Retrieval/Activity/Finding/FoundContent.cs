namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>A page or blog post that is to be looked into, or the gap that stands where some should have been found.</summary>
/// <param name="Id">The id; null for a gap.</param>
/// <param name="Kind">Whether it is a page or a blog post, as far as it is known.</param>
/// <param name="Page">What is known of it; null when it has yet to be read.</param>
/// <param name="Gap">What could not be found.</param>
internal sealed record FoundContent(string? Id, PageKind Kind, RetrievedPage? Page = null, RetrievalGap? Gap = null);
