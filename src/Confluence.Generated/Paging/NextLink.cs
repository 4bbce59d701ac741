using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>
/// A next link. Only its query is of use: on the path of the first request it leads to the next page, at the site and behind the gateway alike,
/// and no link can lead the credential to another host.
/// </summary>
internal static class NextLink
{
    /// <summary>
    /// The links that may lead to the page after this one, the best first: the body's, and the header's where the body has no links at all or one that may
    /// not be understood. A body with links and without a next one ends the list, whatever the header says.
    /// </summary>
    public static IReadOnlyList<string> Of<T>(PageAnswer<T> page)
    {
        if (page.HasLinks && !page.NamesNext)
        {
            return [];
        }

        List<string> links = [];
        if (page.Next is { } body)
        {
            links.Add(body);
        }

        if (FromHeader(page.LinkHeader) is { } header)
        {
            links.Add(header);
        }

        return links;
    }

    /// <summary>The query of a link, without the question mark; null when it has none.</summary>
    public static string? QueryOf(string? link)
    {
        if (link is null)
        {
            return null;
        }

        int start = link.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        int end = link.IndexOf('#', start);
        string query = end < 0 ? link[(start + 1)..] : link[(start + 1)..end];
        return query.Length == 0 ? null : query;
    }

    /// <summary>The target of the link with <c>rel="next"</c> in a <c>Link</c> header; null when there is none.</summary>
    public static string? FromHeader(string? header)
    {
        int position = 0;
        while (header is not null && header.IndexOf('<', position) is >= 0 and int open && header.IndexOf('>', open) is >= 0 and int close)
        {
            // The parameters reach to the comma before the next target; a comma inside the target is not met, because the search starts behind it.
            int following = header.IndexOf('<', close);
            string parameters = following < 0 ? header[(close + 1)..] : header[(close + 1)..following];
            if (IsNext(parameters))
            {
                return header[(open + 1)..close];
            }

            position = close + 1;
        }

        return null;
    }

    /// <summary>The cursor of a link, in whatever case its name is written; null when it has none.</summary>
    public static string? CursorOf(string? link) => ParameterOf(link, "cursor");

    /// <summary>The first value of a parameter of a link that is not empty, in whatever case its name is written; null when it has none.</summary>
    public static string? ParameterOf(string? link, string name) =>
        QueryOf(link) is { } query && QueryBuilder.Parse(query).FindInAnyCase(name) is { Length: > 0 } value ? value : null;

    private static bool IsNext(string parameters)
    {
        foreach (string parameter in parameters.Split([';', ',']))
        {
            string[] pair = parameter.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length == 2 && pair[0].Equals("rel", StringComparison.OrdinalIgnoreCase)
                && pair[1].Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
