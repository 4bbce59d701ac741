using Confluence.Generated.Retrieval.Activity.Finding;
using Confluence.Generated.Retrieval.Estimates;
using Confluence.Generated.Retrieval.Pages;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Search;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Spaces;

namespace Confluence.Generated.Retrieval.Activity;

/// <summary>Says what a retrieval of activity will cost, from what the search of the site says about sizes.</summary>
internal sealed class ActivityEstimate(ISiteClient client, ActivityOptions options)
{
    private readonly List<RequestEstimatePart> _parts = [];
    private readonly SpaceDirectory _spaces = new(client, options);

    public async Task<RequestEstimate> MakeAsync(CancellationToken cancellationToken)
    {
        _parts.AddRange(PageEstimate.SpaceParts(options.SpaceKeys));
        (long least, long pages, long comments) =
            options.PageIds is { Count: > 0 } ids ? await NamedAsync(ids, cancellationToken).ConfigureAwait(false)
            : options.IsSearched ? await SearchedAsync(cancellationToken).ConfigureAwait(false)
            : await ListedAsync(cancellationToken).ConfigureAwait(false);
        AddSources(pages, comments);
        return new RequestEstimate(least, _parts.Sum(static part => part.Requests), _parts);
    }

    private async Task<(long Least, long Pages, long Comments)> NamedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        _parts.Add(new RequestEstimatePart("pages by their ids", distinct.Length, IsExact: options.PageKinds is not { Count: > 1 }));
        long comments = await CountAsync(ActivitySearch.Portions("container", distinct).Select(Comments), cancellationToken).ConfigureAwait(false);
        return (distinct.Length, distinct.Length, comments);
    }

    private async Task<(long Least, long Pages, long Comments)> ListedAsync(CancellationToken cancellationToken)
    {
        PageRetrievalOptions pageOptions = options.ToPages();
        PageScope scope = await PageScope.ResolveAsync(client, pageOptions, _spaces, cancellationToken).ConfigureAwait(false);
        (long lists, long pages) = await new PageEstimate(client, pageOptions).CountAsync(scope, _spaces, cancellationToken).ConfigureAwait(false);
        long least = _parts.Sum(static part => part.Requests) + scope.Lists().Count();
        _parts.Add(new RequestEstimatePart("lists", lists, IsExact: false));
        ActivitySearch search = await ActivitySearch.ResolveAsync(options, _spaces, cancellationToken).ConfigureAwait(false);
        return (least, pages, await CountAsync(search.Queries(["comment"]), cancellationToken).ConfigureAwait(false));
    }

    private async Task<(long Least, long Pages, long Comments)> SearchedAsync(CancellationToken cancellationToken)
    {
        ActivitySearch search = await ActivitySearch.ResolveAsync(options, _spaces, cancellationToken).ConfigureAwait(false);
        CqlText[] queries = [.. search.Queries([.. SearchedContent.Types(options)])];
        long hits = 0;
        long requests = 0;
        int hitsPerRequest = options.PageSize ?? V1.SearchV1Client.Operations.SearchByCql.DefaultPageSize ?? 1;
        foreach (CqlText query in queries)
        {
            long total = await SearchTotal.CountAsync(client, options, query, cancellationToken).ConfigureAwait(false);
            hits += total;
            requests += Math.Max(1, (total + hitsPerRequest - 1) / hitsPerRequest);
        }

        long tasks = options.Reads(ActivitySources.Tasks) ? Math.Max(1, Spaces) * Math.Max(1, options.AccountIds?.Count ?? 0) : 0;
        long least = _parts.Sum(static part => part.Requests) + queries.Length + tasks;
        _parts.Add(new RequestEstimatePart("search", requests, IsExact: false));
        if (tasks > 0)
        {
            _parts.Add(new RequestEstimatePart("completed tasks", tasks, IsExact: false));
        }

        // Several hits can lead to the same page; how many do is not told.
        _parts.Add(new RequestEstimatePart("pages that are found", hits, IsExact: false));
        return (least, hits, await CountAsync(search.Queries(["comment"]), cancellationToken).ConfigureAwait(false));
    }

    private int Spaces => (options.SpaceKeys?.Distinct(StringComparer.OrdinalIgnoreCase).Count() ?? 0) + (options.SpaceIds?.Distinct(StringComparer.Ordinal).Count() ?? 0);

    private static CqlText Comments(string? clause) => CqlText.Of("type = comment").And(clause);

    private async Task<long> CountAsync(IEnumerable<CqlText> queries, CancellationToken cancellationToken)
    {
        if (!options.Reads(ActivitySources.Comments))
        {
            return 0;
        }

        long total = 0;
        foreach (CqlText query in queries)
        {
            total += await SearchTotal.CountAsync(client, options, query, cancellationToken).ConfigureAwait(false);
        }

        return total;
    }

    private void AddSources(long pages, long comments)
    {
        bool untimed = options.IncludeUntimed || !options.HasPeriod;
        Add(ActivitySources.Versions, "versions", pages);
        Add(ActivitySources.Comments, "comments", 2 * pages);
        Add(ActivitySources.Comments, "replies", comments);
        Add(ActivitySources.Attachments, "attachments", pages);
        Add(ActivitySources.Tasks, "tasks", pages);
        Add(ActivitySources.Likes, "likes", untimed ? pages : 0);
        Add(ActivitySources.CommentLikes, "likes of comments", untimed ? comments : 0);
        Add(ActivitySources.Views, "views", options.AccountIds is { Count: > 0 } ? 0 : 2 * pages);

        void Add(ActivitySources source, string purpose, long requests)
        {
            if (options.Reads(source) && requests > 0)
            {
                _parts.Add(new RequestEstimatePart(purpose, requests, IsExact: false));
            }
        }
    }
}
