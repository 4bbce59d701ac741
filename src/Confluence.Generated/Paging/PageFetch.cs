using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>Fetches the pages of one walk. A page that may have failed because of its size is fetched in smaller parts.</summary>
internal sealed class PageFetch<T>(
    PageCalls<T> calls, WantedPageSize size, CancellationToken callToken, CancellationToken walkToken) : IDisposable
{
    private readonly CancellationTokenSource _linked = CancellationTokenSource.CreateLinkedTokenSource(callToken, walkToken);
    private readonly PageSizes _sizes = new(size);

    /// <summary>The smaller sizes that were tried since the last page of the wanted size.</summary>
    private readonly List<int> _smaller = [];

    /// <summary>Why pages are smaller than wanted; null if they are not.</summary>
    private ConfluenceException? _reducedFor;

    private int _pageNumber;

    /// <summary>Fetches the page of a request, or, if it may have failed because of its size, a smaller one from the same position.</summary>
    public async Task<PageAnswer<T>> FetchAsync(ConfluenceRequest request)
    {
        _pageNumber++;
        ConfluenceException? first = null;
        int triedBefore = 0;
        while (true)
        {
            try
            {
                ConfluenceRequest sized = _sizes.ApplyTo(request);
                Remember();
                PageAnswer<T> answer = await SendAsync(first is null ? sized : sized with { IsTriedOnce = true }).ConfigureAwait(false);
                Passed(answer.Results.Count);
                return answer;
            }
            catch (ConfluenceException failure) when (failure.MayBeForSize)
            {
                if (first is null && !calls.FailedLists.AreFew(request.Operation))
                {
                    throw;
                }

                if (first is null)
                {
                    first = failure;
                    triedBefore = _smaller.Count;
                }

                if (_sizes.TryShrink())
                {
                    _reducedFor ??= failure;
                    continue;
                }

                FailedAtEverySize(request, first, _smaller[triedBefore..]);
                ExceptionDispatchInfo.Throw(first); // The exception of the wanted page, after all its repetitions, is more useful than that of the last small page.
            }
            catch (ConfluenceException failure) when (_reducedFor is not null && failure.Operation == request.Operation)
            {
                // Sites send these two for a position or a size that they do not understand: they say nothing about the wanted page.
                if (failure is ConfluenceApiException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound })
                {
                    _reducedFor.Note = $"Smaller pages, of {Results(_smaller)}, were tried in its place, and the last one failed differently: {failure.Message}";
                    ExceptionDispatchInfo.Throw(_reducedFor);
                }

                failure.Note = $"This was one of the smaller pages, of {Results(_smaller)}, that were tried in place of one that had failed: {_reducedFor.Message}";
                throw;
            }
        }
    }

    public void Dispose() => _linked.Dispose();

    private void Remember()
    {
        if (_sizes is { IsReduced: true, Current: { } reduced } && (_smaller.Count == 0 || _smaller[^1] != reduced))
        {
            _smaller.Add(reduced);
        }
    }

    private void Passed(int results)
    {
        _sizes.Passed(results);
        if (!_sizes.IsReduced)
        {
            _reducedFor = null;
            _smaller.Clear();
        }
    }

    private void FailedAtEverySize(ConfluenceRequest request, ConfluenceException failure, List<int> smaller)
    {
        if (!size.MayShrink)
        {
            return; // The caller looks for a size itself.
        }

        calls.FailedLists.Add(request.Operation);
        if (smaller.Count > 0)
        {
            failure.Note = $"Smaller pages, of {Results(smaller)}, were tried in its place, and failed too.";
        }
        else if (_sizes.IsReduced)
        {
            failure.Note = "It was the smallest page, of 1 result, and was tried because a larger one had failed.";
        }
    }

    private static string Results(List<int> sizes)
    {
        string[] numbers = [.. sizes.Select(static number => number.ToString(CultureInfo.InvariantCulture))];
        string listed = numbers.Length == 1 ? numbers[0] : $"{string.Join(", ", numbers[..^1])} and {numbers[^1]}";
        return listed == "1" ? "1 result" : $"{listed} results";
    }

    private async Task<PageAnswer<T>> SendAsync(ConfluenceRequest request)
    {
        try
        {
            return await calls.SendAsync(request, _pageNumber, _linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == _linked.Token)
        {
            // The caller knows its own two tokens, not the linked one.
            throw new OperationCanceledException(exception.Message, exception, walkToken.IsCancellationRequested ? walkToken : callToken);
        }
    }
}
