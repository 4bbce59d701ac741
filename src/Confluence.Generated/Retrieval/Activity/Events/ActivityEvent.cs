using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// One thing that somebody did on a page or blog post. What does not apply, or what the site does not tell, is null. As JSON it is one object with
/// the members in camel case, without those that are null; it reads itself back.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(JsonModelConverter<ActivityEvent>))]
public sealed partial class ActivityEvent : IJsonModel<ActivityEvent>
{
    /// <summary>What was done.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>An identifier of the event that is the same in every run, to recognise events that were retrieved before.</summary>
    public required string Key { get; init; }

    /// <summary>When it was done, in UTC; null where the API does not tell, as of likes.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The account id of who did it; null where the API does not tell.</summary>
    public string? ActorId { get; init; }

    /// <summary>The id of the page or blog post; null for gaps that belong to none.</summary>
    public string? PageId { get; init; }

    /// <summary>Whether it is a page or a blog post.</summary>
    public PageKind PageKind { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The id of its space.</summary>
    public string? SpaceId { get; init; }

    /// <summary>
    /// The address to open in a browser: of the comment in events on comments, otherwise of the page or blog post. Null where
    /// <see cref="RetrievedComment.WebUrl"/> or <see cref="RetrievedPage.WebUrl"/> is.
    /// </summary>
    public Uri? WebUrl { get; init; }

    /// <summary>The number of the version that was made, of the page, the comment or the attachment.</summary>
    public int? Version { get; init; }

    /// <summary>Whether the author called the edit minor.</summary>
    public bool? IsMinorEdit { get; init; }

    /// <summary>The account ids of all who worked on the edit, the author included; null unless the site names several.</summary>
    public IReadOnlyList<string>? ContributorIds { get; init; }

    /// <summary>The message that the author gave with the edit.</summary>
    public string? Message { get; init; }

    /// <summary>The id of the comment.</summary>
    public string? CommentId { get; init; }

    /// <summary>The id of the comment that was answered.</summary>
    public string? ParentCommentId { get; init; }

    /// <summary>Whether the comment stands beside the text; false for one at the foot.</summary>
    public bool? IsInline { get; init; }

    /// <summary>The id of the attachment.</summary>
    public string? AttachmentId { get; init; }

    /// <summary>The name of the attached file.</summary>
    public string? FileName { get; init; }

    /// <summary>The id of the task.</summary>
    public string? TaskId { get; init; }

    /// <summary>How often it was viewed.</summary>
    public long? Views { get; init; }

    /// <summary>By how many people it was viewed.</summary>
    public long? Viewers { get; init; }

    /// <summary>The comment as it is now, in events on comments. It is not a part of the JSON form.</summary>
    public RetrievedComment? Comment { get; init; }

    /// <summary>The attachment as it is now, in events of the kind <see cref="ActivityKind.Attached"/>. It is not a part of the JSON form.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>The task as it is now, in events on tasks. It is not a part of the JSON form.</summary>
    public ContentTask? Task { get; init; }

    /// <summary>What is missing, in an event of the kind <see cref="ActivityKind.Gap"/>. Read back from JSON, it has no <see cref="RetrievalGap.Error"/>.</summary>
    public RetrievalGap? Gap { get; init; }

    /// <summary>The event in one line, without names of people.</summary>
    /// <returns>For example <c>Edited page 98400 version 3 at 2026-05-27T07:09:12Z</c>.</returns>
    public override string ToString() =>
        Kind == ActivityKind.Gap
            ? $"Gap: {Gap}"
            : $"{Kind} {PageKind} {PageId}{(Version is { } version ? $" version {version}" : "")}{(At is { } at ? $" at {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "")}";
}
