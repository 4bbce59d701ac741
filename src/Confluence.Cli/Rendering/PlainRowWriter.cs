using Confluence.Cli.Texts;

namespace Confluence.Cli.Rendering;

/// <summary>Writes rows for other programs: a line of titles, then one line a row, cells separated by tabs.</summary>
internal sealed class PlainRowWriter : IRowWriter
{
    private readonly TextWriter _output;

    public PlainRowWriter(TextWriter output, IReadOnlyList<Column> columns)
    {
        _output = output;
        WriteLine(columns.Select(column => column.Title));
    }

    public void Write(IReadOnlyList<string?> cells) => WriteLine(cells.Select(SafeText.Of));

    public void Complete() => _output.Flush();

    private void WriteLine(IEnumerable<string> cells) => _output.Write(string.Join('\t', cells) + "\n");
}
