using System.Buffers;

namespace Confluence.Cli.Rendering;

/// <summary>
/// Writes rows as RFC 4180 says: a line of names, commas, CRLF at the end of each line, quotes around what needs them.
/// </summary>
/// <remarks>
/// Spreadsheets take a cell that begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> or a full-width form of these for a formula and run it,
/// and anybody who may write a page title could have one run on the machine of who opens the file. Such a cell gets an apostrophe in front,
/// by which spreadsheets know a text. JSON has the texts as they are.
/// </remarks>
internal sealed class CsvRowWriter : IRowWriter
{
    private static readonly SearchValues<char> s_needQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> s_beginFormulas = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    private readonly TextWriter _output;

    public CsvRowWriter(TextWriter output, IEnumerable<string> names)
    {
        _output = output;
        WriteLine(names);
    }

    public void Write(IReadOnlyList<string?> cells) => WriteLine(cells.Select(Cell));

    public void Complete() => _output.Flush();

    private static string Cell(string? given)
    {
        string text = SafeText.Of(given);

        // Spreadsheets look past blanks.
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.Length > 0 && s_beginFormulas.Contains(start[0]))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(s_needQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private void WriteLine(IEnumerable<string> cells) => _output.Write(string.Join(',', cells) + "\r\n");
}
