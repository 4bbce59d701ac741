using Confluence.Cli.Rendering;
using Spectre.Console;

namespace Confluence.Cli.Tests.Rendering;

public sealed class TerminalRowWriterTests
{
    private static readonly Column[] s_columns = [new("ID", 6), new("TITLE"), new("STATUS", 8)];

    [Fact]
    public void Titles_come_once_and_columns_stand_under_each_other_in_all_rows()
    {
        string[] lines = Write(rows: 60, title: number => $"Title {number}");

        Assert.Equal(61, lines.Length);
        Assert.StartsWith("ID", lines[0], StringComparison.Ordinal);
        int title = lines[0].IndexOf("TITLE", StringComparison.Ordinal);
        int status = lines[0].IndexOf("STATUS", StringComparison.Ordinal);
        for (int row = 0; row < 60; row++)
        {
            string line = lines[row + 1];
            Assert.StartsWith($"{row} ", line, StringComparison.Ordinal);
            Assert.StartsWith($"Title {row} ", line[title..], StringComparison.Ordinal);
            Assert.StartsWith("current", line[status..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_long_text_is_cut_and_never_breaks_a_row()
    {
        string[] lines = Write(rows: 1, title: _ => "[red] 世界 " + new string('x', 500) + "\nnext");

        Assert.Equal(2, lines.Length);
        Assert.Contains("[red] 世界 xxx", lines[1], StringComparison.Ordinal);
        Assert.Contains("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 60));
    }

    [Fact]
    public void Without_rows_the_titles_are_written() => Assert.StartsWith("ID", Assert.Single(Write(rows: 0, title: _ => "")), StringComparison.Ordinal);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void On_any_width_a_row_is_one_line(int width)
    {
        Column[] columns = [new("TIME", 19), new("KIND", 9), new("PAGE", 12), new("ACTOR", 43), new("DETAIL")];
        StringWriter output = new();
        TerminalRowWriter writer = new(TerminalConsole.Create(output, width, AnsiSupport.No), columns);
        writer.Write([.. columns.Select(_ => string.Join(' ', Enumerable.Repeat("words", 40)))]);
        writer.Complete();

        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(columns.Length, lines[1].Count(character => character == '…'));
        Assert.All(lines, line => Assert.InRange(line.Length, width - 10, width));
    }

    private static string[] Write(int rows, Func<int, string> title)
    {
        StringWriter output = new();
        TerminalRowWriter writer = new(TerminalConsole.Create(output, 60, AnsiSupport.No), s_columns);
        for (int row = 0; row < rows; row++)
        {
            writer.Write([row.ToString(System.Globalization.CultureInfo.InvariantCulture), title(row), "current"]);
        }

        writer.Complete();
        return output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
