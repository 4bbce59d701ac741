using System.Globalization;
using System.Text;

namespace Confluence.Generator.Spec.Overlays;

/// <summary>Reads the target of an overlay action.</summary>
internal sealed class JsonPathParser
{
    private readonly string _text;
    private int _position;
    private string? _error;

    private JsonPathParser(string text) => _text = text;

    /// <summary>The path; null and what is wrong when the text is none, or is one outside the subset.</summary>
    public static JsonPath? Parse(string text, out string? error)
    {
        var parser = new JsonPathParser(text);
        IReadOnlyList<JsonPathSegment>? segments = parser.ParseSegments();
        error = parser._error;
        return segments is null ? null : new JsonPath(text, segments);
    }

    private List<JsonPathSegment>? ParseSegments()
    {
        if (!TakeIf("$"))
        {
            return Fail<List<JsonPathSegment>>("a target begins with '$', the document");
        }

        var segments = new List<JsonPathSegment>();
        while (_position < _text.Length)
        {
            JsonPathSegment? segment;
            if (TakeIf(".."))
            {
                segment = Fail<JsonPathSegment>("'..' is not supported; name the way down");
            }
            else if (TakeIf("."))
            {
                segment = TakeIf("*") ? new WildcardSegment() : ParseShorthand() is { } name ? new NameSegment(name) : null;
            }
            else if (TakeIf("["))
            {
                segment = ParseBracket();
            }
            else
            {
                segment = Fail<JsonPathSegment>("'.' or '[' is expected");
            }

            if (segment is null)
            {
                return null;
            }

            segments.Add(segment);
        }

        return segments;
    }

    private JsonPathSegment? ParseBracket()
    {
        SkipBlanks();
        JsonPathSegment? segment;
        if (TakeIf("*"))
        {
            segment = new WildcardSegment();
        }
        else if (TakeIf("?"))
        {
            segment = ParseFilter();
        }
        else if (Peek() is '\'' or '"')
        {
            segment = ParseQuoted() is { } name ? new NameSegment(name) : null;
        }
        else if (Peek() is '-' or ':' or (>= '0' and <= '9'))
        {
            segment = Fail<JsonPathSegment>("an index is not allowed, because an item that a later revision inserts would move it to something else; select by what the item says, such as [?@.name=='limit']");
        }
        else
        {
            segment = Fail<JsonPathSegment>("a name between single quotes, '*' or '?' is expected");
        }

        if (segment is null)
        {
            return null;
        }

        SkipBlanks();
        return TakeIf("]") ? segment : Fail<JsonPathSegment>("']' is expected; several selectors in one bracket are not supported");
    }

    private FilterSegment? ParseFilter()
    {
        var comparisons = new List<JsonPathComparison>();
        do
        {
            SkipBlanks();
            if (ParseComparison() is not { } comparison)
            {
                return null;
            }

            comparisons.Add(comparison);
            SkipBlanks();
        }
        while (TakeIf("&&"));

        return new FilterSegment(comparisons);
    }

    private JsonPathComparison? ParseComparison()
    {
        if (!TakeIf("@"))
        {
            return Fail<JsonPathComparison>("a filter compares a member of the item: @.name=='value'");
        }

        var names = new List<string>();
        while (Peek() is '.' or '[')
        {
            string? name;
            if (TakeIf("."))
            {
                name = ParseShorthand();
            }
            else
            {
                TakeIf("[");
                name = ParseQuoted();
                if (name is not null && !TakeIf("]"))
                {
                    name = Fail<string>("']' is expected");
                }
            }

            if (name is null)
            {
                return null;
            }

            names.Add(name);
        }

        SkipBlanks();
        if (!TakeIf("=="))
        {
            return Fail<JsonPathComparison>("'==' is expected; a filter knows equality only");
        }

        SkipBlanks();
        if (TakeIf("true"))
        {
            return new JsonPathComparison(names, null, true);
        }

        if (TakeIf("false"))
        {
            return new JsonPathComparison(names, null, false);
        }

        return ParseQuoted() is { } text ? new JsonPathComparison(names, text, false) : null;
    }

    private string? ParseShorthand()
    {
        int start = _position;
        while (_position < _text.Length && (_text[_position] is '_' or > '\u007f' || char.IsLetterOrDigit(_text[_position])))
        {
            _position++;
        }

        if (_position == start || char.IsDigit(_text[start]))
        {
            return Fail<string>("a name is expected; one with other signs than letters, digits and '_' is written ['x-name']");
        }

        return _position < _text.Length && _text[_position] == '-'
            ? Fail<string>("a name with '-' is written ['x-name']")
            : _text.Substring(start, _position - start);
    }

    private string? ParseQuoted()
    {
        char quote = Peek();
        if (quote is not ('\'' or '"'))
        {
            return Fail<string>("a text between single quotes is expected");
        }

        _position++;
        var builder = new StringBuilder();
        while (_position < _text.Length && _text[_position] != quote)
        {
            if (_text[_position] == '\\')
            {
                _position++;
                if (Peek() is not ('\'' or '"' or '\\'))
                {
                    return Fail<string>("a backslash may stand before a quote or a backslash only");
                }
            }

            builder.Append(_text[_position]);
            _position++;
        }

        if (_position == _text.Length)
        {
            return Fail<string>("the closing quote is missing");
        }

        _position++;
        return builder.ToString();
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private bool TakeIf(string expected)
    {
        if (string.CompareOrdinal(_text, _position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _position += expected.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (Peek() == ' ')
        {
            _position++;
        }
    }

    private T? Fail<T>(string message)
        where T : class
    {
        string place = (_position + 1).ToString(CultureInfo.InvariantCulture);
        _error ??= $"at character {place} of '{_text}': {message}";
        return null;
    }
}
