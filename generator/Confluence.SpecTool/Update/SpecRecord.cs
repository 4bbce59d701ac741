namespace Confluence.SpecTool.Update;

/// <summary>The table in <c>spec/README.md</c> that says where each document comes from and what it was: a column for each API.</summary>
internal sealed class SpecRecord
{
    private const string Published = "published at";

    private readonly string _path;
    private readonly List<string> _lines;
    private readonly List<string> _apis;
    private readonly int _head;

    private SpecRecord(string path, List<string> lines, int head, List<string> apis)
    {
        _path = path;
        _lines = lines;
        _head = head;
        _apis = apis;
    }

    /// <summary>Gets the text with all changes.</summary>
    public string Text => string.Join('\n', _lines);

    public static SpecRecord Read(string path, string? text)
    {
        List<string> lines = [.. (text ?? "").Split('\n')];
        int head = lines.FindIndex(line => Cells(line) is ["", .. var names] && names.Length > 0 && names.All(name => name is "v2" or "v1"));
        return head >= 0
            ? new SpecRecord(path, lines, head, [.. Cells(lines[head]).Skip(1)])
            : throw new ToolException(ExitCode.Content, $"{path} has no table with the columns v2 and v1, where the documents are recorded");
    }

    /// <summary>Where the document of an API is published.</summary>
    public string AddressOf(string api)
    {
        string cell = Row(Published) is var row and >= 0 ? Cells(_lines[row])[Column(api)].Trim('`') : "";
        return Uri.TryCreate(cell, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http"
            ? cell
            : throw new ToolException(ExitCode.Content, $"{_path} does not say where the document of {api} is published; name it with --from");
    }

    /// <summary>Sets a cell.</summary>
    /// <param name="row">How the row begins.</param>
    /// <param name="api">The column.</param>
    /// <param name="value">What to write.</param>
    public void Set(string row, string api, string value)
    {
        int index = Row(row);
        if (index < 0)
        {
            throw new ToolException(ExitCode.Content, $"the table of {_path} has no row '{row}'");
        }

        string[] cells = Cells(_lines[index]);
        cells[Column(api)] = value;
        _lines[index] = $"| {string.Join(" | ", cells)} |";
    }

    private int Column(string api) => _apis.IndexOf(api) + 1;

    private int Row(string name)
    {
        for (int i = _head + 1; i < _lines.Count && Cells(_lines[i]) is { Length: > 0 } cells; i++)
        {
            if (cells[0].StartsWith(name, StringComparison.Ordinal) && cells.Length == _apis.Count + 1)
            {
                return i;
            }
        }

        return -1;
    }

    private static string[] Cells(string line)
    {
        string trimmed = line.Trim();
        return trimmed.Length > 1 && trimmed[0] == '|' && trimmed[^1] == '|' ? [.. trimmed[1..^1].Split('|').Select(cell => cell.Trim())] : [];
    }
}
