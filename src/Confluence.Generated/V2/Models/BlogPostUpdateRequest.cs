using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Making the request from a blog post that was read.</content>
public sealed partial class BlogPostUpdateRequest
{
    /// <summary>
    /// Makes the request that writes a blog post back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="blogPost">
    /// The blog post as it was read, with its body as <c>storage</c> or <c>atlas_doc_format</c> unless <paramref name="body"/> is given.
    /// </param>
    /// <param name="title">The new title; null keeps the one that was read.</param>
    /// <param name="body">
    /// The new body; null keeps the one that was read, in its <c>storage</c> form when that came, or else as <c>atlas_doc_format</c>.
    /// Its text becomes a string for that, if it is none yet.
    /// </param>
    /// <param name="message">The comment on the new version; null for none. The comment on the version that was read is not repeated.</param>
    /// <param name="status">
    /// The new status; null keeps the one that was read. <see cref="ContentStatus.Current"/> publishes a draft, and brings a blog post back
    /// from the trash; Confluence then leaves its title and body as they are.
    /// </param>
    /// <param name="createdAt">The time to date the blog post with, sent in UTC to the millisecond; null leaves its date.</param>
    /// <returns>The request, for <see cref="BlogPostsClient.UpdateBlogPostAsync"/> with the id of the blog post.</returns>
    /// <remarks>
    /// <para>
    /// The version number is the one that was read plus 1, and 1 for a draft. Where somebody else has saved the blog post since it was read, the
    /// call fails with status 409 and <see cref="ConfluenceErrorKind.VersionConflict"/>: read the blog post again and make the request anew.
    /// A request that changes nothing makes no new version.
    /// </para>
    /// <para>
    /// Neither the space nor the date that was read is sent, nor members that the document does not know. Labels, properties and restrictions have
    /// calls of their own.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The blog post cannot be written as it was read: its body came in another form or not at all, its status is none that an update takes, or its
    /// id, title or version did not come; or an argument is one that Confluence refuses. The message says what to do.
    /// </exception>
    public static BlogPostUpdateRequest From(
        BlogPostDetails blogPost,
        string? title = null,
        BlogPostBodyWrite? body = null,
        string? message = null,
        ContentStatus? status = null,
        DateTimeOffset? createdAt = null)
    {
        RequestSource source = new("blog post", blogPost, nameof(blogPost), blogPost?.IdOrNull);
        PublishedState state = PublishedState.Of(source, blogPost.StatusOrNull, blogPost.VersionOrNull, status, message);
        return From(source, blogPost.TitleOrNull, title, body ?? BlogPostBodyWrite.From(blogPost), state, createdAt);
    }

    /// <inheritdoc cref="From(BlogPostDetails, string?, BlogPostBodyWrite?, string?, ContentStatus?, DateTimeOffset?)"/>
    public static BlogPostUpdateRequest From(
        BlogPost blogPost,
        string? title = null,
        BlogPostBodyWrite? body = null,
        string? message = null,
        ContentStatus? status = null,
        DateTimeOffset? createdAt = null)
    {
        RequestSource source = new("blog post", blogPost, nameof(blogPost), blogPost?.IdOrNull);
        PublishedState state = PublishedState.Of(source, blogPost.StatusOrNull, blogPost.VersionOrNull, status, message);
        return From(source, blogPost.TitleOrNull, title, body ?? BlogPostBodyWrite.From(blogPost), state, createdAt);
    }

    private static BlogPostUpdateRequest From(
        in RequestSource source, string? title, string? newTitle, BlogPostBodyWrite body, PublishedState state, DateTimeOffset? createdAt) => new()
        {
            Id = source.Id,
            Status = state.Status,
            Title = source.Text("title", title, newTitle),
            Body = body,
            Version = state.Version,
            CreatedAt = createdAt?.ToUniversalTime(),
        };
}
