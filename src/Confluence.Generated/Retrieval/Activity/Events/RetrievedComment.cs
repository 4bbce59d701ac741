using System.Diagnostics;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>A comment or a reply as an event of <see cref="ActivityRetrieval"/> carries it: the same for pages and blog posts, at the foot and beside the text.</summary>
[DebuggerDisplay("RetrievedComment {Id} on {PageId}")]
public sealed class RetrievedComment
{
    /// <summary>The id of the comment.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the page or blog post.</summary>
    public required string PageId { get; init; }

    /// <summary>The id of the comment that it answers; null for one on the page itself.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether it stands beside the text; false for one at the foot.</summary>
    public bool IsInline { get; init; }

    /// <summary>The current version: its number, who made it, and when.</summary>
    public ContentVersion? Version { get; init; }

    /// <summary>The text in storage format; null unless <see cref="ActivityOptions.CommentBody"/> asks for it.</summary>
    public BodyContent? Storage { get; init; }

    /// <summary>The text as an Atlassian document; null unless <see cref="ActivityOptions.CommentBody"/> asks for it.</summary>
    public BodyContent? AtlasDocFormat { get; init; }

    /// <summary>
    /// The address to open in a browser, also behind the gateway, where the site's answers tell its address. Null when the site sent no link to it or, behind
    /// the gateway, did not tell its address.
    /// </summary>
    public Uri? WebUrl { get; init; }

    /// <summary>
    /// The comment as the site sent it, with all that is not named here: a <see cref="PageFooterComment"/>, <see cref="PageInlineComment"/>,
    /// <see cref="BlogPostFooterComment"/>, <see cref="BlogPostInlineComment"/>, <see cref="FooterCommentReply"/> or <see cref="InlineCommentReply"/>;
    /// null when the comment was not read from a site.
    /// </summary>
    public IComment? Content { get; init; }

    /// <summary>Writes the JSON of <see cref="Content"/>, as the site sent it.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Content"/> is null, or no model of this library.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Content is not IJsonWritable model)
        {
            throw new InvalidOperationException("This comment was made by hand, so there is no JSON of a site to write.");
        }

        model.WriteTo(writer);
    }
}
