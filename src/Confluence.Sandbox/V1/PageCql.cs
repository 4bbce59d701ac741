using System.Globalization;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1;

/// <summary>
/// Queries for pages: <c>type</c>, <c>space</c>, <c>id</c>, <c>title</c>, <c>parent</c>, <c>label</c>, <c>creator</c>,
/// <c>contributor</c>, <c>created</c> and <c>lastmodified</c>. Dates without a zone are UTC.
/// </summary>
internal static class PageCql
{
    private static readonly string[] s_dateForms = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    /// <summary>Gives the test that a page, named by its id, has to pass.</summary>
    public static Func<long, bool> Tests(string text, Cql query, Site site)
    {
        List<Func<long, bool>> tests = [];
        foreach (CqlClause clause in query.Clauses)
        {
            tests.Add(Test(text, clause, site));
        }

        return id => tests.TrueForAll(test => test(id));
    }

    private static Func<long, bool> Test(string text, CqlClause clause, Site site)
    {
        IReadOnlyList<string> values = clause.Values;
        bool negated = clause.Negated;
        bool equality = clause.Operator is "=" or "!=" or "in" or "not in";
        switch (clause.Field)
        {
            case "type" when equality:
                return _ => values.Contains("page", StringComparer.OrdinalIgnoreCase) != negated;
            case "space" or "space.key" when equality:
                return id => values.Contains(site.Spaces.Get(site.SpaceOf(id)).Key, StringComparer.OrdinalIgnoreCase) != negated;
            case "id" or "content" when equality:
                return id => values.Contains(Http.Exchange.Text(id)) != negated;
            case "title" when equality:
                return id => values.Contains(site.Title(id), StringComparer.OrdinalIgnoreCase) != negated;
            case "title" when clause.Operator is "~" or "!~":
                return id => site.Title(id).Contains(values[0].Trim('*'), StringComparison.OrdinalIgnoreCase) != negated;
            case "parent" when equality:
                return id => (site.FindPage(id) is Page page && PageTree.ParentOf(page) is long parent && values.Contains(Http.Exchange.Text(parent))) != negated;
            case "label" when equality:
                return id => (site.FindPage(id) is Page page && site.Labels.Of(page.Id).Any(label => values.Contains(label.Name))) != negated;
            case "creator" when equality:
                return id => (site.FindPage(id) is Page page && IsOneOf(page.AuthorId, values, site)) != negated;
            case "contributor" when equality:
                return id => (site.FindPage(id) is Page page
                    && Enumerable.Range(1, page.VersionCount).Any(number => IsOneOf(site.Version(page, number).AuthorId, values, site))) != negated;
            case "created" when values.Count == 1:
                return Compare(text, clause, site, site.CreatedAt);
            case "lastmodified" when values.Count == 1:
                return Compare(text, clause, site, site.ModifiedAt);
            default:
                throw Cql.Error(text, $"the sandbox cannot compare '{clause.Field}' with '{clause.Operator}'");
        }
    }

    private static bool IsOneOf(string accountId, IReadOnlyList<string> values, Site site) =>
        values.Contains(accountId) || (values.Contains("currentuser()") && accountId == site.CallerId);

    private static Func<long, bool> Compare(string text, CqlClause clause, Site site, Func<long, DateTimeOffset> date)
    {
        DateTimeOffset from = Date(text, clause.Values[0], site, out TimeSpan width);
        DateTimeOffset to = from + width;
        return clause.Operator switch
        {
            ">=" => id => date(id) >= from,
            ">" => id => date(id) >= to,
            "<" => id => date(id) < from,
            "<=" => id => date(id) < to,
            "=" => id => date(id) >= from && date(id) < to,
            "!=" => id => date(id) < from || date(id) >= to,
            _ => throw Cql.Error(text, $"dates cannot be compared with '{clause.Operator}'"),
        };
    }

    // A date stands for the whole day or minute that it names.
    private static DateTimeOffset Date(string text, string value, Site site, out TimeSpan width)
    {
        width = value.Contains(':', StringComparison.Ordinal) ? TimeSpan.FromMinutes(1) : TimeSpan.FromDays(1);
        if (DateTimeOffset.TryParseExact(
            value, s_dateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date))
        {
            return date;
        }

        if (value.StartsWith("now(", StringComparison.Ordinal) && TryOffset(value[4..^1], out TimeSpan offset))
        {
            width = TimeSpan.Zero;
            return site.Clock.GetUtcNow() + offset;
        }

        throw Cql.Error(text, $"'{value}' is no date; write yyyy-MM-dd, yyyy-MM-dd HH:mm or now(\"-7d\")");
    }

    private static bool TryOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 0)
        {
            return true;
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        offset = (unit ?? TimeSpan.Zero) * count;
        return unit is not null;
    }
}
