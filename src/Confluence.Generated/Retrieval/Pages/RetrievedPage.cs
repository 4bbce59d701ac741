using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>A page or blog post, with what was asked to come along; what was not asked for is null.</summary>
[DebuggerDisplay("RetrievedPage {Id} {Kind} {State}")]
public sealed class RetrievedPage
{
    /// <summary>Makes a page; retrievals do, and so may tests of calling code.</summary>
    public RetrievedPage()
    {
    }

    [SetsRequiredMembers]
    internal RetrievedPage(RetrievedPage other)
    {
        Id = other.Id;
        Kind = other.Kind;
        State = other.State;
        Title = other.Title;
        SpaceId = other.SpaceId;
        Space = other.Space;
        ParentId = other.ParentId;
        ParentType = other.ParentType;
        WebUrl = other.WebUrl;
        AuthorId = other.AuthorId;
        CreatedAt = other.CreatedAt;
        Version = other.Version;
        Storage = other.Storage;
        AtlasDocFormat = other.AtlasDocFormat;
        View = other.View;
        Versions = other.Versions;
        Labels = other.Labels;
        Properties = other.Properties;
        Attachments = other.Attachments;
        Content = other.Content;
        Details = other.Details;
        Gaps = other.Gaps;
    }

    /// <summary>The id of the page or blog post.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is a page or a blog post; unknown when it is gone.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Whether it is there, archived, in the trash, moved, gone, or unreadable; then <see cref="Gaps"/> says why.</summary>
    public RetrievedPageState State { get; init; }

    /// <summary>The title; null when it is gone.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the space; null when the site sends none, which can happen in the trash.</summary>
    public string? SpaceId { get; init; }

    /// <summary>The space; null unless it was asked for and can be seen.</summary>
    public Space? Space { get; init; }

    /// <summary>The id of what it stands under in the tree of pages; null at the root of the tree, and for blog posts.</summary>
    public string? ParentId { get; init; }

    /// <summary>What it stands under: a page, a folder, a whiteboard …; null at the root of the tree, and for blog posts.</summary>
    public ParentContentType? ParentType { get; init; }

    /// <summary>
    /// The address to open in a browser, also behind the gateway, where the site's answers tell its address. Null when the site sent no link to it or, behind
    /// the gateway, did not tell its address; and when it is gone.
    /// </summary>
    public Uri? WebUrl { get; init; }

    /// <summary>The account id of who created it.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The current version: its number, who made it, when, and the message.</summary>
    public ContentVersion? Version { get; init; }

    /// <summary>The body in storage format.</summary>
    public BodyContent? Storage { get; init; }

    /// <summary>The body as an Atlassian document.</summary>
    public BodyContent? AtlasDocFormat { get; init; }

    /// <summary>The body as HTML for reading.</summary>
    public BodyContent? View { get; init; }

    /// <summary>All versions, the newest first.</summary>
    public IReadOnlyList<ContentVersion>? Versions { get; init; }

    /// <summary>The labels.</summary>
    public IReadOnlyList<ContentLabel>? Labels { get; init; }

    /// <summary>The content properties.</summary>
    public IReadOnlyList<ContentProperty>? Properties { get; init; }

    /// <summary>What is known of the attachments.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>
    /// The page or blog post as the site sent it, with all that is not named here: a <see cref="Page"/> or <see cref="BlogPost"/> where a list gave
    /// it, a <see cref="PageDetails"/> or <see cref="BlogPostDetails"/> where it was asked for by id; null when it is gone or unreadable.
    /// </summary>
    public IContent? Content { get; init; }

    /// <summary>A <see cref="PageDetails"/> or <see cref="BlogPostDetails"/>, as the first request for it alone gave it; null when none was needed.</summary>
    public IContent? Details { get; init; }

    /// <summary>What was asked to come along, and the site does not give; each with its reason. Empty when all is there.</summary>
    public IReadOnlyList<RetrievalGap> Gaps { get; init; } = [];
}
