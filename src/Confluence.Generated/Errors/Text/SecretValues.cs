using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Confluence.Generated.Errors.Text;

/// <summary>
/// The secret values of one request, in the forms in which a server may echo them: raw, as e-mail address and token, in Base64, and with any of their
/// characters escaped for addresses, JSON or HTML. Patterns find what looks like a secret; this class finds known ones.
/// </summary>
internal sealed class SecretValues
{
    public const string Removed = "[removed]";

    /// <summary>Shorter values also occur in ordinary words.</summary>
    private const int Shortest = 8;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private readonly Regex? _values;

    private SecretValues(IEnumerable<string> values)
    {
        string[] forms = [.. values.Select(static value => value.TrimEnd('=')).Where(static value => value.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(static value => value.Length)];
        _values = forms.Length == 0 ? null : new Regex(string.Join('|', forms.Select(Pattern)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_limit);
    }

    /// <summary>No secrets.</summary>
    public static SecretValues None { get; } = new([]);

    /// <summary>Collects the values of an <c>Authorization</c> header, and other values of callers that may be secret.</summary>
    public static SecretValues Of(AuthenticationHeaderValue? authorization, params IEnumerable<string> others)
    {
        List<string> values = [.. others];
        if (authorization?.Parameter is not { Length: > 0 } parameter)
        {
            return values.Count == 0 ? None : new SecretValues(values);
        }

        values.AddRange([parameter, .. InBase64(parameter)]);
        if (string.Equals(authorization.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) && TryDecode(parameter) is { } pair)
        {
            string token = pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
            values.AddRange([pair, token, .. InBase64(token)]);
        }

        return new SecretValues(values);
    }

    /// <summary>Removes the values from a text.</summary>
    public string Scrub(string text)
    {
        try
        {
            return _values?.Replace(text, Removed) ?? text;
        }
        catch (RegexMatchTimeoutException)
        {
            return Removed; // Text that cannot be searched in time is not shown.
        }
    }

    private static IEnumerable<string> InBase64(string value)
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        return [base64, base64.Replace('+', '-').Replace('/', '_')];
    }

    /// <summary>Gets a pattern for a value whose characters may each be escaped.</summary>
    private static string Pattern(string value)
    {
        StringBuilder pattern = new(value.Length * 40);
        foreach (char character in value)
        {
            int code = character;
            pattern.Append(CultureInfo.InvariantCulture, $@"(?:{Regex.Escape(character.ToString())}|\\u{code:x4}|%{code:x2}|&\#(?:{code}|x{code:x});{(character == '/' ? @"|\\/" : "")})");
        }

        return pattern.ToString();
    }

    private static string? TryDecode(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Encoding.UTF8.GetString(bytes.AsSpan(0, length)) : null;
    }
}
