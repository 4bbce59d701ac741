namespace Confluence.Sandbox;

/// <summary>A version of a page, blog post, comment or attachment of the sandbox.</summary>
/// <param name="Number">The number, from 1.</param>
/// <param name="AuthorId">The account id of who made it.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SandboxVersion(int Number, string AuthorId, DateTimeOffset CreatedAt);

/// <summary>A comment of the sandbox.</summary>
/// <param name="Id">The id.</param>
/// <param name="ContentId">The id of the page or blog post that it is on.</param>
/// <param name="ParentId">The id of the comment that it replies to; null for one on the page itself.</param>
/// <param name="IsInline">True for an inline comment, false for a footer comment.</param>
/// <param name="ResolutionStatus"><c>open</c>, <c>resolved</c>, <c>reopened</c> or <c>dangling</c>.</param>
/// <param name="Versions">All versions, the first one first; its author wrote the comment.</param>
/// <param name="Likes">The account ids of those who like it, in the order of the API.</param>
public sealed record SandboxComment(
    string Id,
    string ContentId,
    string? ParentId,
    bool IsInline,
    string ResolutionStatus,
    IReadOnlyList<SandboxVersion> Versions,
    IReadOnlyList<string> Likes);

/// <summary>An attachment of the sandbox.</summary>
/// <param name="Id">The id as v2 has it, with its prefix: <c>att18200000001</c>.</param>
/// <param name="ContentId">The id of the page or blog post that it is on.</param>
/// <param name="Title">The file name.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Status"><c>current</c>, <c>archived</c> or <c>trashed</c>.</param>
/// <param name="FileSize">The number of bytes of the current version.</param>
/// <param name="Versions">All versions, the first one first.</param>
public sealed record SandboxAttachment(
    string Id,
    string ContentId,
    string Title,
    string MediaType,
    string Status,
    long FileSize,
    IReadOnlyList<SandboxVersion> Versions);

/// <summary>A task in the body of a page or blog post of the sandbox.</summary>
/// <param name="Id">The id.</param>
/// <param name="ContentId">The id of the page or blog post.</param>
/// <param name="IsComplete">True for a completed task.</param>
/// <param name="CreatedBy">The account id of who wrote it.</param>
/// <param name="AssignedTo">The account id of who is to do it; null when the task names nobody.</param>
/// <param name="CompletedBy">The account id of who completed it; null for an open task.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="UpdatedAt">When it was last changed, completed or reopened; else when it was written.</param>
/// <param name="CompletedAt">When it was completed; null for an open task.</param>
/// <param name="DueAt">When it is due; null without a due date.</param>
public sealed record SandboxTask(
    string Id,
    string ContentId,
    bool IsComplete,
    string CreatedBy,
    string? AssignedTo,
    string? CompletedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? DueAt);
