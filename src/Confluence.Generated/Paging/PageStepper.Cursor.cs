using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

internal abstract partial class PageStepper
{
    /// <summary>v2: the token is the cursor. A page without results may have a next link, and is followed like any other.</summary>
    private sealed class CursorStepper(ConfluenceRequest first) : PageStepper(first)
    {
        private ListCount? _count;

        public override string? InitialToken => First.Query?.Find("cursor");

        public override ConfluenceRequest RequestFor(string token) => IsQuery(token)
            ? throw Foreign()
            : First with { Query = QueryBuilder.With(First.Query, "cursor", token) };

        public override NextPage NextOf<T>(PageAnswer<T> page, string? token)
        {
            _count = Count(page, token, _count);
            return Follow(page, NextLink.CursorOf, _count);
        }

        // The token of a search is a query; a cursor is base64, where equals signs only occur at the end.
        private static bool IsQuery(string token) =>
            token.Contains('=', StringComparison.Ordinal) && QueryBuilder.Parse(token) is var query && (query.Find("cursor") ?? query.Find("start")) is { Length: > 0 };
    }
}
