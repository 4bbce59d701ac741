using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval.Walking;

/// <summary>Lists whose items need the address of the site, which stands beside them.</summary>
internal static class ListsOfSite
{
    /// <summary>Makes something of each item of a list and of the address of the site for people, which is null when neither the list nor the client knows it.</summary>
    public static async IAsyncEnumerable<TResult> SelectWithSite<T, TResult>(
        this Paged<T> list, ISiteClient client, Func<T, Uri?, TResult> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ResultPage<T> page in list.AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            Uri? site = page.WebBase ?? client.WebBase;
            foreach (T item in page.Items)
            {
                yield return select(item, site);
            }
        }
    }
}
