using System.Text;

namespace Confluence.Generated.Requests;

/// <summary>The query as text, and what paging does with it: parsing a next link's query and putting it over the original one.</summary>
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

            // A cursor is base64, which knows the plus sign but no space; elsewhere a plus sign is a form-encoded space.
            parsed.Add(name, Decode(value, plusIsSpace: !name.Equals("cursor", StringComparison.OrdinalIgnoreCase)));
        }

        return parsed;
    }

    /// <summary>A query of parameters that have one value each.</summary>
    public static QueryBuilder Of(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        QueryBuilder query = new();
        query.Own.AddRange(parameters);
        return query;
    }

    /// <summary>The first value under a name; null when there is none.</summary>
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

    /// <summary>The first value under a name, in whatever case the query writes it; null when there is none.</summary>
    public string? FindInAnyCase(string name) =>
        _parameters.FirstOrDefault(parameter => parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>All values under a name, in their order.</summary>
    public IEnumerable<string> FindAll(string name) => _parameters.Where(parameter => parameter.Key == name).Select(static parameter => parameter.Value);

    /// <summary>The names of the parameters, each once.</summary>
    public IEnumerable<string> Names => _parameters.Select(static parameter => parameter.Key).Distinct();

    /// <summary>A copy in which one parameter has one value, in its old place or else at the end.</summary>
    public static QueryBuilder With(QueryBuilder? original, string name, string value) =>
        Merge(original, Of([new KeyValuePair<string, string>(name, value)]));

    /// <summary>A copy of the original in which every parameter that the other query names is replaced by what that query says.</summary>
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

    /// <summary>The query without its question mark; empty when there is no parameter.</summary>
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
