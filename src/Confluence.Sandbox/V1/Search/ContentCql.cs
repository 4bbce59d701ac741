using Confluence.Sandbox.Http;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1.Search;

/// <summary>
/// Queries for content: <c>type</c>, <c>space</c>, <c>id</c>, <c>container</c>, <c>title</c>, <c>text</c>, <c>parent</c>, <c>ancestor</c>,
/// <c>label</c>, <c>creator</c>, <c>contributor</c>, <c>created</c> and <c>lastmodified</c>.
/// </summary>
internal static class ContentCql
{
    /// <summary>Gives the test that an item has to pass.</summary>
    public static Func<SearchItem, bool> Compile(string text, Cql query, Site site) =>
        query.Condition.Compile<SearchItem>(clause => Test(text, clause, site));

    /// <summary>Gives the types that a condition leaves possible, so that the others need not be looked through.</summary>
    public static IReadOnlySet<string> Types(CqlCondition condition)
    {
        HashSet<string> types = [.. SearchTypes.All];
        switch (condition)
        {
            case CqlClause { Field: "type", IsEquality: true } clause:
                types.RemoveWhere(type => clause.Values.Contains(type, StringComparer.OrdinalIgnoreCase) == clause.Negated);
                break;
            case CqlAll all:
                foreach (CqlCondition part in all.Parts)
                {
                    types.IntersectWith(Types(part));
                }

                break;
            case CqlAny any:
                types = [.. any.Parts.SelectMany(Types)];
                break;
        }

        return types;
    }

    private static Func<SearchItem, bool> Test(string text, CqlClause clause, Site site)
    {
        IReadOnlyList<string> values = clause.Values;
        bool negated = clause.Negated;
        return clause.Field switch
        {
            "type" when clause.IsEquality => item => values.Contains(item.Type, StringComparer.OrdinalIgnoreCase) != negated,
            "space" or "space.key" when clause.IsEquality =>
                item => values.Contains(site.Spaces.Get(item.Space).Key, StringComparer.OrdinalIgnoreCase) != negated,
            "id" or "content" when clause.IsEquality => item => values.Contains(item.IdText) != negated,
            "container" when clause.IsEquality => item => (item.ContainerId is long id && values.Contains(Exchange.Text(id))) != negated,
            "title" when clause.IsEquality => item => values.Contains(item.Title, StringComparer.OrdinalIgnoreCase) != negated,
            "title" when clause.Operator is "~" or "!~" => item => Holds(item.Title, values[0]) != negated,
            "text" or "sitesearch" when clause.Operator is "~" or "!~" => item => (Holds(item.Title, values[0]) || Holds(item.Text, values[0])) != negated,
            "parent" when clause.IsEquality => item => item.Ancestors.Take(1).Any(IsNamed) != negated,
            "ancestor" when clause.IsEquality => item => item.Ancestors.Any(IsNamed) != negated,
            "label" when clause.IsEquality => item => site.Labels.Of(item.Id).Any(label => values.Contains(label.Name)) != negated,
            "creator" when clause.IsEquality => item => IsOneOf(item.CreatorId) != negated,
            "contributor" when clause.IsEquality => item => item.ContributorIds.Any(IsOneOf) != negated,
            "created" => CqlDates.Compare<SearchItem>(text, clause, site, static item => item.CreatedAt),
            "lastmodified" => CqlDates.Compare<SearchItem>(text, clause, site, static item => item.ModifiedAt),
            _ => throw Cql.Error(text, $"the sandbox cannot compare '{clause.Field}' with '{clause.Operator}'"),
        };

        bool IsNamed(long id) => values.Contains(Exchange.Text(id));

        bool IsOneOf(string accountId) => values.Contains(accountId) || (values.Contains("currentuser()") && accountId == site.CallerId);
    }

    private static bool Holds(string text, string words) => text.Contains(words.Trim('*'), StringComparison.OrdinalIgnoreCase);
}
