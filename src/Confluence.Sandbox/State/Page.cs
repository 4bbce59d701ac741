using System.Collections.Immutable;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>Where a page is in its life.</summary>
internal enum PageStatus
{
    Current,
    Archived,
    Draft,
    Trashed,

    /// <summary>Gone for good: a page that was made up at start and then purged leaves this mark behind.</summary>
    Purged,
}

/// <summary>How statuses are called in answers.</summary>
internal static class PageStatuses
{
    public static string Text(this PageStatus status) => status switch
    {
        PageStatus.Archived => "archived",
        PageStatus.Draft => "draft",
        PageStatus.Trashed => "trashed",
        _ => "current",
    };
}

/// <summary>A body as a caller sent it.</summary>
/// <param name="Representation"><c>storage</c>, <c>atlas_doc_format</c> or <c>wiki</c>.</param>
/// <param name="Value">The text.</param>
internal sealed record StoredBody(string Representation, string Value);

/// <summary>A version that was made through the API.</summary>
internal sealed record StoredVersion(VersionInfo Info, string Title, StoredBody Body);

/// <summary>
/// A page or blog post as it is now. One that nobody changed is computed when asked for; only changed ones are kept.
/// </summary>
internal sealed record Page
{
    public required long Id { get; init; }

    public required PageKind Kind { get; init; }

    /// <summary>Gets the place among the pages made up at start; null for a page created through the API.</summary>
    public required PagePlace? Place { get; init; }

    public required int Space { get; init; }

    public required string Title { get; init; }

    public required PageStatus Status { get; init; }

    /// <summary>Gets the parent as last set. The one that counts skips parents in the trash: <see cref="PageTree.ParentOf"/>.</summary>
    public required long? ParentId { get; init; }

    public required int Position { get; init; }

    public required string AuthorId { get; init; }

    public required string OwnerId { get; init; }

    public string? LastOwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the number of versions made up at start; the stored ones follow them.</summary>
    public required int GeneratedVersions { get; init; }

    public ImmutableList<StoredVersion> StoredVersions { get; init; } = [];

    public int VersionCount => GeneratedVersions + StoredVersions.Count;

    public string StatusText => Status.Text();
}
