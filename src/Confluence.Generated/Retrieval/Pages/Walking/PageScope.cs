using System.Runtime.CompilerServices;
using Confluence.Generated.Calls;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Spaces;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>The spaces and the kinds of content that a walk goes through.</summary>
internal sealed class PageScope
{
    private const int IdsPerRequest = 250;
    private const int PagesWithBodyPerRequest = 50;

    private readonly PageRetrievalOptions _options;
    private readonly int? _pageSize;
    private readonly HashSet<string>? _spaceIds;
    private readonly IReadOnlyDictionary<string, string> _keys;

    private PageScope(ISiteClient client, PageRetrievalOptions options, IReadOnlyList<string>? spaceIds, IReadOnlyDictionary<string, string> keys)
    {
        _keys = keys;
        _pageSize = options.PageSize ?? client.Transport.PageSize;
        _options = options;
        SpaceIds = spaceIds;
        _spaceIds = spaceIds is null ? null : new HashSet<string>(spaceIds, StringComparer.Ordinal);
        Sources = [.. AllSources(client, options).Where(source => options.Wants(source.Kind))];
    }

    /// <summary>The ids of the spaces, each once; null for all spaces.</summary>
    public IReadOnlyList<string>? SpaceIds { get; }

    public IReadOnlyList<ContentSource> Sources { get; }

    public static IEnumerable<ContentSource> AllSources(ISiteClient client, PageRetrievalOptions options) =>
        [new PageSource(client, options), new BlogPostSource(client, options)];

    /// <summary>Resolves the keys of spaces.</summary>
    /// <exception cref="ConfluenceRetrievalException">A key belongs to no space that the account can see.</exception>
    public static async Task<PageScope> ResolveAsync(ISiteClient client, PageRetrievalOptions options, SpaceDirectory spaces, CancellationToken cancellationToken)
    {
        if (options is { SpaceKeys: not { Count: > 0 }, SpaceIds: not { Count: > 0 } })
        {
            return new PageScope(client, options, null, new Dictionary<string, string>());
        }

        List<string> ids = [];
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (Space space in await spaces.FindByKeysAsync(options.SpaceKeys ?? [], cancellationToken).ConfigureAwait(false))
        {
            ids.Add(space.Id);
            keys[space.Id] = space.Key;
        }

        ids.AddRange(options.SpaceIds ?? []);
        return new PageScope(client, options, [.. ids.Distinct(StringComparer.Ordinal)], keys);
    }

    /// <summary>The same spaces with other options.</summary>
    public PageScope For(ISiteClient client, PageRetrievalOptions options) => new(client, options, SpaceIds, _keys);

    /// <summary>Whether a space is one of those that were asked for.</summary>
    public bool Contains(string? spaceId) => _spaceIds is null || (spaceId is not null && _spaceIds.Contains(spaceId));

    /// <summary>The lists of what was asked for, kind by kind and space by space.</summary>
    public IEnumerable<(ContentSource Source, ListCall Call)> Lists()
    {
        BodyFormat? body = PageCompletion.ListedBody(_options);
        return Calls(_options.Statuses ?? [], body, _options.ChangedSince is not null, body is null ? IdsPerRequest : PagesWithBodyPerRequest);
    }

    /// <summary>The lists of everything that is there now, without bodies.</summary>
    public async IAsyncEnumerable<RetrievedPage> SweepAsync(PageWalkState walk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach ((ContentSource source, ListCall call) in Calls([], body: null, byChange: false, IdsPerRequest))
        {
            await foreach (RetrievedPage page in new PageListing(source, call, walk).WalkAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }
        }
    }

    private IEnumerable<(ContentSource Source, ListCall Call)> Calls(IReadOnlyList<ContentStatus> statuses, BodyFormat? body, bool byChange, int size)
    {
        foreach (ContentSource source in Sources)
        {
            ContentStatus[] possible = [.. statuses.Where(source.HasStatus)];
            if (possible.Length == 0 && statuses.Count > 0)
            {
                continue;
            }

            // One space a call: what sites make of several ids in this parameter is not settled.
            foreach (string? spaceId in SpaceIds ?? (IReadOnlyList<string?>)[null])
            {
                yield return (source, new ListCall(spaceId, possible, body, byChange, Math.Min(IdsPerRequest, _pageSize ?? size))
                {
                    SpaceKey = spaceId is null ? null : _keys.GetValueOrDefault(spaceId),
                    Since = byChange ? _options.ChangedSince : null,
                });
            }
        }
    }
}
