namespace Confluence.Cli.Texts;

/// <summary>Breaks sentences into lines.</summary>
internal static class TextWrap
{
    /// <summary>Breaks a text between its words. A word that is longer than a line stands alone on one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The length of a line.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
