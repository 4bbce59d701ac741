using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Sources;

/// <summary>The operations on pages.</summary>
internal sealed class PageSource(ISiteClient client, PageRetrievalOptions options) : ContentSource(client, options)
{
    public override PageKind Kind => PageKind.Page;

    public override string Noun => "page";

    public override bool HasStatus(ContentStatus status) => true;

    public override IAsyncEnumerable<ResultPage<RetrievedPage?>> ListAsync(ListCall call, string? continuationToken, CancellationToken cancellationToken)
    {
        GetPagesOptions options = Options.Each(new GetPagesOptions
        {
            SpaceIds = call.SpaceId is null ? null : [call.SpaceId],
            Statuses = call.Statuses.Count == 0 ? null : call.Statuses,
            Title = Options.Title,
            BodyFormat = call.Body,
            Sort = call.ByChange ? PageSortOrder.ModifiedDateDescending : PageSortOrder.Id,
            PageSize = call.Size,
            KeepsPageSize = true,
        });
        return Convert(Client.Pages.GetPagesAsync(options, cancellationToken), Of, continuationToken, cancellationToken);
    }

    public override async Task<RetrievedPage> ReadAsync(string id, RetrievedPage? known, DetailsCall call, CancellationToken cancellationToken)
    {
        GetPageByIdOptions options = Options.Each(new GetPageByIdOptions
        {
            BodyFormat = call.Body,
            IncludeVersions = call.If(PageParts.Versions),
            IncludeLabels = call.If(PageParts.Labels),
            IncludeProperties = call.If(PageParts.Properties),
        });
        PageDetails details = await Client.Pages.GetPageByIdAsync(id, options, cancellationToken).ConfigureAwait(false);
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
        Client.Versions.GetPageVersionsAsync(id, Options.Each(new GetPageVersionsOptions()), cancellationToken)
            .Select(static version => VersionForm.Of(version));

    public override IAsyncEnumerable<ContentLabel> LabelsAsync(string id, CancellationToken cancellationToken) =>
        Client.Labels.GetPageLabelsAsync(id, Options.Each(new GetPageLabelsOptions()), cancellationToken);

    public override IAsyncEnumerable<ContentProperty> PropertiesAsync(string id, CancellationToken cancellationToken) =>
        Client.ContentProperties.GetPageContentPropertiesAsync(id, Options.Each(new GetPageContentPropertiesOptions()), cancellationToken);

    public override IAsyncEnumerable<Attachment> AttachmentsAsync(string id, CancellationToken cancellationToken) =>
        Client.Attachments.GetPageAttachmentsAsync(id, Options.Each(new GetPageAttachmentsOptions()), cancellationToken);

    private static RetrievedPage? Of(Page page, Uri? site) => string.IsNullOrEmpty(page.IdOrNull) ? null : new RetrievedPage
    {
        Id = page.IdOrNull,
        Kind = PageKind.Page,
        State = RetrievedPageState.Of(page.StatusOrNull?.Value),
        Title = page.TitleOrNull,
        SpaceId = page.SpaceIdOrNull,
        ParentId = page.ParentId,
        ParentType = page.ParentType,
        AuthorId = page.AuthorIdOrNull,
        CreatedAt = page.CreatedAtOrNull,
        Version = page.VersionOrNull,
        Storage = page.Body?.Storage,
        AtlasDocFormat = page.Body?.AtlasDocFormat,
        WebUrl = page.LinksOrNull?.GetWebUrl(site),
        Content = page,
    };

    private static RetrievedPage Of(PageDetails details, string id) => new()
    {
        Id = id,
        Kind = PageKind.Page,
        State = RetrievedPageState.Of(details.StatusOrNull?.Value),
        Title = details.TitleOrNull,
        SpaceId = details.SpaceIdOrNull,
        ParentId = details.ParentId,
        ParentType = details.ParentType,
        AuthorId = details.AuthorIdOrNull,
        CreatedAt = details.CreatedAtOrNull,
        Version = details.VersionOrNull,
    };
}
