using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Search;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Estimates;

/// <summary>Counts with the search of the site, which tells totals without giving everything.</summary>
internal static class SearchTotal
{
    /// <summary>How many hits the search says that a query has.</summary>
    public static async Task<long> CountAsync(ISiteClient client, RetrievalOptions options, CqlText query, CancellationToken cancellationToken)
    {
        SearchByCqlOptions call = options.Each(new SearchByCqlOptions()) with { PageSize = 1, IncludeArchivedSpaces = true };
        await foreach (ResultPage<SearchResult> page in client.V1.Search.SearchByCqlAsync(query.ToString(), call, cancellationToken).AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            return page.TotalSize ?? 0;
        }

        return 0;
    }
}
