using System.Globalization;

namespace Confluence.Sandbox.V2;

/// <summary>Reads the ids of attachments, which come with or without their prefix.</summary>
internal static class AttachmentIds
{
    private const string Prefix = "att";

    public static bool TryParse(string text, out long id)
    {
        ReadOnlySpan<char> digits = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.AsSpan(Prefix.Length) : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
