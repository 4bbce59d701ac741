using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

internal abstract partial class PageStepper
{
    /// <summary>
    /// The CQL search of v1: the next link carries a whole query, of which only the position in the list overrides the original query. The search itself stays
    /// the caller's. The token is that position, with the search that it belongs to.
    /// </summary>
    private sealed class SearchStepper(ConfluenceRequest first) : PageStepper(first)
    {
        private const string Cql = "cql";

        /// <summary>The names of the parameters that are taken from a next link.</summary>
        public static IReadOnlyList<string> Place { get; } = ["next", "prev", "cursor", "limit", "start"];

        private ListCount? _count;

        public override string? InitialToken => First.Query?.Find("cursor");

        public override ConfluenceRequest RequestFor(string token)
        {
            QueryBuilder query = QueryBuilder.Parse(token);
            return PlaceOf(query) is { } place && query.Names.All(name => Agrees(name, query))
                ? First with { Query = QueryBuilder.Merge(First.Query, place) }
                : throw Foreign();
        }

        public override NextPage NextOf<T>(PageAnswer<T> page, string? token)
        {
            _count = Count(page, token, _count);
            return Follow(page, TokenOf, _count);
        }

        private string? TokenOf(string link)
        {
            if (NextLink.QueryOf(link) is not { } query || PlaceOf(QueryBuilder.Parse(query)) is not { } place)
            {
                return null;
            }

            place.Add(Cql, First.Query?.Find(Cql));
            return place.ToString();
        }

        /// <summary>Gets the parameters of a query that say where to continue; null if there are none.</summary>
        private static QueryBuilder? PlaceOf(QueryBuilder query)
        {
            QueryBuilder place = new();
            foreach (string name in query.Names)
            {
                string known = name.ToLowerInvariant();
                if (Place.Contains(known) && place.Find(known) is null)
                {
                    place.Add(known, query.Find(name));
                }
            }

            return place.Find("cursor") is { Length: > 0 } || OffsetStepper.TryStart(place.Find("start"), out _) ? place : null;
        }

        /// <summary>Whether a token and the original request agree on a parameter. A parameter that only one of them names is left to the original.</summary>
        private bool Agrees(string name, QueryBuilder token) =>
            Place.Contains(name.ToLowerInvariant())
            || (First.Query?.Find(name) is null ? name != Cql : First.Query.FindAll(name).SequenceEqual(token.FindAll(name), StringComparer.Ordinal));
    }
}
