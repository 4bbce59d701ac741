using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Reads one sort of activity on a page. Pages are read at the same time, by the same object.</summary>
internal abstract class ActivitySource
{
    private readonly PageWalkState _walk;
    private readonly PartOfAll _main;

    /// <param name="what">What the source gives, in a sentence: <c>The attachments</c>.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="walk">The walk that the pages belong to.</param>
    protected ActivitySource(string what, ActivityOptions options, PageWalkState walk)
    {
        Options = options;
        _walk = walk;
        _main = Part(what);
    }

    public abstract ActivitySources Flag { get; }

    protected ISiteClient Client => _walk.Client;

    protected ActivityOptions Options { get; }

    /// <summary>Reads the events of a page. What fails is a gap among them.</summary>
    /// <returns>The gap when the site says that there is nothing of this sort at the page, so that the page itself is in doubt; otherwise null.</returns>
    public abstract Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken);

    /// <summary>A further part that this source asks for.</summary>
    protected PartOfAll Part(string what) => new(what, _walk.Failures);

    /// <summary>Reads the list that belongs to the page itself.</summary>
    protected Task<RetrievalGap?> EachAsync<T>(PageEvents events, IAsyncEnumerable<T> items, Func<T, Task> use, CancellationToken cancellationToken) =>
        EachAsync(_main, events, events.Noun, events.Page.Id, items, use, isChild: false, cancellationToken);

    /// <summary>Reads the list that belongs to the page itself.</summary>
    protected Task<RetrievalGap?> EachAsync<T>(PageEvents events, IAsyncEnumerable<T> items, Action<T> use, CancellationToken cancellationToken) =>
        EachAsync(events, items, Then(use), cancellationToken);

    /// <summary>Reads a list that belongs to something on the page.</summary>
    /// <returns>Whether it was read to its end; if not, a gap says so.</returns>
    protected static async Task<bool> EachOfChildAsync<T>(
        PartOfAll part, PageEvents events, string noun, string id, IAsyncEnumerable<T> items, Action<T> use, CancellationToken cancellationToken)
    {
        bool isWhole = true;
        await EachAsync(part, events, noun, id, items, Then(use), isChild: true, cancellationToken, () => isWhole = false).ConfigureAwait(false);
        return isWhole;
    }

    /// <summary>Reads one thing that belongs to the page or to something on it.</summary>
    /// <returns>The thing; the default when it is missing, and a gap says so.</returns>
    protected async Task<Part<T>> OneAsync<T>(
        PartOfAll? part, PageEvents events, string noun, string id, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        Part<T> one = await (part ?? _main).ReadAsync(noun, id, events.Patiently(read), cancellationToken, events.Page.Id).ConfigureAwait(false);
        if (one is { Gap: { } gap, IsRepeated: false } && !(part is null && one.Failure == PartFailure.NotThere))
        {
            events.Miss(gap);
        }

        return one;
    }

    private static Func<T, Task> Then<T>(Action<T> use) => item =>
    {
        use(item);
        return Task.CompletedTask;
    };

    private static async Task<RetrievalGap?> EachAsync<T>(
        PartOfAll part, PageEvents events, string noun, string id, IAsyncEnumerable<T> items, Func<T, Task> use, bool isChild, CancellationToken cancellationToken, Action? broke = null)
    {
        await using IAsyncEnumerator<T> walk = events.Patiently(items, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            Part<bool> next = await part.ReadAsync(noun, id, _ => walk.MoveNextAsync().AsTask(), cancellationToken, events.Page.Id).ConfigureAwait(false);
            if (next.Gap is { } gap)
            {
                broke?.Invoke();
                if (!isChild && next.Failure == PartFailure.NotThere)
                {
                    return gap;
                }

                if (!next.IsRepeated)
                {
                    events.Miss(gap);
                }

                return null;
            }

            if (!next.Value)
            {
                return null;
            }

            await use(walk.Current).ConfigureAwait(false);
        }
    }
}
