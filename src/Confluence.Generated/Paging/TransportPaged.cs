using System.Runtime.CompilerServices;
using Confluence.Generated.Http;
using Confluence.Generated.Json;

namespace Confluence.Generated.Paging;

/// <summary>A list behind an operation.</summary>
internal sealed class TransportPaged<T>(ConfluenceTransport transport, ConfluenceRequest request, PagingStyle style, CancellationToken callToken) : Paged<T>
    where T : IJsonModel<T>
{
    /// <summary>A search may give pages without results, but not without end.</summary>
    private const int MaxEmptyPages = 100;

    public override IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        if (continuationToken is { Length: 0 })
        {
            throw new ArgumentException("The continuation token is empty. Pass null to begin at the beginning; a page without a token was the last one.", nameof(continuationToken));
        }

        PageStepper stepper = PageStepper.Create(style, request);
        ConfluenceRequest first = continuationToken is null ? request : stepper.RequestFor(continuationToken);
        return Walk(first, continuationToken, cancellationToken);
    }

    private async IAsyncEnumerable<ResultPage<T>> Walk(ConfluenceRequest first, string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        PageStepper stepper = PageStepper.Create(style, request);
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
            PageAnswer<T> answer = await FetchAsync(current, ++pageNumber, linked.Token, cancellationToken).ConfigureAwait(false);
            string? next = stepper.NextOf(answer, token);
            yield return new ResultPage<T>(answer.Results, next) { TotalSize = answer.TotalSize, AdditionalProperties = answer.AdditionalProperties };

            if (next is null)
            {
                yield break;
            }

            emptyPages = answer.Results.Count == 0 ? emptyPages + 1 : 0;
            if (!seen.Add(next) || emptyPages == MaxEmptyPages)
            {
                string how = emptyPages == MaxEmptyPages ? $"it gave {MaxEmptyPages} pages in a row without a result" : "a page led to one that had been read before";
                throw new ConfluencePagingException($"The list {request} cannot be walked to its end: {how}. The pages before are sound; narrow the list, or begin it again.")
                {
                    Operation = request.Operation,
                    ContinuationToken = next,
                };
            }

            token = next;
            current = stepper.RequestFor(next);
        }
    }

    private async Task<PageAnswer<T>> FetchAsync(ConfluenceRequest current, int pageNumber, CancellationToken linked, CancellationToken walkToken)
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
