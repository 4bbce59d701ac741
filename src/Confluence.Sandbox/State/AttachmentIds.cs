using System.Globalization;

namespace Confluence.Sandbox.State;

/// <summary>The ids of attachments outside the site, where they have a prefix.</summary>
internal static class AttachmentIds
{
    private const string Prefix = "att";

    /// <summary>Gives the id with its prefix.</summary>
    public static string Of(Attachment attachment) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{attachment.Id}");

    /// <summary>Reads an id with or without its prefix.</summary>
    public static bool TryParse(string text, out long id)
    {
        ReadOnlySpan<char> digits = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.AsSpan(Prefix.Length) : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
