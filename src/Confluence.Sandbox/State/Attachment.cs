using System.Collections.Immutable;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.State;

/// <summary>A version of an attachment that was uploaded.</summary>
internal sealed record StoredFile(VersionInfo Info, byte[] Bytes);

/// <summary>An attachment as it is now. One that nobody changed is computed when asked for; only changed ones are kept.</summary>
internal sealed record Attachment
{
    public required long Id { get; init; }

    /// <summary>Gets the place among the attachments made up at start; null for an uploaded one.</summary>
    public required AttachmentSeat? Seat { get; init; }

    /// <summary>Gets the id of the page or blog post.</summary>
    public required long PageId { get; init; }

    public required PageKind PageKind { get; init; }

    /// <summary>Gets the file name.</summary>
    public required string Title { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Gets the id of the file in the media store.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the status that it has by itself: current, trashed or purged. What its page adds to it says <see cref="AttachmentStore.StatusOf"/>.</summary>
    public PageStatus OwnStatus { get; init; } = PageStatus.Current;

    /// <summary>Gets the number of versions made up at start; the stored ones follow them.</summary>
    public required int GeneratedVersions { get; init; }

    public ImmutableList<StoredFile> StoredVersions { get; init; } = [];

    public int VersionCount => GeneratedVersions + StoredVersions.Count;
}
