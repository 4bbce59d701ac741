using Confluence.Cli.Rendering;

namespace Confluence.Cli.Tests.Rendering;

public sealed class CsvRowWriterTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("2026-05-27T07:09:12.000Z", "2026-05-27T07:09:12.000Z")]
    [InlineData("a-b=c", "a-b=c")]
    public void Cells_are_quoted_where_they_need_it(string? cell, string expected) => Assert.Equal($"name\r\n{expected}\r\n", Write(cell));

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "' =1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    public void What_a_spreadsheet_would_run_begins_with_an_apostrophe(string cell, string expected) => Assert.Equal($"name\r\n{expected}\r\n", Write(cell));

    [Theory]
    [InlineData("'tis")]
    [InlineData("''")]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("plain")]
    [InlineData(" 'x")]
    public void The_guard_can_be_taken_away_again(string text)
    {
        string cell = Write(text).Split("\r\n")[1];

        Assert.Equal(text, cell.StartsWith('\'') ? cell[1..] : cell);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("'tis", "'tis")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData(null, "")]
    public void A_raw_cell_is_the_text_as_it_is(string? cell, string expected) => Assert.Equal($"name\r\n{expected}\r\n", Write(cell, isRaw: true));

    private static string Write(string? cell, bool isRaw = false)
    {
        StringWriter output = new();
        CsvRowWriter writer = new(output, ["name"], isRaw);
        writer.Write([cell]);
        writer.Complete();
        return output.ToString();
    }
}
