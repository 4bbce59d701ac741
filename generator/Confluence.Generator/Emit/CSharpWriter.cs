using System.Globalization;
using System.Text;

namespace Confluence.Generator.Emit;

/// <summary>Writes C# text: keeps the indentation, ends every line with <c>\n</c>, knows nothing of what it writes.</summary>
internal sealed class CSharpWriter
{
    private const string OneLevel = "    ";
    private readonly StringBuilder _text = new();
    private string _indentation = "";
    private bool _atBlockStart = true;

    /// <summary>Writes a line, or several: each line of a raw string literal is indented like the first.</summary>
    public CSharpWriter Line(string text = "")
    {
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            string line = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
            if (line.Length > 0)
            {
                _text.Append(_indentation).Append(line);
            }

            _text.Append('\n');
            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        _atBlockStart = false;
        return this;
    }

    /// <summary>Separates members with an empty line: writes nothing at the start of a block.</summary>
    public CSharpWriter Gap()
    {
        if (!_atBlockStart)
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Opens a block of braces; dispose what it returns to close it.</summary>
    public Block Braces(string close = "}")
    {
        Line("{");
        string outer = _indentation;
        _indentation += OneLevel;
        _atBlockStart = true;
        return new Block(this, outer, close);
    }

    /// <summary>Indents without braces.</summary>
    public Block Indented()
    {
        string outer = _indentation;
        _indentation += OneLevel;
        return new Block(this, outer, close: null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Formats under the invariant culture, whatever the machine speaks.</summary>
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    internal readonly struct Block(CSharpWriter writer, string outer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._indentation = outer;
            if (close is not null)
            {
                writer.Line(close);
            }

            writer._atBlockStart = false;
        }
    }
}
