using Confluence.Generated.Requests;

namespace Confluence.Generated.Paging;

/// <summary>
/// Reads next links. Only the query of a link is used: on the path of the first request, it leads to the next page both at the site and at the gateway,
/// and no link can send the credential to another host.
/// </summary>
internal static class NextLink
{
    /// <summary>
    /// Gets the links that may lead to the next page, the best first: that of the body, and that of the header if the body has no links or one that may
    /// not be understood. A body with links but without a next link ends the list, whatever the header says.
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

    /// <summary>Gets the query of a link, without the question mark; null if it has none.</summary>
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

    /// <summary>Gets the target of the link with <c>rel="next"</c> in a <c>Link</c> header; null if there is none.</summary>
    public static string? FromHeader(string? header)
    {
        int position = 0;
        while (header is not null && header.IndexOf('<', position) is >= 0 and int open && header.IndexOf('>', open) is >= 0 and int close)
        {
            // The parameters extend to the comma before the next target; a comma inside the target does not matter, because the search starts after it.
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

    /// <summary>Gets the cursor of a link, ignoring the case of its name; null if it has none.</summary>
    public static string? CursorOf(string? link) => ParameterOf(link, "cursor");

    /// <summary>Gets the first value of a parameter of a link, ignoring the case of its name; null if it is missing or empty.</summary>
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
