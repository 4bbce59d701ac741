using System.Text;

namespace Confluence.Generated.Requests;

/// <summary>Converts queries to and from text, and merges the query of a next link into the original one for paging.</summary>
internal sealed partial class QueryBuilder
{
    /// <summary>Parses the query of a link. Each name and value is decoded exactly once.</summary>
    /// <param name="query">The text after the question mark.</param>
    public static QueryBuilder Parse(ReadOnlySpan<char> query)
    {
        QueryBuilder parsed = new();
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            int equals = pair.IndexOf('=');
            string name = Decode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            ReadOnlySpan<char> value = equals < 0 ? [] : pair[(equals + 1)..];

            // A cursor is base64, which has plus signs but no spaces; elsewhere a plus sign is a form-encoded space.
            parsed.Add(name, Decode(value, plusIsSpace: !name.Equals("cursor", StringComparison.OrdinalIgnoreCase)));
        }

        return parsed;
    }

    /// <summary>Creates a query of parameters with one value each.</summary>
    public static QueryBuilder Of(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        QueryBuilder query = new();
        query.Own.AddRange(parameters);
        return query;
    }

    /// <summary>Gets the first value of a name; null if there is none.</summary>
    public string? Find(string name)
    {
        foreach (KeyValuePair<string, string> parameter in _parameters)
        {
            if (parameter.Key == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }

    /// <summary>Gets the first value of a name, ignoring case; null if there is none.</summary>
    public string? FindInAnyCase(string name) =>
        _parameters.FirstOrDefault(parameter => parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Gets all values of a name, in order.</summary>
    public IEnumerable<string> FindAll(string name) => _parameters.Where(parameter => parameter.Key == name).Select(static parameter => parameter.Value);

    /// <summary>The distinct names of the parameters.</summary>
    public IEnumerable<string> Names => _parameters.Select(static parameter => parameter.Key).Distinct();

    /// <summary>Copies a query and sets one parameter to one value, in its old position or at the end.</summary>
    public static QueryBuilder With(QueryBuilder? original, string name, string value) =>
        Merge(original, Of([new KeyValuePair<string, string>(name, value)]));

    /// <summary>Copies the original and replaces every parameter that the other query contains.</summary>
    public static QueryBuilder Merge(QueryBuilder? original, QueryBuilder over)
    {
        HashSet<string> placed = [];
        QueryBuilder merged = new();
        foreach (KeyValuePair<string, string> parameter in original?._parameters ?? [])
        {
            if (over.Find(parameter.Key) is null)
            {
                merged.Own.Add(parameter);
            }
            else if (placed.Add(parameter.Key))
            {
                merged.Own.AddRange(over._parameters.Where(other => other.Key == parameter.Key));
            }
        }

        merged.Own.AddRange(over._parameters.Where(other => !placed.Contains(other.Key)));
        return merged;
    }

    /// <summary>Returns the query without its question mark; empty if there are no parameters.</summary>
    public override string ToString()
    {
        if (_parameters.Count == 0)
        {
            return string.Empty;
        }

        StringBuilder text = new();
        foreach (KeyValuePair<string, string> parameter in _parameters)
        {
            text.Append(text.Length == 0 ? string.Empty : "&")
                .Append(Uri.EscapeDataString(parameter.Key)).Append('=').Append(Uri.EscapeDataString(parameter.Value));
        }

        return text.ToString();
    }

    private static string Decode(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        string raw = text.ToString();
        return Uri.UnescapeDataString(plusIsSpace ? raw.Replace('+', ' ') : raw);
    }
}
