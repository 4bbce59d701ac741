using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Confluence.Generated.Retrieval.Walking;

/// <summary>Works on several items of a sequence at once and gives the results in the order of the items.</summary>
internal static class OrderedConcurrency
{
    /// <summary>Applies an asynchronous function to each item.</summary>
    /// <typeparam name="TItem">What comes in.</typeparam>
    /// <typeparam name="TResult">What comes out.</typeparam>
    /// <param name="items">The items; at most <paramref name="degree"/> of them are read ahead.</param>
    /// <param name="degree">The number of items worked on at the same time, at least 1.</param>
    /// <param name="selector">The function. Its token is cancelled when another item failed or the reading stopped.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>
    /// The results. When one fails, the earlier ones have been given and the later ones are dropped; when the sequence of items fails, what came of the
    /// items before is given first.
    /// </returns>
    public static async IAsyncEnumerable<TResult> SelectInOrderAsync<TItem, TResult>(
        this IAsyncEnumerable<TItem> items,
        int degree,
        Func<TItem, CancellationToken, Task<TResult>> selector,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<Task<TResult>> running = new(degree);
        IAsyncEnumerator<TItem> source = items.GetAsyncEnumerator(stop.Token);
        try
        {
            bool more = true;
            Exception? failure = null;
            while (true)
            {
                while (more && running.Count < degree)
                {
                    try
                    {
                        more = await source.MoveNextAsync().ConfigureAwait(false);
                    }
                    catch (Exception exception) when (running.Count > 0 && exception is not OperationCanceledException)
                    {
                        // What came before it is given first.
                        failure = exception;
                        more = false;
                    }

                    if (more)
                    {
                        running.Enqueue(selector(source.Current, stop.Token));
                    }
                }

                if (running.Count == 0)
                {
                    if (failure is not null)
                    {
                        ExceptionDispatchInfo.Throw(failure);
                    }

                    yield break;
                }

                // It stays in the queue while it runs, so that it is waited for below if the reading stops here.
                TResult result = await running.Peek().ConfigureAwait(false);
                _ = running.Dequeue();
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (Task task in running)
            {
                // The first failure is already on its way to the caller; those of the dropped items are only its echo.
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await source.DisposeAsync().ConfigureAwait(false);
        }
    }
}
