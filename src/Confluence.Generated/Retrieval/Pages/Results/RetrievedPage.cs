using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>A page or blog post, with the parts that were asked for; the others are null.</summary>
/// <remarks>
/// A list that broke off is given as far as it came, and is in <see cref="Gaps"/> too. What is in the trash, moved, gone or unreadable, and comes only because it
/// is among <see cref="PageRetrievalOptions.KnownIds"/>, may lack parts without a gap.
/// </remarks>
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

    /// <summary>Whether it is a page or a blog post; <see cref="PageKind.Unknown"/> when it is gone or unreadable.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Whether it is there, archived, in the trash, moved, gone, or unreadable; then <see cref="Gaps"/> says why.</summary>
    public RetrievedPageState State { get; init; }

    /// <summary>The title. Null when it is gone or unreadable, or the site sends none.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the space. Null when it is gone or unreadable, or the site sends none, which can happen in the trash.</summary>
    public string? SpaceId { get; init; }

    /// <summary>The space. Null unless <see cref="PageParts.Space"/> was asked for, when <see cref="SpaceId"/> is null, or when it is in <see cref="Gaps"/>.</summary>
    public Space? Space { get; init; }

    /// <summary>The id of what it stands under in the tree of pages; null at the root of the tree, for blog posts, and when it is gone or unreadable.</summary>
    public string? ParentId { get; init; }

    /// <summary>What it stands under: a page, a folder, a whiteboard …; null at the root of the tree, for blog posts, and when it is gone or unreadable.</summary>
    public ParentContentType? ParentType { get; init; }

    /// <summary>
    /// The address to open in a browser, also behind the gateway, where the site's answers tell its address. Null when the site sent no link to it or, behind
    /// the gateway, did not tell its address; and when it is gone or unreadable.
    /// </summary>
    public Uri? WebUrl { get; init; }

    /// <summary>The account id of who created it. Null when it is gone or unreadable, or the site sends none.</summary>
    public string? AuthorId { get; init; }

    /// <summary>When it was created. Null when it is gone or unreadable, or the site sends none.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The current version: its number, who made it, when, and the message. Null when it is gone or unreadable, or the site sends none.</summary>
    public ContentVersion? Version { get; init; }

    /// <summary>The body in storage format. Null unless <see cref="PageParts.StorageBody"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public BodyContent? Storage { get; init; }

    /// <summary>The body as an Atlassian document. Null unless <see cref="PageParts.AtlasDocFormatBody"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public BodyContent? AtlasDocFormat { get; init; }

    /// <summary>The body as HTML for reading. Null unless <see cref="PageParts.ViewBody"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public BodyContent? View { get; init; }

    /// <summary>All versions, the newest first. Null unless <see cref="PageParts.Versions"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public IReadOnlyList<ContentVersion>? Versions { get; init; }

    /// <summary>The labels. Null unless <see cref="PageParts.Labels"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public IReadOnlyList<ContentLabel>? Labels { get; init; }

    /// <summary>The content properties. Null unless <see cref="PageParts.Properties"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public IReadOnlyList<ContentProperty>? Properties { get; init; }

    /// <summary>The attachments, without their content. Null unless <see cref="PageParts.Attachments"/> was asked for, or when it is in <see cref="Gaps"/>.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>
    /// The page or blog post as the site sent it, with all that is not named here: a <see cref="Page"/> or <see cref="BlogPost"/> where a list gave
    /// it, a <see cref="PageDetails"/> or <see cref="BlogPostDetails"/> where it was asked for by id; null when it is gone or unreadable.
    /// </summary>
    public IContent? Content { get; init; }

    /// <summary>A <see cref="PageDetails"/> or <see cref="BlogPostDetails"/>, as the first request for it alone gave it; null when none was needed.</summary>
    public IContent? Details { get; init; }

    /// <summary>The parts that were asked for and that the site does not give, each with its reason. Empty when all are there.</summary>
    public IReadOnlyList<RetrievalGap> Gaps { get; init; } = [];
}
