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
        string? commentId = null,
        string? parentCommentId = null,
        bool? isInline = null,
        string? attachmentId = null,
        string? fileName = null,
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
        Version = version,
        IsMinorEdit = isMinorEdit,
        ContributorIds = contributorIds,
        Message = Given(message),
        CommentId = commentId,
        ParentCommentId = parentCommentId,
        IsInline = isInline,
        AttachmentId = attachmentId,
        FileName = fileName,
        TaskId = taskId,
        Views = views,
        Viewers = viewers,
    };

    /// <summary>The event that stands for what is missing.</summary>
    internal static ActivityEvent Missing(RetrievalGap gap, RetrievedPage? page) => new()
    {
        Kind = ActivityKind.Gap,
        Key = $"gap:{gap.Subject}",
        PageId = page?.Id ?? gap.ContentId,
        PageKind = page?.Kind ?? default,
        Title = page?.Title,
        SpaceId = page?.SpaceId,
        Gap = gap,
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
