using System.Collections.ObjectModel;

namespace Confluence.Generated.Configuration;

/// <summary>Checks the headers that a caller adds. Messages name headers and never show their values, which may be secret.</summary>
internal static class AdditionalHeaders
{
    private const string OfConnection = "belongs to the connection";

    /// <summary>Headers that callers may not add, and why.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Authorization"] = $"is set from the {nameof(ConfluenceClientOptions.Credential)} of the client",
        ["Host"] = $"is set from the {nameof(ConfluenceClientOptions.Site)} of the client",
        ["Accept"] = "is set by each operation for the kind of answer that it reads",
        ["Accept-Encoding"] = $"is set by the client; default headers of {nameof(ConfluenceClientOptions)}.{nameof(ConfluenceClientOptions.HttpClient)} may contain another one",
        ["User-Agent"] = $"is set by the client and includes the option {nameof(ConfluenceClientOptions.ApplicationName)}",
        ["Cookie"] = "would replace the credential",
        ["Expect"] = "is set by the client for large bodies",
        ["Connection"] = OfConnection,
        ["Keep-Alive"] = OfConnection,
        ["Proxy-Authorization"] = OfConnection,
        ["Proxy-Connection"] = OfConnection,
        ["TE"] = OfConnection,
        ["Trailer"] = OfConnection,
        ["Transfer-Encoding"] = OfConnection,
        ["Upgrade"] = OfConnection,
    };

    /// <summary>Copies the headers, so that later changes do not affect calls; null for null.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="parameter">The parameter name for the exception.</param>
    /// <exception cref="ArgumentException">One of them cannot be added.</exception>
    public static ReadOnlyDictionary<string, string>? Copy(IReadOnlyDictionary<string, string>? headers, string parameter)
    {
        if (headers is null)
        {
            return null;
        }

        OrderedDictionary<string, string> copy = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in headers)
        {
            if (Problem(name, value) is { } problem)
            {
                throw Refuse(name, problem, parameter);
            }

            if (!copy.TryAdd(name, value))
            {
                throw Refuse(name, "is given twice, in different case", parameter);
            }
        }

        return new ReadOnlyDictionary<string, string>(copy);
    }

    private static string? Problem(string name, string? value)
    {
        if (s_refused.TryGetValue(name, out string? reason))
        {
            return reason;
        }

        if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            return "is set from the body that the operation sends";
        }

        // The framework knows the syntax of names, and which headers describe a body.
        using HttpRequestMessage message = new();
        return !message.Headers.TryAddWithoutValidation(name, string.Empty) ? "is not a valid name of a request header"
            : !IsValid(value) ? "has a value that is null, or that HTTP does not allow: only ASCII characters other than control characters, with no space at the beginning or the end"
            : null;
    }

    private static bool IsValid(string? value) => value is not null && value.All(static character => character is '\t' or (>= ' ' and <= '~')) && value.Trim().Length == value.Length;

    private static ArgumentException Refuse(string name, string problem, string parameter)
    {
        string shown = string.Concat(name.Select(static character => char.IsControl(character) ? ' ' : character));
        return new ArgumentException($"The header '{shown}' cannot be added: it {problem}.", parameter);
    }
}
