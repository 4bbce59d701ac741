using Confluence.Generated.Retrieval.Estimates;
using Confluence.Generated.Retrieval.Pages.Sources;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Search;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Spaces;

namespace Confluence.Generated.Retrieval.Pages;

/// <summary>Says what a retrieval will cost, from what the search of the site says about sizes.</summary>
internal sealed class PageEstimate(ISiteClient client, PageRetrievalOptions options)
{
    public async Task<RequestEstimate> MakeAsync(CancellationToken cancellationToken)
    {
        SpaceDirectory spaces = new(client, options);
        PageScope scope = await PageScope.ResolveAsync(client, options, spaces, cancellationToken).ConfigureAwait(false);
        List<RequestEstimatePart> parts = [.. SpaceParts(options.SpaceKeys)];
        (long lists, long pages) = await CountAsync(scope, spaces, cancellationToken).ConfigureAwait(false);
        long least = parts.Sum(static part => part.Requests) + scope.Lists().Count();
        parts.Add(new RequestEstimatePart("lists", lists, IsExact: false));
        AddEach("pages by themselves", PageCompletion.CallsPerPage(options));
        AddEach("attachments", options.Wants(PageParts.Attachments) ? 1 : 0);
        if (options.KnownIds is { Count: > 0 } known && options.ChangedSince is not null)
        {
            parts.Add(new RequestEstimatePart("what is not there any more", Math.Max(1, known.Count / 250), IsExact: false));
        }

        return new RequestEstimate(least, parts.Sum(static part => part.Requests), parts);

        void AddEach(string purpose, int calls)
        {
            if (calls > 0)
            {
                parts.Add(new RequestEstimatePart(purpose, pages * calls, IsExact: false));
            }
        }
    }

    /// <summary>The requests that find spaces by their keys.</summary>
    public static IEnumerable<RequestEstimatePart> SpaceParts(IReadOnlyList<string>? keys) =>
        keys is { Count: > 0 } ? [new RequestEstimatePart("spaces by their keys", keys.Distinct(StringComparer.OrdinalIgnoreCase).Count(), IsExact: true)] : [];

    /// <summary>How many requests the lists will take, and how many pages they will give.</summary>
    public async Task<(long Lists, long Pages)> CountAsync(PageScope scope, SpaceDirectory spaces, CancellationToken cancellationToken)
    {
        long lists = 0;
        long pages = 0;
        foreach ((ContentSource source, ListCall call) in scope.Lists())
        {
            string? key = call.SpaceId is null ? null : (await spaces.FindByIdAsync(call.SpaceId, cancellationToken).ConfigureAwait(false))?.KeyOrNull;
            if (call.SpaceId is not null && key is null)
            {
                continue; // Its list will be empty, or refused.
            }

            long size = await SizeAsync(source, key, cancellationToken).ConfigureAwait(false);
            pages += size;
            lists += Math.Max(1, (size + call.Size - 1) / call.Size);
        }

        return (lists, pages);
    }

    // The search knows neither archived pages nor the last few minutes, and its totals are estimates by themselves.
    private Task<long> SizeAsync(ContentSource source, string? spaceKey, CancellationToken cancellationToken) => SearchTotal.CountAsync(
        client,
        options,
        CqlText.Of(source.Kind == PageKind.Page ? "type = page" : "type = blogpost")
            .And(spaceKey is null ? null : $"space = {CqlText.Quote(spaceKey)}")
            .And(options.Title is { } title ? $"title = {CqlText.Quote(title)}" : null)
            .And(options.ChangedSince is { } since ? $"lastmodified >= {CqlText.Since(since)}" : null),
        cancellationToken);
}
