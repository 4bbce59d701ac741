using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Adds to a page what its list could not give, with the fewest requests.</summary>
internal sealed class PageCompletion
{
    private const PageParts WithDetails = PageParts.Versions | PageParts.Labels | PageParts.Properties;

    private readonly PageRetrievalOptions _options;
    private readonly SpaceDirectory _spaces;
    private readonly RetrievalGaps _gaps;
    private readonly DetailsCall[] _calls;

    /// <param name="options">What comes along.</param>
    /// <param name="listed">The body that lists give; null when pages are not listed but read by id.</param>
    /// <param name="spaces">The spaces that are known.</param>
    /// <param name="gaps">Where parts are reported that the site does not give.</param>
    public PageCompletion(PageRetrievalOptions options, BodyFormat? listed, SpaceDirectory spaces, RetrievalGaps gaps)
    {
        _options = options;
        _spaces = spaces;
        _gaps = gaps;
        _calls = [.. Plan(options, listed)];
    }

    /// <summary>The number of requests for each page that is read by itself, attachments aside.</summary>
    public int CallsPerPage => _calls.Length;

    /// <summary>The body that lists give without a further request; null for none.</summary>
    public static BodyFormat? ListedBody(PageRetrievalOptions options) =>
        options.Wants(PageParts.StorageBody) ? BodyFormat.Storage : options.Wants(PageParts.AtlasDocFormatBody) ? BodyFormat.AtlasDocFormat : null;

    /// <summary>Reads a page that no list gave.</summary>
    /// <exception cref="ConfluenceApiException">The site does not give it.</exception>
    public async Task<RetrievedPage> ReadAsync(ContentSource source, string id, CancellationToken cancellationToken)
    {
        DetailsCall first = _calls.Length > 0 ? _calls[0] : new DetailsCall(null, PageParts.None);
        RetrievedPage page = await source.ReadAsync(id, null, first, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(source, page, _calls.AsMemory(Math.Min(1, _calls.Length)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Completes a page that a list gave.</summary>
    public Task<RetrievedPage> CompleteAsync(ContentSource source, RetrievedPage page, CancellationToken cancellationToken) =>
        CompleteAsync(source, page, _calls, cancellationToken);

    private static IEnumerable<DetailsCall> Plan(PageRetrievalOptions options, BodyFormat? listed)
    {
        List<BodyDetailsFormat> bodies = [];
        Add(PageParts.StorageBody, BodyDetailsFormat.Storage);
        Add(PageParts.AtlasDocFormatBody, BodyDetailsFormat.AtlasDocFormat);
        Add(PageParts.ViewBody, BodyDetailsFormat.View);
        PageParts parts = options.Include & WithDetails;
        if (bodies.Count == 0)
        {
            return parts == PageParts.None ? [] : [new DetailsCall(null, parts)];
        }

        // The first request carries all that requests can carry at once; only one body fits into each.
        return bodies.Select((body, index) => new DetailsCall(body, index == 0 ? parts : PageParts.None));

        void Add(PageParts part, BodyDetailsFormat format)
        {
            if (options.Wants(part) && listed?.Value != format.Value)
            {
                bodies.Add(format);
            }
        }
    }

    private async Task<RetrievedPage> CompleteAsync(ContentSource source, RetrievedPage page, ReadOnlyMemory<DetailsCall> calls, CancellationToken cancellationToken)
    {
        for (int index = 0; index < calls.Length; index++)
        {
            try
            {
                page = await source.ReadAsync(page.Id, page, calls.Span[index], cancellationToken).ConfigureAwait(false);
            }
            catch (ConfluenceApiException error) when (RetrievalGap.IsCausedBy(error))
            {
                // It vanished since the list gave it, and would answer the same to every further request.
                _gaps.Report(RetrievalGap.Of($"What the {source.Noun} {page.Id} gives by itself", error, page.Id));
                return page;
            }
        }

        if (_options.Wants(PageParts.Versions) && page.Versions is null)
        {
            page = new RetrievedPage(page) { Versions = await ListAsync(source, page, "versions", source.VersionsAsync, cancellationToken).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Labels) && page.Labels is null)
        {
            page = new RetrievedPage(page) { Labels = await ListAsync(source, page, "labels", source.LabelsAsync, cancellationToken).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Properties) && page.Properties is null)
        {
            page = new RetrievedPage(page) { Properties = await ListAsync(source, page, "properties", source.PropertiesAsync, cancellationToken).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Attachments))
        {
            page = new RetrievedPage(page) { Attachments = await ListAsync(source, page, "attachments", source.AttachmentsAsync, cancellationToken).ConfigureAwait(false) };
        }

        return _options.Wants(PageParts.Space) && page.SpaceId is { Length: > 0 } spaceId
            ? new RetrievedPage(page) { Space = await SpaceAsync(page, spaceId, cancellationToken).ConfigureAwait(false) }
            : page;
    }

    private async Task<IReadOnlyList<T>?> ListAsync<T>(
        ContentSource source, RetrievedPage page, string what, Func<string, CancellationToken, IAsyncEnumerable<T>> list, CancellationToken cancellationToken)
    {
        try
        {
            return await list(page.Id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ConfluenceApiException error) when (RetrievalGap.IsCausedBy(error))
        {
            _gaps.Report(RetrievalGap.Of($"The {what} of the {source.Noun} {page.Id}", error, page.Id));
            return null;
        }
    }

    private async Task<Space?> SpaceAsync(RetrievedPage page, string spaceId, CancellationToken cancellationToken)
    {
        Space? space = await _spaces.FindByIdAsync(spaceId, cancellationToken).ConfigureAwait(false);
        if (space is null)
        {
            _gaps.Report(new RetrievalGap($"The space {spaceId} of the page {page.Id}", "there is none with this id that the account can see.") { ContentId = page.Id });
        }

        return space;
    }
}
