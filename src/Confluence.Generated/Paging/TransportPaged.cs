using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Http;
using Confluence.Generated.Json;

namespace Confluence.Generated.Paging;

/// <summary>A list behind an operation.</summary>
internal sealed class TransportPaged<T>(
    ConfluenceTransport transport, ConfluenceRequest request, PagingStyle style, int? clientPageSize, CancellationToken callToken) : Paged<T>
    where T : IJsonModel<T>
{
    /// <summary>A list may give pages without results, where all that they would hold is hidden from the caller, but not without end.</summary>
    private const int MaxEmptyPages = 100;

    public override IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        if (continuationToken is { Length: 0 })
        {
            throw new ArgumentException("The continuation token is empty. Pass null to begin at the beginning; a page without a token was the last one.", nameof(continuationToken));
        }

        PageSizes sizes = PageSizes.Of(request.Operation, request.Options, clientPageSize);
        ConfluenceRequest sized = sizes.ApplyTo(request);
        ConfluenceRequest first = continuationToken is null or NextPage.NoWayOn ? sized : PageStepper.Create(style, sized).RequestFor(continuationToken);
        return Walk(first, continuationToken, cancellationToken);
    }

    private async IAsyncEnumerable<ResultPage<T>> Walk(ConfluenceRequest first, string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (token == NextPage.NoWayOn)
        {
            throw CannotGoOn("the page before said that there are more results, but not how to reach them", null);
        }

        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        PageSizes sizes = PageSizes.Of(request.Operation, request.Options, clientPageSize);
        PageStepper stepper = PageStepper.Create(style, sizes.ApplyTo(request));
        HashSet<string> seen = [];
        if ((token ?? stepper.InitialToken) is { } begin)
        {
            seen.Add(begin);
        }

        ConfluenceRequest current = first;
        int emptyPages = 0;
        int pageNumber = 0;
        while (true)
        {
            PageAnswer<T> answer = await FetchAsync(current, sizes, ++pageNumber, linked.Token, cancellationToken).ConfigureAwait(false);
            stepper.Asked = sizes.Current;
            NextPage next = stepper.NextOf(answer, token);
            sizes.Passed(answer.Results.Count);
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
                    emptyPages == MaxEmptyPages ? $"it gave {MaxEmptyPages} pages in a row without a result" : "a page led to one that had been read before",
                    next.Token);
            }

            token = next.Token;
            current = stepper.RequestFor(token);
        }
    }

    private ConfluencePagingException CannotGoOn(string why, string? token) =>
        new($"The list {request} cannot be walked to its end: {why}. The pages before are sound; narrow the list, or begin it again.")
        {
            Operation = request.Operation,
            ContinuationToken = token,
        };

    /// <summary>Fetches a page, or, when it fails for what may be its size, a smaller one from the same place.</summary>
    private async Task<PageAnswer<T>> FetchAsync(ConfluenceRequest current, PageSizes sizes, int pageNumber, CancellationToken linked, CancellationToken walkToken)
    {
        ConfluenceException? failure = null;
        while (true)
        {
            try
            {
                ConfluenceRequest sized = sizes.ApplyTo(current);
                return await SendAsync(failure is null ? sized : sized.TriedOnce(), pageNumber, linked, walkToken).ConfigureAwait(false);
            }
            catch (ConfluenceException exception) when (PageSizes.DependsOnSize(exception))
            {
                // A site that fails on everything fails on small pages too, and would only be asked more.
                bool isWorthIt = failure is not null || transport.Failures.AreFew(request.Operation);
                transport.Failures.Add(request.Operation);
                failure ??= exception;
                if (!isWorthIt || !sizes.TryShrink())
                {
                    // That of the page as it was wanted, with all its repetitions, tells more than that of the last small one.
                    ExceptionDispatchInfo.Throw(failure);
                }
            }
        }
    }

    private async Task<PageAnswer<T>> SendAsync(ConfluenceRequest current, int pageNumber, CancellationToken linked, CancellationToken walkToken)
    {
        try
        {
            return await transport.SendPageAsync<T>(current, style, pageNumber, linked).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == linked)
        {
            // The caller knows its own two tokens, not the one that joins them.
            throw new OperationCanceledException(exception.Message, exception, walkToken.IsCancellationRequested ? walkToken : callToken);
        }
    }
}
