namespace Confluence.Cli.Texts;

/// <summary>What people are shown where the site gives an empty text, which would look as if the column had slipped.</summary>
internal static class Shown
{
    /// <summary>Gives the text, or the words for none where it is there and empty.</summary>
    public static string? Or(string? text, string none) => text is not null && string.IsNullOrWhiteSpace(text) ? none : text;
}
