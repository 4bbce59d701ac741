using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Sources;

/// <summary>The operations on blog posts.</summary>
internal sealed class BlogPostSource(ISiteClient client, PageRetrievalOptions options) : ContentSource(client, options)
{
    public override PageKind Kind => PageKind.BlogPost;

    public override string Noun => "blog post";

    public override bool HasStatus(ContentStatus status) => status != ContentStatus.Archived;

    public override IAsyncEnumerable<ResultPage<RetrievedPage?>> ListAsync(ListCall call, string? continuationToken, CancellationToken cancellationToken)
    {
        GetBlogPostsOptions options = Options.Each(new GetBlogPostsOptions
        {
            SpaceIds = call.SpaceId is null ? null : [call.SpaceId],
            Statuses = call.Statuses.Count == 0 ? null : call.Statuses,
            Title = Options.Title,
            BodyFormat = call.Body,
            Sort = call.ByChange ? BlogPostSortOrder.ModifiedDateDescending : BlogPostSortOrder.Id,
            PageSize = call.Size,
            KeepsPageSize = true,
        });
        return Convert(Client.BlogPosts.GetBlogPostsAsync(options, cancellationToken), Of, continuationToken, cancellationToken);
    }

    public override async Task<RetrievedPage> ReadAsync(string id, RetrievedPage? known, DetailsCall call, CancellationToken cancellationToken)
    {
        GetBlogPostByIdOptions options = Options.Each(new GetBlogPostByIdOptions
        {
            BodyFormat = call.Body,
            IncludeVersions = call.If(PageParts.Versions),
            IncludeLabels = call.If(PageParts.Labels),
            IncludeProperties = call.If(PageParts.Properties),
        });
        BlogPostDetails details = await Client.BlogPosts.GetBlogPostByIdAsync(id, options, cancellationToken).ConfigureAwait(false);
        return new RetrievedPage(known ?? Of(details, id))
        {
            Storage = known?.Storage ?? details.Body?.Storage,
            AtlasDocFormat = known?.AtlasDocFormat ?? details.Body?.AtlasDocFormat,
            View = known?.View ?? details.Body?.View,
            Versions = known?.Versions ?? Whole(details.Versions?.ResultsOrNull, details.Versions?.MetaOrNull),
            Labels = known?.Labels ?? Whole(details.Labels?.ResultsOrNull, details.Labels?.MetaOrNull),
            Properties = known?.Properties ?? Whole(details.Properties?.ResultsOrNull, details.Properties?.MetaOrNull),
            WebUrl = known?.WebUrl ?? details.LinksOrNull?.GetWebUrl(Site),
            Content = known?.Content ?? details,
            Details = known?.Details ?? details,
        };
    }

    public override IAsyncEnumerable<ContentVersion> VersionsAsync(string id, CancellationToken cancellationToken) =>
        Client.Versions.GetBlogPostVersionsAsync(id, Options.Each(new GetBlogPostVersionsOptions()), cancellationToken)
            .Select(static version => VersionForm.Of(version));

    public override IAsyncEnumerable<ContentLabel> LabelsAsync(string id, CancellationToken cancellationToken) =>
        Client.Labels.GetBlogPostLabelsAsync(id, Options.Each(new GetBlogPostLabelsOptions()), cancellationToken);

    public override IAsyncEnumerable<ContentProperty> PropertiesAsync(string id, CancellationToken cancellationToken) =>
        Client.ContentProperties.GetBlogPostContentPropertiesAsync(id, Options.Each(new GetBlogPostContentPropertiesOptions()), cancellationToken);

    public override IAsyncEnumerable<Attachment> AttachmentsAsync(string id, CancellationToken cancellationToken) =>
        Client.Attachments.GetBlogPostAttachmentsAsync(id, Options.Each(new GetBlogPostAttachmentsOptions()), cancellationToken);

    private static RetrievedPage? Of(BlogPost blogPost, Uri? site) => string.IsNullOrEmpty(blogPost.IdOrNull) ? null : new RetrievedPage
    {
        Id = blogPost.IdOrNull,
        Kind = PageKind.BlogPost,
        State = RetrievedPageState.Of(blogPost.StatusOrNull?.Value),
        Title = blogPost.TitleOrNull,
        SpaceId = blogPost.SpaceIdOrNull,
        AuthorId = blogPost.AuthorIdOrNull,
        CreatedAt = blogPost.CreatedAtOrNull,
        Version = blogPost.VersionOrNull,
        Storage = blogPost.Body?.Storage,
        AtlasDocFormat = blogPost.Body?.AtlasDocFormat,
        WebUrl = blogPost.LinksOrNull?.GetWebUrl(site),
        Content = blogPost,
    };

    private static RetrievedPage Of(BlogPostDetails details, string id) => new()
    {
        Id = id,
        Kind = PageKind.BlogPost,
        State = RetrievedPageState.Of(details.StatusOrNull?.Value),
        Title = details.TitleOrNull,
        SpaceId = details.SpaceIdOrNull,
        AuthorId = details.AuthorIdOrNull,
        CreatedAt = details.CreatedAtOrNull,
        Version = details.VersionOrNull,
    };
}
