using Confluence.Generated.Configuration;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;
using Confluence.Generated.V2.Settling;

namespace Confluence.Generated;

/// <summary>Updates of versions that settle what a lost answer leaves open.</summary>
public static class SettledUpdates
{
    /// <summary>
    /// Updates a page as <see cref="PagesClient.UpdatePageAsync"/> does, and settles a conflict of the call with itself: when the answer to an attempt is lost, the repetition of an update that was
    /// carried out is refused, because the version that it sends is there already.
    /// </summary>
    /// <param name="pages">The client.</param>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">Settings of both calls.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer of the update; after such a conflict, the page as it was read back, if its version number, title and body are those that were sent.</returns>
    /// <remarks>
    /// <para>One request, and a second one only after a conflict in a call whose earlier answer was lost (<see cref="ConfluenceApiException.WasAnswerLost"/>). The body is compared in the
    /// representation that was sent, character by character: if Confluence has stored it in other words, nothing is settled, and the conflict is thrown as it came. So it is for wiki markup, for a draft,
    /// and if reading back fails.</para>
    /// <para>Required permission: view the page and its space; update pages in the space. Required OAuth 2.0 scopes: <c>write:page:confluence</c>, and <c>read:page:confluence</c> to settle.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call, also with a conflict that is not one of the call with itself; the message says why and what to do.</exception>
    public static Task<PageDetails> UpdatePageAndSettleAsync(
        this PagesClient pages, string pageId, PageUpdateRequest request, ConfluenceRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(request);
        BodyDetailsFormat? format = request.StatusOrNull == ContentStatus.Draft ? null : LostUpdate.FormatOf(request.BodyOrNull?.Representation);
        return LostUpdate.SettleAsync(
            () => pages.UpdatePageAsync(pageId, request, options, cancellationToken),
            format is null ? null : () => pages.GetPageByIdAsync(pageId, new GetPageByIdOptions { BodyFormat = format, Settings = options?.Settings ?? CallSettings.Default }, cancellationToken),
            read => request.VersionOrNull?.Number is { } number && read.VersionOrNull?.Number == number && read.TitleOrNull == request.TitleOrNull && LostUpdate.IsSame(read.Body, request.BodyOrNull?.Value));
    }

    /// <summary>
    /// Updates a blog post as <see cref="BlogPostsClient.UpdateBlogPostAsync"/> does, and settles a conflict of the call with itself: when the answer to an attempt is lost, the repetition of an update that was
    /// carried out is refused, because the version that it sends is there already.
    /// </summary>
    /// <param name="blogPosts">The client.</param>
    /// <param name="blogPostId">The id of the blog post.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">Settings of both calls.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer of the update; after such a conflict, the blog post as it was read back, if its version number, title and body are those that were sent.</returns>
    /// <remarks>
    /// <para>One request, and a second one only after a conflict in a call whose earlier answer was lost (<see cref="ConfluenceApiException.WasAnswerLost"/>). The body is compared in the
    /// representation that was sent, character by character: if Confluence has stored it in other words, nothing is settled, and the conflict is thrown as it came. So it is for wiki markup, for a draft,
    /// and if reading back fails.</para>
    /// <para>Required permission: view the blog post and its space; update blog posts in the space. Required OAuth 2.0 scopes: <c>write:page:confluence</c>, and <c>read:page:confluence</c> to settle.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call, also with a conflict that is not one of the call with itself; the message says why and what to do.</exception>
    public static Task<BlogPostDetails> UpdateBlogPostAndSettleAsync(
        this BlogPostsClient blogPosts, string blogPostId, BlogPostUpdateRequest request, ConfluenceRequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blogPosts);
        ArgumentNullException.ThrowIfNull(request);
        BodyDetailsFormat? format = request.StatusOrNull == ContentStatus.Draft ? null : LostUpdate.FormatOf(request.BodyOrNull?.Representation);
        return LostUpdate.SettleAsync(
            () => blogPosts.UpdateBlogPostAsync(blogPostId, request, options, cancellationToken),
            format is null ? null : () => blogPosts.GetBlogPostByIdAsync(blogPostId, new GetBlogPostByIdOptions { BodyFormat = format, Settings = options?.Settings ?? CallSettings.Default }, cancellationToken),
            read => request.VersionOrNull?.Number is { } number && read.VersionOrNull?.Number == number && read.TitleOrNull == request.TitleOrNull && LostUpdate.IsSame(read.Body, request.BodyOrNull?.Value));
    }
}
