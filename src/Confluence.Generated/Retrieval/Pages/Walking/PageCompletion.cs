using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>Adds to a page what its list could not give, with the fewest requests. What the site does not give is a gap of the page.</summary>
internal sealed class PageCompletion
{
    /// <summary>What one request can carry beside a body.</summary>
    private const PageParts BesideBody = PageParts.Labels | PageParts.Properties;
    private const PageParts WithDetails = PageParts.Versions | BesideBody;

    private readonly PageRetrievalOptions _options;
    private readonly PageWalkState _walk;
    private readonly DetailsCall[] _calls;
    private readonly PartOfAll _body;
    private readonly PartOfAll _versions;
    private readonly PartOfAll _labels;
    private readonly PartOfAll _properties;
    private readonly PartOfAll _attachments;
    private readonly PartOfAll _space;

    /// <param name="options">What comes along.</param>
    /// <param name="listed">The body that lists give; null when pages are not listed but read by id.</param>
    /// <param name="walk">The walk that the pages belong to.</param>
    public PageCompletion(PageRetrievalOptions options, BodyFormat? listed, PageWalkState walk)
    {
        _options = options;
        _walk = walk;
        _calls = Plan(options, listed);
        _body = Part("The body");
        _versions = Part("The versions");
        _labels = Part("The labels");
        _properties = Part("The properties");
        _attachments = Part("The attachments");
        _space = Part("The space");
        PartOfAll Part(string what) => new(what, walk.Failures);
    }

    /// <summary>The first request for a page that no list gave.</summary>
    public DetailsCall First => _calls.Length > 0 ? _calls[0] : new DetailsCall(null, PageParts.None);

    /// <summary>The body that lists give without a further request; null for none.</summary>
    public static BodyFormat? ListedBody(PageRetrievalOptions options) =>
        options.Wants(PageParts.StorageBody) ? BodyFormat.Storage : options.Wants(PageParts.AtlasDocFormatBody) ? BodyFormat.AtlasDocFormat : null;

    /// <summary>The number of requests for each page that a list gave, attachments aside.</summary>
    public static int CallsPerPage(PageRetrievalOptions options) => Plan(options, ListedBody(options)).Length;

    /// <summary>Completes a page that the first request gave.</summary>
    public Task<RetrievedPage> CompleteReadAsync(ContentSource source, RetrievedPage page, CancellationToken cancellationToken) =>
        CompleteAsync(source, page, _calls.AsMemory(Math.Min(1, _calls.Length)), cancellationToken);

    /// <summary>Completes a page that a list gave.</summary>
    public Task<RetrievedPage> CompleteAsync(ContentSource source, RetrievedPage page, CancellationToken cancellationToken) =>
        CompleteAsync(source, page, _calls, cancellationToken);

    private static DetailsCall[] Plan(PageRetrievalOptions options, BodyFormat? listed)
    {
        List<BodyDetailsFormat> bodies = [];
        Add(PageParts.StorageBody, BodyDetailsFormat.Storage);
        Add(PageParts.AtlasDocFormatBody, BodyDetailsFormat.AtlasDocFormat);
        Add(PageParts.ViewBody, BodyDetailsFormat.View);

        // Beside a body, each version would bring its own old body along: the versions get a request without one, and then the rest fits there too.
        PageParts parts = options.Include & WithDetails;
        bool isApart = (parts & PageParts.Versions) != 0 || (parts != PageParts.None && bodies.Count == 0);
        IEnumerable<DetailsCall> calls = bodies.Select((body, index) => new DetailsCall(body, index == 0 && !isApart ? parts & BesideBody : PageParts.None));
        return isApart ? [.. calls, new DetailsCall(null, parts)] : [.. calls];

        void Add(PageParts part, BodyDetailsFormat format)
        {
            if (options.Wants(part) && listed?.Value != format.Value)
            {
                bodies.Add(format);
            }
        }
    }

    /// <summary>What is left to ask: of a page with one version, that one is all that there is.</summary>
    private static DetailsCall WithoutKnown(DetailsCall call, RetrievedPage page) =>
        page.Versions is null ? call : call with { Parts = call.Parts & ~PageParts.Versions };

    private static RetrievedPage WithOnlyVersion(RetrievedPage page) =>
        page is { Versions: null, Version: { NumberOrNull: 1 } only } ? new RetrievedPage(page) { Versions = [only] } : page;

    private async Task<RetrievedPage> CompleteAsync(ContentSource source, RetrievedPage page, ReadOnlyMemory<DetailsCall> calls, CancellationToken cancellationToken)
    {
        List<RetrievalGap> gaps = [.. page.Gaps];
        FreshReader reader = new(source, page, _walk);
        if (_options.Wants(PageParts.Versions))
        {
            page = WithOnlyVersion(page);
        }

        for (int index = 0; index < calls.Length; index++)
        {
            DetailsCall call = WithoutKnown(calls.Span[index], page);
            if (call is { Body: null, Parts: PageParts.None })
            {
                continue;
            }

            RetrievedPage known = page;
            Part<RetrievedPage> part = await reader.TryAsync(_body, token => source.ReadAsync(known.Id, known, call, token), cancellationToken).ConfigureAwait(false);
            if (part.Gap is not { } gap)
            {
                page = part.Value ?? page;
            }
            else if (part.Failure == PartFailure.NotThere)
            {
                // It vanished since the list gave it, and would answer the same to every further request.
                return new RetrievedPage(page) { Gaps = [.. gaps, reader.Tell(gap.About($"What the {source.Noun} {page.Id} gives by itself"))] };
            }
            else if (call.Body is not null)
            {
                gaps.Add(part.IsRepeated ? gap : reader.Tell(gap));
            }

            // Other parts that did not come this way have lists of their own, below.
        }

        if (_options.Wants(PageParts.Versions) && page.Versions is null)
        {
            page = new RetrievedPage(page) { Versions = await ListAsync(_versions, source.VersionsAsync).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Labels) && page.Labels is null)
        {
            page = new RetrievedPage(page) { Labels = await ListAsync(_labels, source.LabelsAsync).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Properties) && page.Properties is null)
        {
            page = new RetrievedPage(page) { Properties = await ListAsync(_properties, source.PropertiesAsync).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Attachments))
        {
            page = new RetrievedPage(page) { Attachments = await ListAsync(_attachments, source.AttachmentsAsync).ConfigureAwait(false) };
        }

        if (_options.Wants(PageParts.Space) && page.SpaceId is { Length: > 0 } spaceId)
        {
            page = new RetrievedPage(page) { Space = await SpaceAsync(reader, gaps, spaceId, cancellationToken).ConfigureAwait(false) };
        }

        return gaps.Count == 0 ? page : new RetrievedPage(page) { Gaps = gaps.AsReadOnly() };

        async Task<IReadOnlyList<T>?> ListAsync<T>(PartOfAll of, Func<string, CancellationToken, IAsyncEnumerable<T>> list)
        {
            List<T> items = [];
            Part<bool> part = await reader.TryAsync(of, CollectAsync, cancellationToken).ConfigureAwait(false);
            if (part.Gap is not { } gap)
            {
                return items;
            }

            // What came before a list broke off is given.
            gaps.Add(part.IsRepeated ? gap : reader.Tell(items.Count == 0 ? gap : gap.About($"{gap.Subject}, from some point on")));
            return items.Count == 0 ? null : items;

            async Task<bool> CollectAsync(CancellationToken token)
            {
                items.Clear();
                await foreach (T item in list(page.Id, token).ConfigureAwait(false))
                {
                    items.Add(item);
                }

                return true;
            }
        }
    }

    private async Task<Space?> SpaceAsync(FreshReader reader, List<RetrievalGap> gaps, string spaceId, CancellationToken cancellationToken)
    {
        Part<Space?> part = await reader.TryAsync(_space, token => _walk.Spaces.FindByIdAsync(spaceId, token), cancellationToken).ConfigureAwait(false);
        if (part is { Gap: null, Value: null })
        {
            gaps.Add(reader.Tell(new RetrievalGap($"The space {spaceId} of the {reader.Noun} {reader.Id}", "there is none with this id that the account can see.") { ContentId = reader.Id }));
        }
        else if (part.Gap is { } failed)
        {
            gaps.Add(part.IsRepeated ? failed : reader.Tell(failed));
        }

        return part.Value;
    }
}
