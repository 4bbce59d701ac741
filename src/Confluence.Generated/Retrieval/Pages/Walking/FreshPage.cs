using System.Runtime.CompilerServices;
using Confluence.Generated.Transport;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>
/// Waits for the parts of a new page. Lists, single reads and their parts do not learn of a page at the same moment: when one that is only minutes old is
/// not found, it is asked for again a few times, for seven seconds in all.
/// </summary>
internal sealed class FreshPage(RetrievedPage page, ConfluenceTransport transport)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);

    private int _waits = 3;

    /// <summary>The same read, with patience.</summary>
    public Func<CancellationToken, Task<T>> Patiently<T>(Func<CancellationToken, Task<T>> read) => async cancellationToken =>
    {
        while (true)
        {
            try
            {
                return await read(cancellationToken).ConfigureAwait(false);
            }
            catch (ConfluenceApiException error) when (IsNotFound(error) && _waits > 0 && IsFresh())
            {
                _waits--;
                await WaitAsync(TimeSpan.FromSeconds(1 << (2 - _waits)), cancellationToken).ConfigureAwait(false);
            }
        }
    };

    /// <summary>The same list, begun with patience.</summary>
    public async IAsyncEnumerable<T> Patiently<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<T> walk = items.GetAsyncEnumerator(cancellationToken);
        bool isSpent = false;
        try
        {
            bool isThere = await Patiently(BeginAsync)(cancellationToken).ConfigureAwait(false);
            while (isThere)
            {
                yield return walk.Current;
                isThere = await walk.MoveNextAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await walk.DisposeAsync().ConfigureAwait(false);
        }

        async Task<bool> BeginAsync(CancellationToken token)
        {
            if (isSpent)
            {
                await walk.DisposeAsync().ConfigureAwait(false);
                walk = items.GetAsyncEnumerator(token);
            }

            isSpent = true;
            return await walk.MoveNextAsync().ConfigureAwait(false);
        }
    }

    private static bool IsNotFound(ConfluenceApiException error) =>
        error.Kind == ConfluenceErrorKind.NotFound || error.Kind == ConfluenceErrorKind.NotFoundOrCredentialRefused;

    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        // A client that is disposed meanwhile says so at the next call.
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, transport.Closed);
        await Task.Delay(time, transport.TimeProvider, linked.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private bool IsFresh() => page.CreatedAt is { } at && (transport.TimeProvider.GetUtcNow() - at).Duration() < s_fresh;
}
