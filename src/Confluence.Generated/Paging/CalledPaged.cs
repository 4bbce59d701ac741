using System.Runtime.CompilerServices;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>A list that calls an operation.</summary>
internal sealed class CalledPaged<T>(
    PageCalls<T> calls, ConfluenceRequest request, WantedPageSize size, CancellationToken callToken) : Paged<T>
{
    /// <summary>A list may return pages without results, if all their items are hidden from the caller, but not endlessly.</summary>
    private const int MaxEmptyPages = 100;

    private readonly ConfluenceRequest _sized = new PageSizes(size).ApplyTo(request);

    public override IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        if (continuationToken is { Length: 0 })
        {
            throw new ArgumentException("The continuation token is empty. Pass null to begin at the beginning; a page without a token was the last one.", nameof(continuationToken));
        }

        ConfluenceRequest first = continuationToken is null or NextPage.NoWayOn ? _sized : PageStepper.Create(calls.Style, _sized).RequestFor(continuationToken);
        return Walk(first, continuationToken, cancellationToken);
    }

    private async IAsyncEnumerable<ResultPage<T>> Walk(ConfluenceRequest first, string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (token == NextPage.NoWayOn)
        {
            throw CannotGoOn("the previous page said that there are more results, but not how to reach them", null);
        }

        using PageFetch<T> pages = new(calls, size, callToken, cancellationToken);
        PageStepper stepper = PageStepper.Create(calls.Style, _sized);
        HashSet<string> seen = [];
        if ((token ?? stepper.InitialToken) is { } begin)
        {
            seen.Add(begin);
        }

        ConfluenceRequest current = first;
        int emptyPages = 0;
        while (true)
        {
            PageAnswer<T> answer = await pages.FetchAsync(current).ConfigureAwait(false);
            NextPage next = stepper.NextOf(answer, token);
            yield return new ResultPage<T>(answer.Results, next.PublicToken) { TotalSize = answer.TotalSize, AdditionalProperties = answer.AdditionalProperties };

            if (next.Contradiction is { } contradiction)
            {
                throw CannotGoOn(contradiction, null);
            }

            if (next.Token is null)
            {
                yield break;
            }

            emptyPages = answer.Results.Count == 0 ? emptyPages + 1 : 0;
            if (!seen.Add(next.Token) || emptyPages == MaxEmptyPages)
            {
                throw CannotGoOn(
                    emptyPages == MaxEmptyPages ? $"it returned {MaxEmptyPages} pages in a row without a result" : "a page led to one that had been read before",
                    next.Token);
            }

            token = next.Token;
            current = stepper.RequestFor(token);
        }
    }

    private ConfluencePagingException CannotGoOn(string why, string? token) =>
        new($"The list {_sized} cannot be walked to its end: {why}. The previous pages are valid; narrow the list, or start it again.")
        {
            Operation = _sized.Operation,
            ContinuationToken = token,
        };
}
