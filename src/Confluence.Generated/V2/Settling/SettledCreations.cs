using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated;

/// <summary>Finds what calls may have created whose answers were lost.</summary>
public static class SettledCreations
{
    /// <summary>Finds the page that a call may have created whose outcome is unknown (<see cref="ConfluenceOutcomeUnknownException"/>): a page with the same title in the same space.</summary>
    /// <param name="pages">The client.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; null if there is nothing of that kind, or nothing that the caller may view.</returns>
    /// <remarks>
    /// <para>No two published pages of a space have the same title, so a page that is found keeps the call from being repeated, whoever created it. What Confluence is still working on may not be there yet: before you repeat the call after a null, wait a little and ask again.</para>
    /// <para>One request. Required permission: view the space and the page. Required OAuth 2.0 scope: <c>read:page:confluence</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is nothing to look for: the title is missing.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    public static Task<Page?> FindCreatedPageAsync(this PagesClient pages, PageCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Title, nameof(request));
        GetPagesOptions options = new()
        {
            SpaceIds = [request.SpaceId],
            Title = request.Title,
            Statuses = [request.Status ?? ContentStatus.Current],
        };
        return FirstAsync(pages.GetPagesAsync(options, cancellationToken), page => page.Title == request.Title);
    }

    /// <summary>Finds the blog post that a call may have created whose outcome is unknown (<see cref="ConfluenceOutcomeUnknownException"/>): the newest blog post with the same title in the same space.</summary>
    /// <param name="blogPosts">The client.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; null if there is nothing of that kind, or nothing that the caller may view.</returns>
    /// <remarks>
    /// <para>Blog posts of different days may have the same title: the newest is returned, and its time of creation tells whether it is that of the call. What Confluence is still working on may not be there yet: before you repeat the call after a null, wait a little and ask again.</para>
    /// <para>One request. Required permission: view the space and the blog post. Required OAuth 2.0 scope: <c>read:page:confluence</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is nothing to look for: the title is missing.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    public static Task<BlogPost?> FindCreatedBlogPostAsync(this BlogPostsClient blogPosts, BlogPostCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blogPosts);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.Title, nameof(request));
        GetBlogPostsOptions options = new()
        {
            SpaceIds = [request.SpaceId],
            Title = request.Title,
            Statuses = [request.Status ?? ContentStatus.Current],
            Sort = BlogPostSortOrder.CreatedDateDescending,
        };
        return FirstAsync(blogPosts.GetBlogPostsAsync(options, cancellationToken), post => post.Title == request.Title);
    }

    /// <summary>Finds the attachment that a call may have created whose outcome is unknown (<see cref="ConfluenceOutcomeUnknownException"/>): one with the same file name on the same page.</summary>
    /// <param name="attachments">The client.</param>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; null if there is nothing of that kind, or nothing that the caller may view.</returns>
    /// <remarks>
    /// <para>No two attachments of a page have the same name. For a new version of a file that was there before, compare the version number and the size. What Confluence is still working on may not be there yet: before you repeat the call after a null, wait a little and ask again.</para>
    /// <para>One request. Required permission: view the page and its space. Required OAuth 2.0 scope: <c>read:attachment:confluence</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is nothing to look for: the id or the name is missing.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    public static Task<Attachment?> FindCreatedAttachmentAsync(this AttachmentsClient attachments, string pageId, string fileName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        ArgumentException.ThrowIfNullOrEmpty(pageId);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return FirstAsync(attachments.GetPageAttachmentsAsync(pageId, new GetPageAttachmentsOptions { FileName = fileName }, cancellationToken), attachment => attachment.Title == fileName);
    }

    /// <summary>Finds the content property that a call may have created whose outcome is unknown (<see cref="ConfluenceOutcomeUnknownException"/>): one with the same key on the same page.</summary>
    /// <param name="properties">The client.</param>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="key">The key of the property.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; null if there is nothing of that kind, or nothing that the caller may view.</returns>
    /// <remarks>
    /// <para>No two properties of a page have the same key, so a property that is found keeps the call from being repeated; its value tells whether it is that of the call. What Confluence is still working on may not be there yet: before you repeat the call after a null, wait a little and ask again.</para>
    /// <para>One request. Required permission: view the page and its space. Required OAuth 2.0 scope: <c>read:page:confluence</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is nothing to look for: the id or the key is missing.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused the call; the message says why and what to do.</exception>
    public static Task<ContentProperty?> FindCreatedPagePropertyAsync(this ContentPropertiesClient properties, string pageId, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentException.ThrowIfNullOrEmpty(pageId);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return FirstAsync(properties.GetPageContentPropertiesAsync(pageId, new GetPageContentPropertiesOptions { Key = key }, cancellationToken), property => property.Key == key);
    }

    private static async Task<T?> FirstAsync<T>(Paged<T> list, Predicate<T> isTheOne)
        where T : class
    {
        await foreach (T item in list.ConfigureAwait(false))
        {
            if (isTheOne(item))
            {
                return item;
            }
        }

        return null;
    }
}
