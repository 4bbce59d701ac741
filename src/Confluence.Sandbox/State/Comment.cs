using System.Collections.Immutable;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>A version of a comment that was made through the API.</summary>
internal sealed record StoredCommentVersion(VersionInfo Info, StoredBody Body);

/// <summary>Who last resolved or reopened an inline comment, and when.</summary>
internal sealed record Resolution(string AccountId, DateTimeOffset At);

/// <summary>A comment as it is now. One that nobody changed is computed when asked for; only changed ones are kept.</summary>
internal sealed record Comment
{
    public required long Id { get; init; }

    /// <summary>Gets the place among the comments made up at start; null for one created through the API.</summary>
    public required CommentSeat? Seat { get; init; }

    /// <summary>Gets the id of the page or blog post.</summary>
    public required long PageId { get; init; }

    public required PageKind PageKind { get; init; }

    public required bool Inline { get; init; }

    /// <summary>Gets the comment that this one replies to, null for a comment on the page itself.</summary>
    public required long? ParentId { get; init; }

    /// <summary>Gets <c>open</c>, <c>resolved</c>, <c>reopened</c> or <c>dangling</c>.</summary>
    public required string ResolutionStatus { get; init; }

    /// <summary>Gets the last change of the resolution that was made through the API.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>Gets the words that a created inline comment marks.</summary>
    public string? Selection { get; init; }

    /// <summary>Gets the number of versions made up at start; the stored ones follow them.</summary>
    public required int GeneratedVersions { get; init; }

    public ImmutableList<StoredCommentVersion> StoredVersions { get; init; } = [];

    /// <summary>Gets whether the comment is gone for good. The mark stays, so that a made-up comment does not come back.</summary>
    public bool Deleted { get; init; }

    public int VersionCount => GeneratedVersions + StoredVersions.Count;
}
