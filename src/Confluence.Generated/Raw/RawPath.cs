using System.Globalization;
using System.Text;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Raw;

/// <summary>
/// A checked path from a caller: it stays at the site and below <c>/wiki</c>, whatever a server or a proxy on the way decodes or simplifies.
/// </summary>
/// <param name="Path">The path, percent-encoded like all paths of the client.</param>
/// <param name="Query">The query; null for none.</param>
internal readonly record struct RawPath(string Path, QueryBuilder? Query)
{
    private const string Root = "/wiki/";
    private const string WhatToWrite =
        "Write it from the root of the site, without a host, such as '/wiki/api/v2/pages/123?body-format=storage', and percent-encode what you put into it (Uri.EscapeDataString).";

    private const int LongestShown = 120;

    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException">The path leads elsewhere, or is not valid. The message shows it without its query.</exception>
    public static RawPath Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int mark = path.IndexOf('?', StringComparison.Ordinal);
        string before = mark < 0 ? path : path[..mark];
        string? problem = ProblemOf(path, before);
        StringBuilder encoded = new();
        if (problem is null)
        {
            string[] segments = before[1..].Split('/');
            for (int i = 0; problem is null && i < segments.Length; i++)
            {
                // A slash at the end is part of the address; some servers require it.
                problem = segments[i].Length == 0 && i == segments.Length - 1 ? null : RawPathSegment.ProblemOf(segments[i]);
                encoded.Append('/').Append(problem is null ? RawPathSegment.Encode(segments[i]) : string.Empty);
            }
        }

        return problem is null
            ? new RawPath(encoded.ToString(), mark < 0 ? null : QueryBuilder.Parse(path.AsSpan(mark + 1)))
            : throw new ArgumentException($"The path {Shown(before)} {problem}. {WhatToWrite}", nameof(path));
    }

    private static string? ProblemOf(string whole, string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "is empty";
        }

        for (int i = 0; i < whole.Length; i++)
        {
            // In a value of the query, format characters are part of the text.
            if (char.IsControl(whole[i]) || (i < path.Length && IsInvisible(whole[i])))
            {
                return $"contains the invisible character U+{(int)whole[i]:X4}, which cannot be sent as it is";
            }
        }

        return whole.Contains('#', StringComparison.Ordinal) ? "contains a fragment, which is never sent; write a '#' in a value as %23"
            : path.Contains('\\', StringComparison.Ordinal) ? "contains a backslash"
            : IsAbsolute(path) ? "is an address with a host. The client only talks to its own site; leave out the host"
            : path.StartsWith("/ex/", StringComparison.Ordinal) ? "begins with the prefix of the gateway, which the client adds where needed; leave out what comes before '/wiki/'"
            : path.StartsWith(Root, StringComparison.Ordinal) && path.Length > Root.Length ? null
            : IsBelowRoot(path) ? $"lacks '{Root}' at its beginning, as links in Confluence's answers do; add it"
            : $"does not begin with '{Root}' and the name of an API, as all paths of Confluence do";
    }

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsAbsolute(string path)
    {
        int colon = path.IndexOf(':', StringComparison.Ordinal);
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        return path.StartsWith("//", StringComparison.Ordinal) || (colon >= 0 && (slash < 0 || colon < slash));
    }

    private static bool IsBelowRoot(string path)
    {
        string relative = path.TrimStart('/');
        return relative.StartsWith("rest/", StringComparison.Ordinal) || relative.StartsWith("api/", StringComparison.Ordinal);
    }

    /// <summary>Gets the path in quotes for errors, without what precedes an at sign in an address with a host: it may be a credential.</summary>
    private static string Shown(string path)
    {
        int end = path.IndexOf('#', StringComparison.Ordinal);
        string text = end < 0 ? path : path[..end];
        int at = IsAbsolute(text) ? text.LastIndexOf('@') : -1;
        return $"'{SafeText.Clean(text[(at + 1)..], LongestShown)}'";
    }
}
