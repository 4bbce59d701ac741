using System.Globalization;

namespace Confluence.Sandbox.Content;

/// <summary>Makes up the blog posts. They have no parents, no positions and no owners, and are never archived.</summary>
internal sealed class GeneratedBlogPosts(int seed, SandboxOptions options, IdScheme ids, GeneratedUsers users)
    : GeneratedContent(seed, EntityKind.BlogPost, PageKind.BlogPost, options.BlogPosts, options.Spaces, ids, users)
{
    public override string Title(int ordinal)
    {
        Draw draw = Of(ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"News: {draw.Pick(Vocabulary.Subjects, Aspect.Name)}, {draw.Pick(Vocabulary.Adjectives, Aspect.Name, 1)} {(ordinal / Spaces) + 1}");
    }
}

/// <summary>The makers of pages, by kind.</summary>
internal sealed class GeneratedByKind(GeneratedPages pages, GeneratedBlogPosts blogPosts)
{
    public GeneratedContent this[PageKind kind] => kind == PageKind.Page ? pages : blogPosts;
}
