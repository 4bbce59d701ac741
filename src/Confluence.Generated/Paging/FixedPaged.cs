using System.Runtime.CompilerServices;

namespace Confluence.Generated.Paging;

/// <summary>A list of given pages.</summary>
internal sealed class FixedPaged<T>(IReadOnlyList<ResultPage<T>> pages) : Paged<T>
{
    public override IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        int first = 0;
        if (continuationToken is not null)
        {
            first = 1 + Enumerable.Range(0, pages.Count).FirstOrDefault(i => pages[i].ContinuationToken == continuationToken, -2);
            if (first < 0)
            {
                throw new ArgumentException("None of the pages has this continuation token.", nameof(continuationToken));
            }
        }

        return Walk(first, cancellationToken);
    }

    private async IAsyncEnumerable<ResultPage<T>> Walk(int first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = first; i < pages.Count; i++)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            yield return pages[i];
        }
    }
}
