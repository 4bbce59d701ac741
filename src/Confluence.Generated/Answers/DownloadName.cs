using System.Net.Http.Headers;
using System.Text;

namespace Confluence.Generated.Answers;

/// <summary>Reads the name of a downloaded file from its <c>Content-Disposition</c>.</summary>
internal static class DownloadName
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets the name without any folder; null if there is none.</summary>
    public static string? Of(HttpContent content)
    {
        // Reads the raw text, because the framework's parser rejects unquoted names that are not ASCII.
        string? text = content.Headers.NonValidated.TryGetValues("Content-Disposition", out HeaderStringValues values) ? values.FirstOrDefault() : null;
        if (text is null)
        {
            return null;
        }

        string? name = ContentDispositionHeaderValue.TryParse(text, out ContentDispositionHeaderValue? disposition)
            ? (disposition.FileNameStar ?? disposition.FileName)?.Trim('"')
            : Unquoted(text);
        name = name is null ? null : AsUtf8(name);
        name = name?[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return string.IsNullOrEmpty(name) || name is "." or ".." ? null : name;
    }

    private static string? Unquoted(string text)
    {
        const string Parameter = "filename=";
        int start = text.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : text[(start + Parameter.Length)..].Split(';')[0].Trim(' ', '"');
    }

    /// <summary>Decodes names that servers send as plain UTF-8: the framework passes on each byte as a character. Text that is not UTF-8 stays unchanged.</summary>
    private static string AsUtf8(string text)
    {
        if (System.Text.Ascii.IsValid(text) || text.Any(static character => character > '\u00FF'))
        {
            return text;
        }

        try
        {
            return s_strict.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
