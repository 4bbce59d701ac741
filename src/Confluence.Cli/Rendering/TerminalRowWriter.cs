using System.Globalization;
using System.Text;
using Confluence.Cli.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Confluence.Cli.Rendering;

/// <summary>
/// Draws rows for people. The widths are fixed beforehand, so that rows appear while later ones are still being read.
/// </summary>
internal sealed class TerminalRowWriter(IAnsiConsole console, IReadOnlyList<Column> columns) : IRowWriter
{
    private const int RowsAtOnce = 25;
    private const int SmallestShare = 16;
    private const int ReadableWidth = 8;
    private const int SmallestWidth = 4;
    private const int Gap = 2;

    private readonly List<IReadOnlyList<string?>> _waiting = [];
    private readonly int[] _widths = Widths(console.Profile.Width, columns);
    private bool _started;

    public void Write(IReadOnlyList<string?> cells)
    {
        _waiting.Add(cells);
        if (_waiting.Count == RowsAtOnce)
        {
            Draw();
        }
    }

    public void Complete()
    {
        if (_waiting.Count > 0 || !_started)
        {
            Draw();
        }
    }

    private static int[] Widths(int width, IReadOnlyList<Column> columns)
    {
        int[] widths = [.. columns.Select(column => column.Width ?? SmallestShare)];
        int left = width - widths.Sum() - (Gap * (widths.Length - 1)) - 1;

        // On a narrow terminal the widest columns give way first: what they show is cut, but every row stays one line.
        int[] all = [.. Enumerable.Range(0, widths.Length)];
        left = Narrow(widths, left, [.. all.Where(index => !columns[index].IsKept)], ReadableWidth);
        left = Narrow(widths, left, all, SmallestWidth);

        int flexible = columns.Count(column => column.Width is null);
        for (int index = 0; left > 0 && index < widths.Length; index++)
        {
            widths[index] += columns[index].Width is null ? left / flexible : 0;
        }

        return widths;
    }

    private static int Narrow(int[] widths, int left, int[] givingWay, int smallest)
    {
        while (left < 0 && givingWay.Length > 0)
        {
            int widest = givingWay.MaxBy(index => widths[index]);
            if (widths[widest] <= smallest)
            {
                break;
            }

            widths[widest]--;
            left++;
        }

        return left;
    }

    /// <summary>Cuts a text to a number of columns of the terminal, of which some characters take two.</summary>
    private static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        StringBuilder start = new();
        int left = width - 1;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            left -= Width(element);
            if (left < 0)
            {
                break;
            }

            start.Append(element);
        }

        return start.Append('…').ToString();
    }

    private static int Width(string text) => new Segment(text).CellCount();

    private void Draw()
    {
        Table table = new() { Border = TableBorder.None, ShowHeaders = !_started };
        for (int index = 0; index < columns.Count; index++)
        {
            string title = Cut(columns[index].Title, _widths[index]);
            table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold)))
            {
                Width = _widths[index],
                NoWrap = true,
                Padding = new Padding(0, 0, index == columns.Count - 1 ? 0 : Gap, 0),
            });
        }

        foreach (IReadOnlyList<string?> row in _waiting)
        {
            table.AddRow(row.Select((cell, index) => new Text(Cut(SafeText.Of(cell), _widths[index]))));
        }

        console.Write(table);
        _waiting.Clear();
        _started = true;
    }
}
