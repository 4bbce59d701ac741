using System.Globalization;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

internal abstract partial class PageStepper
{
    /// <summary>
    /// Lists of v1: the token is the number of results before the page. The position is counted, so a next link only has to exist; and a list that
    /// reports more results continues without one.
    /// </summary>
    private sealed class OffsetStepper(ConfluenceRequest first) : PageStepper(first)
    {
        private string? _lastFingerprint;
        private bool _wasEmpty;
        private long? _total;

        public override string? InitialToken => First.Query?.Find("start");

        public static bool TryStart(string? text, out long start) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out start);

        public override ConfluenceRequest RequestFor(string token) => TryStart(token, out _)
            ? First with { Query = QueryBuilder.With(First.Query, "start", token) }
            : throw Foreign();

        public override NextPage NextOf<T>(PageAnswer<T> page, string? token)
        {
            long start = TryStart(token ?? InitialToken, out long asked) ? asked : 0;
            ThrowIfRepeated(page, start, token);
            bool isSecondEmpty = _wasEmpty;
            _wasEmpty = page.Results.Count == 0;
            if (_wasEmpty)
            {
                return AfterEmpty(page, start, isSecondEmpty);
            }

            _total = page.TotalSize ?? _total;
            long end = start + page.Results.Count;
            return MayBeFull(page) || page.NamesNext || NextLink.Of(page).Count > 0 || page.TotalSize > end ? At(end) : NextPage.End;
        }

        /// <summary>
        /// Whether the page has as many results as it may have room for. The smaller of the reported and the requested limit counts. A server
        /// that reports none may have reduced the requested limit silently, but not below what every list returns.
        /// </summary>
        private static bool MayBeFull<T>(PageAnswer<T> page)
        {
            long told = page.Limit is > 0 and { } limit ? limit : WantedPageSize.Least;
            long room = page.Asked is > 0 and { } asked ? Math.Min(told, asked) : told;

            // The size that a server reports includes results that it omitted from the page, if it is larger.
            return Math.Max(page.Results.Count, page.Size ?? 0) >= room;
        }

        /// <summary>A page without results does not advance the position, so its next link must.</summary>
        private NextPage AfterEmpty<T>(PageAnswer<T> page, long start, bool isSecond)
        {
            IReadOnlyList<string> links = NextLink.Of(page);
            ListCount count = new();
            count.BeginAt(start, _total);
            count.Add(page);
            if (count.Contradiction is { } contradiction)
            {
                return NextPage.Lost(contradiction);
            }

            // A server may send next links endlessly, so one is trusted: two pages without results are the end.
            if (isSecond || !(page.NamesNext || links.Count > 0))
            {
                return NextPage.End;
            }

            return LinkedStart(links) is not { } further ? NextPage.Lost(LinkNotUnderstood)
                : further > start ? At(further)
                : NextPage.End; // The link leads to this page, which has been read.
        }

        private static NextPage At(long start) => NextPage.At(start.ToString(CultureInfo.InvariantCulture));

        private static long? LinkedStart(IReadOnlyList<string> links)
        {
            foreach (string link in links)
            {
                if (TryStart(NextLink.ParameterOf(link, "start"), out long start))
                {
                    return start;
                }
            }

            return null;
        }

        private void ThrowIfRepeated<T>(PageAnswer<T> page, long start, string? token)
        {
            bool isRepeated = page.Results.Count > 0 && page.Fingerprint is not null && page.Fingerprint == _lastFingerprint;
            _lastFingerprint = page.Fingerprint;

            // A negative number is not a position, so it does not say where the page begins.
            if (isRepeated || (page.Start >= 0 && page.Start < start))
            {
                throw new ConfluencePagingException(
                    $"The list {First} cannot be continued: results from number {start} were requested, and the server returned earlier ones again. The previous pages are valid.")
                {
                    Operation = First.Operation,
                    ContinuationToken = token,
                };
            }
        }
    }
}
