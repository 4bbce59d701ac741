using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <content>Making events.</content>
public sealed partial class ActivityEvent
{
    internal static ActivityEvent On(
        RetrievedPage page,
        ActivityKind kind,
        string key,
        string? actorId,
        DateTimeOffset? at,
        int? version = null,
        bool? isMinorEdit = null,
        IReadOnlyList<string>? contributorIds = null,
        string? message = null,
        RetrievedComment? comment = null,
        Attachment? attachment = null,
        string? attachmentId = null,
        string? fileName = null,
        ContentTask? task = null,
        string? taskId = null,
        long? views = null,
        long? viewers = null) => new()
    {
        Kind = kind,
        Key = key,
        ActorId = Given(actorId),
        At = at,
        PageId = page.Id,
        PageKind = page.Kind,
        Title = page.Title,
        SpaceId = page.SpaceId,
        WebUrl = comment is null ? page.WebUrl : comment.WebUrl,
        Version = version,
        IsMinorEdit = isMinorEdit,
        ContributorIds = contributorIds,
        Message = Given(message),
        CommentId = comment?.Id,
        ParentCommentId = comment?.ParentId,
        IsInline = comment?.IsInline,
        Comment = comment,
        Attachment = attachment,
        Task = task,
        AttachmentId = attachmentId,
        FileName = fileName,
        TaskId = taskId,
        Views = views,
        Viewers = viewers,
    };

    internal static ActivityEvent OnComment(
        RetrievedPage page, ActivityKind kind, string key, RetrievedComment comment, string? actorId, DateTimeOffset? at,
        int? version = null, bool? isMinorEdit = null, string? message = null) =>
        On(page, kind, key, actorId, at, version, isMinorEdit, message: message, comment: comment);

    /// <summary>The event that stands for what is missing.</summary>
    internal static ActivityEvent Missing(RetrievalGap gap, RetrievedPage? page) => new()
    {
        Kind = ActivityKind.Gap,
        Key = $"gap:{gap.Subject}",
        PageId = page?.Id ?? gap.ContentId,
        PageKind = page?.Kind ?? default,
        Title = page?.Title,
        SpaceId = page?.SpaceId,
        WebUrl = page?.WebUrl,
        Gap = gap,
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
