using System.Net;
using System.Runtime.CompilerServices;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// Walks one list to its end. Large portions of bodies are what sites fail to give, so a portion that keeps failing is asked for again in halves,
/// down to single pages; one that fails alone comes without its body.
/// </summary>
internal sealed class PageListing(ContentSource source, ListCall list, RetrievalGaps gaps)
{
    // A page whose place in the order changes while the list is walked can come twice.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _size = list.Size;
    private string? _token;

    public async IAsyncEnumerable<RetrievedPage> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool more = true;
        while (more)
        {
            ListCall call = list with { Size = _size };
            bool isBroken = false;
            await using (IAsyncEnumerator<ResultPage<RetrievedPage?>> pages = source.ListAsync(call, _token, cancellationToken).GetAsyncEnumerator(cancellationToken))
            {
                while (!isBroken && more)
                {
                    try
                    {
                        more = await pages.MoveNextAsync().ConfigureAwait(false);
                    }
                    catch (ConfluenceException error) when (list.Body is not null && IsTooMuch(error))
                    {
                        isBroken = true;
                        continue;
                    }

                    if (more)
                    {
                        foreach (RetrievedPage page in New(pages.Current))
                        {
                            yield return page;
                        }

                        _token = pages.Current.ContinuationToken;
                        more = _token is not null;
                    }
                }
            }

            if (isBroken && _size > 1)
            {
                _size /= 2;
            }
            else if (isBroken)
            {
                await foreach (RetrievedPage page in WithoutBodyAsync(call, cancellationToken).ConfigureAwait(false))
                {
                    yield return page;
                }

                more = _token is not null;
            }
        }
    }

    private static bool IsTooMuch(ConfluenceException error) =>
        error is ConfluenceTimeoutException or ConfluenceApiException { StatusCode: >= HttpStatusCode.InternalServerError };

    private async IAsyncEnumerable<RetrievedPage> WithoutBodyAsync(ListCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ResultPage<RetrievedPage?> one in source.ListAsync(call with { Body = null }, _token, cancellationToken).ConfigureAwait(false))
        {
            foreach (RetrievedPage page in New(one))
            {
                gaps.Report(new RetrievalGap(
                    $"The body of the {source.Noun} {page.Id}",
                    "the site fails to give it, even alone and after repeated attempts. Try it later; if it keeps failing, open it in Confluence to see whether it is damaged.")
                { ContentId = page.Id });
                yield return page;
            }

            _token = one.ContinuationToken;
            yield break;
        }

        _token = null;
    }

    private List<RetrievedPage> New(ResultPage<RetrievedPage?> page)
    {
        List<RetrievedPage> found = new(page.Items.Count);
        foreach (RetrievedPage? item in page.Items)
        {
            if (item is null)
            {
                gaps.Report(new RetrievalGap($"A {source.Noun} without an id", "the site listed it without one, so it can neither be told apart from others nor read."));
            }
            else if (_seen.Add(item.Id))
            {
                found.Add(item);
            }
        }

        return found;
    }
}
