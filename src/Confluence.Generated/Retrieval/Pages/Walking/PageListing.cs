using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Paging;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Pages.Sources;

namespace Confluence.Generated.Retrieval.Pages.Walking;

/// <summary>
/// Walks one list to its end. Large portions are what sites fail to give, with bodies above all, so a portion that fails is asked for again in halves,
/// down to single pages; one that fails alone comes without its body. What cannot be listed at all is a gap, and the walk goes on with its next list.
/// </summary>
internal sealed class PageListing(ContentSource source, ListCall list, PageWalkState walk)
{
    private readonly PortionSize _size = new(list.Size, parts: 2);
    private readonly ChangeOrder? _order = list.Since is { } since ? new ChangeOrder(since) : null;
    private string? _token;
    private bool _hasBegun;

    public async IAsyncEnumerable<RetrievedPage> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool more = true;
        while (more)
        {
            ListCall call = list with { Size = _size.Current };
            ConfluenceException? error = null;
            PartFailure failure = default;
            await using (IAsyncEnumerator<ResultPage<RetrievedPage?>> portions = source.ListAsync(call, _token, cancellationToken).GetAsyncEnumerator(cancellationToken))
            {
                // With another size the list is asked anew from where it stands.
                while (more && error is null && _size.Current == call.Size)
                {
                    PartResult<bool> read = await MoveAsync(portions, cancellationToken).ConfigureAwait(false);
                    failure = read.Failure;
                    if (read.TryGet(out bool isThere, out error))
                    {
                        more = isThere;
                    }

                    if (error is null && more)
                    {
                        foreach (RetrievedPage page in New(portions.Current, gapOf: null))
                        {
                            yield return page;
                        }

                        more = Pass(portions.Current);
                    }
                }
            }

            if (error is null)
            {
                continue;
            }

            if (IsTooMuch(error, call, failure) && _size.Shrink())
            {
                await walk.Failures.ThrowIfLostAsync(cancellationToken, anew: false).ConfigureAwait(false);
                continue;
            }

            if (failure == PartFailure.RefusedForAll)
            {
                ExceptionDispatchInfo.Throw(error); // Other lists of the kind would be refused too.
            }

            if (call.Body is null || !IsTooMuch(error, call, failure))
            {
                await BreakAsync(error, cancellationToken).ConfigureAwait(false);
                yield break;
            }

            await foreach (RetrievedPage page in WithoutBodyAsync(call, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }

            more = _token is not null;
        }
    }

    /// <summary>Whether asking for less may help. Sites answer 404 too when they fail on one of many; with bodies any refusal may be about one of them.</summary>
    private static bool IsTooMuch(ConfluenceException error, ListCall call, PartFailure failure) => error switch
    {
        _ when failure is PartFailure.RefusedForAll or PartFailure.NotOffered => false,
        ConfluenceTimeoutException or ConfluenceConnectionException or ConfluenceResponseException => true,
        ConfluenceApiException api => call.Body is not null || api.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
        _ => false,
    };

    private Task<PartResult<bool>> MoveAsync(IAsyncEnumerator<ResultPage<RetrievedPage?>> portions, CancellationToken cancellationToken) =>
        walk.Failures.TryAsync($"list:{source.Kind}:{list.SpaceId}:{_token}", _ => portions.MoveNextAsync().AsTask(), cancellationToken);

    /// <summary>Takes the place after a portion.</summary>
    /// <returns>Whether there is more to read.</returns>
    private bool Pass(ResultPage<RetrievedPage?> portion)
    {
        _hasBegun = true;
        _token = portion.ContinuationToken;
        _size.Passed(portion.Items.Count);
        return _order?.IsPassedBy(portion.Items) != true && _token is not null;
    }

    private async IAsyncEnumerable<RetrievedPage> WithoutBodyAsync(ListCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<ResultPage<RetrievedPage?>> one =
            source.ListAsync(call with { Body = null }, _token, cancellationToken).GetAsyncEnumerator(cancellationToken);
        PartResult<bool> read = await MoveAsync(one, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out bool isThere, out ConfluenceException? error))
        {
            await BreakAsync(error, cancellationToken).ConfigureAwait(false);
            _token = null;
            yield break;
        }

        if (!isThere)
        {
            _token = null;
            yield break;
        }

        foreach (RetrievedPage page in New(one.Current, BodyGap))
        {
            yield return page;
        }

        _hasBegun = true;
        _token = one.Current.ContinuationToken;
        _size.PassedFailing();
    }

    private RetrievalGap BodyGap(RetrievedPage page)
    {
        RetrievalGap gap = new(
            $"The body of the {source.Noun} {page.Id}",
            "the site fails to give it, even alone and after repeated attempts. Try it later; if it keeps failing, open it in Confluence to see whether it is damaged.")
        { ContentId = page.Id };
        walk.Gaps.Tell(gap);
        return gap;
    }

    /// <summary>The list cannot be read on.</summary>
    private async Task BreakAsync(ConfluenceException error, CancellationToken cancellationToken)
    {
        await walk.Failures.ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
        walk.Gaps.Report(RetrievalGap.Of(
            $"The {source.Noun}s{(list.SpaceId is null ? "" : $" of the space {list.SpaceKey ?? list.SpaceId}")}{(_hasBegun ? ", from some point on" : "")}", error));
    }

    private List<RetrievedPage> New(ResultPage<RetrievedPage?> portion, Func<RetrievedPage, RetrievalGap>? gapOf)
    {
        List<RetrievedPage> found = new(portion.Items.Count);
        foreach (RetrievedPage? item in portion.Items)
        {
            if (item is null)
            {
                walk.Gaps.Report(new RetrievalGap($"A {source.Noun} without an id", "the site listed it without one, so it can neither be told apart from others nor read."));
            }
            else if (walk.Seen.Add(item.Id) && _order?.Wants(item) != false)
            {
                found.Add(gapOf is null ? item : new RetrievedPage(item) { Gaps = [gapOf(item)] });
            }
        }

        return found;
    }
}
