using System.Buffers;
using System.Collections.ObjectModel;
using System.Net.Http.Headers;

namespace Confluence.Generated.Answers;

/// <summary>Copies the headers of an answer for callers: without secrets, and safe for logs.</summary>
internal static class SafeHeaders
{
    private const int MaxLength = 4096;
    private const string Removed = "?[removed]";

    /// <summary>Parts of the names of headers that carry secrets. Names are matched in part, because proxies and media hosts have their own.</summary>
    private static readonly SearchValues<string> s_secret = SearchValues.Create(
        ["cookie", "token", "authorization", "secret", "password", "credential", "session", "signature", "api-key", "apikey", "jwt"],
        StringComparison.OrdinalIgnoreCase);

    public static ReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpAnswer answer)
    {
        Dictionary<string, IReadOnlyList<string>> copy = new(StringComparer.OrdinalIgnoreCase);
        Copy(answer.Response.Headers.NonValidated, copy, answer);
        Copy(answer.Response.Content.Headers.NonValidated, copy, answer);
        return copy.AsReadOnly();
    }

    private static void Copy(HttpHeadersNonValidated headers, Dictionary<string, IReadOnlyList<string>> copy, HttpAnswer answer)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (name.AsSpan().ContainsAny(s_secret))
            {
                continue;
            }

            // The address that a download is redirected to is signed: anyone with its query can get the file.
            bool isAddress = name.EndsWith("Location", StringComparison.OrdinalIgnoreCase);
            List<string> clean = [];
            foreach (string value in values)
            {
                clean.Add(answer.Clean(isAddress ? WithoutQuery(value) : value, MaxLength) ?? string.Empty);
            }

            copy[name] = clean.AsReadOnly();
        }
    }

    private static string WithoutQuery(string address)
    {
        int query = address.AsSpan().IndexOfAny('?', '#');
        return query < 0 ? address : address[..query] + Removed;
    }
}
