using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Pipeline;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>Makes the calls for the pages of a list.</summary>
/// <param name="runner">The runner that makes the calls.</param>
/// <param name="style">How the pages follow each other.</param>
/// <param name="item">Reads a result.</param>
internal sealed class PageCalls<T>(CallRunner runner, PagingStyle style, JsonItemReader<T> item)
{
    public PagingStyle Style => style;

    /// <summary>The recent failures of the client's lists.</summary>
    public FailedLists FailedLists => runner.FailedLists;

    /// <summary>Fetches one page, with what paging needs in addition to its body.</summary>
    public Task<PageAnswer<T>> SendAsync(ConfluenceRequest request, int pageNumber, CancellationToken cancellationToken) =>
        runner.RunAsync(request, WantedAnswer.Json, pageNumber, new AnswerReader<PageAnswer<T>>(Read), cancellationToken);

    private PageAnswer<T> Read(ConfluenceRequest request, HttpAnswer answer)
    {
        PageAnswer<T> page = runner.Reading((ref reader) => PageAnswer<T>.Read(ref reader, item)).Read(request, answer) with
        {
            Asked = PageSizes.LimitOf(request.Query),
            LinkHeader = answer.Headers("Link"),
        };
        return style == PagingStyle.Offset ? page.WithFingerprint(JsonAnswer.Text(answer)) : page;
    }
}
