using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;

namespace Confluence.Generated.Errors;

/// <summary>
/// The secret values of one request, in the forms in which a server may echo them: raw, as e-mail address and token, in Base64, and escaped for addresses,
/// JSON and HTML. Patterns find what looks like a secret; this finds what is one.
/// </summary>
internal sealed class SecretValues
{
    public const string Removed = "[removed]";

    /// <summary>What is shorter than this stands in ordinary words too.</summary>
    private const int Shortest = 8;

    private readonly string[] _values;

    private SecretValues(IEnumerable<string> values) =>
        _values = [.. values.Where(static value => value.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(static value => value.Length)];

    /// <summary>No secrets.</summary>
    public static SecretValues None { get; } = new([]);

    /// <summary>The values that an <c>Authorization</c> header carries.</summary>
    public static SecretValues Of(AuthenticationHeaderValue? authorization)
    {
        if (authorization?.Parameter is not { Length: > 0 } parameter)
        {
            return None;
        }

        List<string> raw = [parameter, .. InBase64(parameter)];
        if (string.Equals(authorization.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) && TryDecode(parameter) is { } pair)
        {
            string token = pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
            raw.AddRange([pair, token, .. InBase64(token)]);
        }

        return new SecretValues(raw.SelectMany(Escaped));
    }

    /// <summary>Takes the values out of a text.</summary>
    public string Scrub(string text)
    {
        foreach (string value in _values)
        {
            text = text.Replace(value, Removed, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static IEnumerable<string> InBase64(string value)
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        return [base64, base64.TrimEnd('='), base64.Replace('+', '-').Replace('/', '_').TrimEnd('=')];
    }

    private static IEnumerable<string> Escaped(string value) =>
    [
        value,
        value.TrimEnd('='),
        Uri.EscapeDataString(value),
        JavaScriptEncoder.Default.Encode(value),
        value.Replace("/", "\\/", StringComparison.Ordinal),
        WebUtility.HtmlEncode(value),
        HtmlEncoder.Default.Encode(value),
    ];

    private static string? TryDecode(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : null;
    }
}
