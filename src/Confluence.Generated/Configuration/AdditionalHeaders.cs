using System.Collections.ObjectModel;

namespace Confluence.Generated.Configuration;

/// <summary>Checks the headers that a caller adds. Messages name headers and never show their values, which may be secret.</summary>
internal static class AdditionalHeaders
{
    private const string OfConnection = "belongs to the connection";

    /// <summary>Headers that callers may not add, and why.</summary>
    private static readonly Dictionary<string, string> s_refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Authorization"] = $"is that of the {nameof(ConfluenceClientOptions.Credential)} of the client",
        ["Host"] = $"follows from the {nameof(ConfluenceClientOptions.Site)} of the client",
        ["Accept"] = "is set by each operation, for the kind of answer that it reads",
        ["Accept-Encoding"] = $"is set by the client; default headers of {nameof(ConfluenceClientOptions)}.{nameof(ConfluenceClientOptions.HttpClient)} may hold another one",
        ["User-Agent"] = $"is set by the client, with the {nameof(ConfluenceClientOptions.ApplicationName)} of its options",
        ["Cookie"] = "would take the place of the credential",
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
                throw Refuse(name, "stands there twice, in different case", parameter);
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
            return "follows from the body that the operation sends";
        }

        // The framework knows the syntax of names, and which headers describe a body.
        using HttpRequestMessage message = new();
        return !message.Headers.TryAddWithoutValidation(name, string.Empty) ? "is no valid name of a header that a request can have"
            : !IsValid(value) ? "has a value that is null, or that HTTP does not allow: it may hold ASCII characters other than control characters, and neither begin nor end with a blank"
            : null;
    }

    private static bool IsValid(string? value) => value is not null && value.All(static character => character is '\t' or (>= ' ' and <= '~')) && value.Trim().Length == value.Length;

    private static ArgumentException Refuse(string name, string problem, string parameter)
    {
        string shown = string.Concat(name.Select(static character => char.IsControl(character) ? ' ' : character));
        return new ArgumentException($"The header '{shown}' cannot be added: it {problem}.", parameter);
    }
}
