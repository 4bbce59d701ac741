namespace Confluence.Generated.Retrieval;

/// <summary>
/// Reads the parts of one page. Lists, single reads and their parts do not learn of a new page at the same moment: when a page that is only minutes old
/// is not found, it is asked for again a few times, for seven seconds in all.
/// </summary>
internal sealed class FreshReader(ContentSource source, RetrievedPage page, PageWalkState walk)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _clock = walk.Client.Transport.TimeProvider;
    private int _waits = 3;

    public string Noun => source.Noun;

    public string Id => page.Id;

    /// <summary>Reads a part. Nobody has been told of a gap yet, unless it is repeated.</summary>
    public Task<Part<T>> TryAsync<T>(PartOfAll of, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        of.ReadAsync(Noun, Id, token => PatientlyAsync(read, token), cancellationToken);

    /// <summary>Tells of a gap.</summary>
    public RetrievalGap Tell(RetrievalGap gap)
    {
        walk.Gaps.Tell(gap);
        return gap;
    }

    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
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
                await Task.Delay(TimeSpan.FromSeconds(1 << (2 - _waits)), _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsNotFound(ConfluenceApiException error) =>
        error.Kind == ConfluenceErrorKind.NotFound || error.Kind == ConfluenceErrorKind.NotFoundOrNotVisible;

    private bool IsFresh() => page.CreatedAt is { } at && (_clock.GetUtcNow() - at).Duration() < s_fresh;
}
