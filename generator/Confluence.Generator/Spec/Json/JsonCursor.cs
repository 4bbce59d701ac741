using System.Globalization;

namespace Confluence.Generator.Spec.Json;

/// <summary>Walks over a text and remembers the first thing that is wrong with it.</summary>
internal sealed class JsonCursor(JsonSource source)
{
    public JsonSource Source { get; } = source;

    public string Text { get; } = source.Text;

    public int Position { get; set; }

    public SpecDiagnostic? Error { get; private set; }

    public bool IsAtEnd => Position == Text.Length;

    /// <summary>The next character. NUL at the end: JSON has no place for it, so it equals nothing that is looked for.</summary>
    public char Next => IsAtEnd ? '\0' : Text[Position];

    /// <summary>Steps over digits and says how many there were.</summary>
    public int TakeDigits()
    {
        int start = Position;
        while (IsDigit(Next))
        {
            Position++;
        }

        return Position - start;
    }

    /// <summary>Steps over the character if it comes next.</summary>
    public bool TakeIf(char c)
    {
        if (IsAtEnd || Next != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void SkipWhitespace()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>The character at an offset in the words of a diagnostic.</summary>
    public string Describe(int offset)
    {
        if (offset >= Text.Length)
        {
            return "The end of the file";
        }

        char c = Text[offset];
        return c is > ' ' and <= '~' ? $"'{c}'" : $"The character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}";
    }

    public JsonNode? Fail(int start, int length, string message) => Fail<JsonNode>(start, length, message);

    /// <summary>Remembers what is wrong, unless something was before, and gives the null that stands for it.</summary>
    public T? Fail<T>(int start, int length, string message)
        where T : class
    {
        int bounded = Math.Max(0, Math.Min(length, Text.Length - start));
        (int line, int column) = Source.GetPosition(start);
        Error ??= new SpecDiagnostic(SpecDiagnosticId.BrokenJson, message, Source.Path, start, bounded, line, column);
        return null;
    }
}
