using Confluence.Generated;

namespace Confluence.Cli.SignIn;

/// <summary>The operations that the commands of the tool call, by themselves and through the retrievals of the library. A test holds the list against what they send.</summary>
internal static class ToolOperations
{
    /// <summary>Gets the names of the operations, as <see cref="ConfluenceOperation.Name"/> has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "Analytics.GetViewers",
        "Analytics.GetViews",
        "Attachments.GetAttachmentById",
        "Attachments.GetAttachments",
        "Attachments.GetBlogPostAttachments",
        "Attachments.GetPageAttachments",
        "Audit.GetAuditRecords",
        "BlogPosts.GetBlogPostById",
        "BlogPosts.GetBlogPosts",
        "Children.GetPageDirectChildren",
        "Comments.GetBlogPostFooterComments",
        "Comments.GetBlogPostInlineComments",
        "Comments.GetFooterCommentById",
        "Comments.GetFooterCommentChildren",
        "Comments.GetFooterComments",
        "Comments.GetInlineCommentById",
        "Comments.GetInlineCommentChildren",
        "Comments.GetInlineComments",
        "Comments.GetPageFooterComments",
        "Comments.GetPageInlineComments",
        "ContentProperties.GetPageContentProperties",
        "Groups.GetGroupByGroupId",
        "Groups.GetGroupMembersByGroupId",
        "Groups.GetGroups",
        "Groups.SearchGroups",
        "Labels.GetPageLabels",
        "Likes.GetBlogPostLikeUsers",
        "Likes.GetFooterCommentLikeUsers",
        "Likes.GetInlineCommentLikeUsers",
        "Likes.GetPageLikeUsers",
        "Pages.GetPageById",
        "Pages.GetPages",
        "Search.SearchByCql",
        "Search.SearchUser",
        "Spaces.GetSpaceById",
        "Spaces.GetSpaces",
        "Tasks.GetTasks",
        "Users.GetCurrentUser",
        "Users.LookUpUsers",
        "Versions.GetAttachmentVersions",
        "Versions.GetBlogPostVersions",
        "Versions.GetFooterCommentVersionDetails",
        "Versions.GetFooterCommentVersions",
        "Versions.GetInlineCommentVersionDetails",
        "Versions.GetInlineCommentVersions",
        "Versions.GetPageVersions",
    ];

    /// <summary>Gets the scopes that the tool needs for all it can do.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ConfluenceScopes.For(ConfluenceOperations.All.Where(static operation => Names.Contains(operation.Name)));
}
