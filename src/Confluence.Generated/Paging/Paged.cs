using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Confluence.Generated.Paging;

namespace Confluence.Generated;

/// <summary>
/// A list that is fetched page by page while it is walked: <c>await foreach</c> over it returns every result, over <see cref="AsPages"/> every page.
/// Nothing is sent before the walk begins, and each walk starts at the beginning.
/// </summary>
/// <remarks>
/// <para>A walk holds one page at a time, and requests the next one after the results of the current page have been consumed. A walk that ends early requests no further page.</para>
/// <para>A page is a call of its own: <see cref="ConfluenceRequestOptions.Timeout"/>, <see cref="ConfluenceRequestOptions.MaxWait"/> and the repetitions apply to each page,
/// and the walk throws what such a call throws. Earlier results stay valid, and <see cref="AsPages"/> can continue after them.</para>
/// <para>A list is not a snapshot: items that change on the site during a walk may be missing, or appear twice.</para>
/// </remarks>
/// <typeparam name="T">The type of the results.</typeparam>
public abstract class Paged<T> : IAsyncEnumerable<T>
{
    /// <summary>Creates a list. Tests of calling code use <see cref="FromPages"/> and <see cref="FromItems"/> instead.</summary>
    protected Paged()
    {
    }

    /// <summary>Creates a list of given pages, for tests of calling code.</summary>
    /// <param name="pages">The pages, each with the token that leads to the next one, except the last.</param>
    /// <returns>The list.</returns>
    [SuppressMessage("Design", "CA1000", Justification = "The factory belongs to the type that it makes, where people look for it.")]
    public static Paged<T> FromPages(params IEnumerable<ResultPage<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new FixedPaged<T>([.. pages]);
    }

    /// <summary>Creates a list of given results, on one page, for tests of calling code.</summary>
    /// <param name="items">The results.</param>
    /// <returns>The list.</returns>
    [SuppressMessage("Design", "CA1000", Justification = "The factory belongs to the type that it makes, where people look for it.")]
    public static Paged<T> FromItems(params IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new FixedPaged<T>([new ResultPage<T>([.. items])]);
    }

    /// <summary>Walks the list page by page.</summary>
    /// <param name="continuationToken">
    /// Where to continue: the <see cref="ResultPage{T}.ContinuationToken"/> of an earlier page, from the same operation with the same arguments and options. Settings
    /// that are not sent, such as a time limit, may differ. Null starts at the beginning.
    /// </param>
    /// <param name="cancellationToken">Cancels the walk, like the token of the call and that of <c>WithCancellation</c>.</param>
    /// <returns>The pages, each fetched when the walk gets to it.</returns>
    /// <exception cref="ArgumentException">The token is empty, or belongs to another list, such as a search for something else.</exception>
    /// <exception cref="ConfluenceException">A page failed; thrown by the walk. To continue, start again with the token of the last page that arrived.</exception>
    /// <exception cref="ConfluencePagingException">
    /// The server leads in a circle, or says that there are more results but not how to reach them; thrown by the walk, after the last page that arrived.
    /// </exception>
    public abstract IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default);

    /// <summary>Walks the list result by result.</summary>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The walk.</returns>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Items(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<T> Items([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ResultPage<T> page in AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }
}
