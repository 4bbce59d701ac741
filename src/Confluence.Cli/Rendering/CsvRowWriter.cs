using System.Buffers;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Rendering;

/// <summary>
/// Writes rows as RFC 4180 says: a line of names, commas, CRLF at the end of each line, quotes around what needs them.
/// </summary>
/// <remarks>
/// Spreadsheets take a cell that begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> or a full-width form of these for a formula and run it,
/// and anybody who may write a page title could have one run on the machine of who opens the file. Such a cell gets an apostrophe in front,
/// by which spreadsheets know a text; so does one that begins with an apostrophe itself, so that a program can take the guard away again: it takes
/// the first apostrophe off each cell that has one there. Line breaks and control characters become blanks. A raw cell is the text as it is.
/// </remarks>
internal sealed class CsvRowWriter : IRowWriter
{
    private static readonly SearchValues<char> s_needQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> s_needGuard = SearchValues.Create("'=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    private readonly TextWriter _output;
    private readonly bool _isRaw;

    public CsvRowWriter(TextWriter output, IEnumerable<string> names, bool isRaw = false)
    {
        _output = output;
        _isRaw = isRaw;
        WriteLine(names);
    }

    public void Write(IReadOnlyList<string?> cells) => WriteLine(cells.Select(cell => Quoted(_isRaw ? cell ?? "" : Guarded(cell))));

    public void Complete() => _output.Flush();

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(s_needQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Guarded(string? given)
    {
        string text = SafeText.Of(given);

        // Spreadsheets look past blanks.
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return start.Length > 0 && s_needGuard.Contains(start[0]) ? "'" + text : text;
    }

    private void WriteLine(IEnumerable<string> cells) => _output.Write(string.Join(',', cells) + "\r\n");
}
