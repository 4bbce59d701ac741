using System.Globalization;
using System.Text;

namespace Confluence.Generator.Spec.Json;

/// <summary>
/// Reads RFC 8259 JSON strictly and keeps the offset of every value. Stricter than the RFC in two points, because both
/// are mistakes in a document that people edit: a name may stand only once in an object, and an escaped surrogate must
/// have its partner.
/// </summary>
internal sealed class JsonParser
{
    /// <summary>The depth at which reading stops, so that a hostile text cannot exhaust the stack of the compiler.</summary>
    public const int MaxDepth = 128;

    private readonly JsonSource _source;
    private readonly string _text;
    private int _position;
    private int _depth;
    private SpecDiagnostic? _error;

    private JsonParser(JsonSource source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>Reads the one value that the text holds; null and the first error when the text is not JSON.</summary>
    public static JsonNode? Parse(JsonSource source, out SpecDiagnostic? error)
    {
        var parser = new JsonParser(source);
        JsonNode? root = parser.ParseRoot();
        error = parser._error;
        return root;
    }

    private JsonNode? ParseRoot()
    {
        SkipWhitespace();
        if (_position == _text.Length)
        {
            return Fail(0, 0, "The file is empty where a JSON value is expected.");
        }

        JsonNode? root = ParseValue();
        if (root is null)
        {
            return null;
        }

        SkipWhitespace();
        return _position == _text.Length
            ? root
            : Fail(_position, 1, $"{Describe(_position)} follows the end of the JSON value; a file holds one value only.");
    }

    private JsonNode? ParseValue()
    {
        if (_position == _text.Length)
        {
            return Fail(_position, 0, "The file ends where a value is expected.");
        }

        char c = _text[_position];
        switch (c)
        {
            case '{':
                return ParseObject();
            case '[':
                return ParseArray();
            case '"':
                int start = _position;
                string? value = ParseString();
                return value is null ? null : new JsonString(_source, start, _position - start, value);
            case '\'':
                return Fail(_position, 1, "A string stands between double quotes (\"), not single ones.");
            default:
                return c == '-' || IsDigit(c) ? ParseNumber() : ParseLiteral();
        }
    }

    private JsonObject? ParseObject()
    {
        int start = _position;
        if (!Enter())
        {
            return null;
        }

        var members = new List<JsonMember>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        SkipWhitespace();
        while (!TakeIf('}'))
        {
            if (_position == _text.Length || _text[_position] != '"')
            {
                return Fail<JsonObject>(_position, 1, $"{Describe(_position)} stands where the name of a member between double quotes is expected.");
            }

            int nameStart = _position;
            string? name = ParseString();
            if (name is null)
            {
                return null;
            }

            if (seen.TryGetValue(name, out int first))
            {
                int firstLine = _source.GetPosition(first).Line + 1;
                return Fail<JsonObject>(nameStart, _position - nameStart, $"The name '{name}' stands twice in this object, first in line {firstLine.ToString(CultureInfo.InvariantCulture)}; remove one of the two.");
            }

            seen.Add(name, nameStart);
            SkipWhitespace();
            if (!TakeIf(':'))
            {
                return Fail<JsonObject>(_position, 1, $"{Describe(_position)} stands where a ':' after the name '{name}' is expected.");
            }

            SkipWhitespace();
            JsonNode? value = ParseValue();
            if (value is null)
            {
                return null;
            }

            members.Add(new JsonMember(name, nameStart, value));
            if (!TakeSeparator('}'))
            {
                return null;
            }
        }

        _depth--;
        return new JsonObject(_source, start, _position - start, members);
    }

    private JsonArray? ParseArray()
    {
        int start = _position;
        if (!Enter())
        {
            return null;
        }

        var items = new List<JsonNode>();
        SkipWhitespace();
        while (!TakeIf(']'))
        {
            JsonNode? item = ParseValue();
            if (item is null)
            {
                return null;
            }

            items.Add(item);
            if (!TakeSeparator(']'))
            {
                return null;
            }
        }

        _depth--;
        return new JsonArray(_source, start, _position - start, items);
    }

    /// <summary>Steps over the bracket that opens an object or array and the blanks behind it.</summary>
    private bool Enter()
    {
        if (_depth == MaxDepth)
        {
            Fail(_position, 1, $"Objects and arrays are nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels.");
            return false;
        }

        _depth++;
        _position++;
        SkipWhitespace();
        return true;
    }

    /// <summary>After a member or item: a comma with something behind it, or the closing bracket (which stays).</summary>
    private bool TakeSeparator(char close)
    {
        SkipWhitespace();
        int comma = _position;
        if (TakeIf(','))
        {
            SkipWhitespace();
            if (_position < _text.Length && _text[_position] == close)
            {
                Fail(comma, 1, $"A comma stands before '{close}'; JSON has commas between values only, so remove it.");
                return false;
            }

            return true;
        }

        if (_position < _text.Length && _text[_position] == close)
        {
            return true;
        }

        Fail(_position, 1, $"{Describe(_position)} stands where ',' or '{close}' is expected.");
        return false;
    }

    private string? ParseString()
    {
        int start = _position;
        int from = ++_position;
        StringBuilder? builder = null;
        while (_position < _text.Length)
        {
            char c = _text[_position];
            if (c == '"')
            {
                string tail = _text.Substring(from, _position - from);
                _position++;
                return builder is null ? tail : builder.Append(tail).ToString();
            }

            if (c < ' ')
            {
                return c == '\n' || c == '\r'
                    ? Fail<string>(start, _position - start, "The string is not closed on its line; write \\n for a line break inside a string.")
                    : Fail<string>(_position, 1, $"The control character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)} stands in a string; write it as \\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}.");
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            builder ??= new StringBuilder();
            builder.Append(_text, from, _position - from);
            if (!ParseEscape(builder))
            {
                return null;
            }

            from = _position;
        }

        return Fail<string>(start, _text.Length - start, "The string that begins here is not closed.");
    }

    private bool ParseEscape(StringBuilder builder)
    {
        int start = _position;
        char c = start + 1 < _text.Length ? _text[start + 1] : '\0';
        if (c == 'u')
        {
            return ParseUnicodeEscape(builder);
        }

        char value = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (value == '\0')
        {
            int length = Math.Min(2, _text.Length - start);
            Fail(start, length, $"'{_text.Substring(start, length)}' is not an escape of JSON; a backslash itself is written \\\\.");
            return false;
        }

        builder.Append(value);
        _position += 2;
        return true;
    }

    private bool ParseUnicodeEscape(StringBuilder builder)
    {
        int start = _position;
        if (!TakeUtf16(out char first))
        {
            return false;
        }

        if (char.IsHighSurrogate(first) && _position + 1 < _text.Length && _text[_position] == '\\' && _text[_position + 1] == 'u')
        {
            if (!TakeUtf16(out char second))
            {
                return false;
            }

            if (char.IsLowSurrogate(second))
            {
                builder.Append(first).Append(second);
                return true;
            }
        }

        if (char.IsSurrogate(first))
        {
            Fail(start, _position - start, $"'{_text.Substring(start, _position - start)}' is half of a surrogate pair without the other half.");
            return false;
        }

        builder.Append(first);
        return true;
    }

    private bool TakeUtf16(out char value)
    {
        int start = _position;
        int code = start + 6 <= _text.Length ? 0 : -1;
        for (int i = start + 2; code >= 0 && i < start + 6; i++)
        {
            int digit = HexValue(_text[i]);
            code = digit < 0 ? -1 : (code << 4) | digit;
        }

        if (code >= 0)
        {
            value = (char)code;
            _position += 6;
            return true;
        }

        value = '\0';
        Fail(start, Math.Min(6, _text.Length - start), "\\u must be followed by four hexadecimal digits.");
        return false;
    }

    private JsonNumber? ParseNumber()
    {
        int start = _position;
        TakeIf('-');
        int integer = _position;
        int digits = TakeDigits();
        if (digits == 0)
        {
            return Fail<JsonNumber>(start, _position - start, "A '-' must be followed by a digit.");
        }

        if (digits > 1 && _text[integer] == '0')
        {
            return Fail<JsonNumber>(start, _position - start, $"The number '{_text.Substring(start, _position - start)}' begins with a zero; remove it.");
        }

        if (TakeIf('.') && TakeDigits() == 0)
        {
            return Fail<JsonNumber>(start, _position - start, "The decimal point of a number must be followed by a digit.");
        }

        if (TakeIf('e') || TakeIf('E'))
        {
            if (!TakeIf('+'))
            {
                TakeIf('-');
            }

            if (TakeDigits() == 0)
            {
                return Fail<JsonNumber>(start, _position - start, "The exponent of a number must have a digit.");
            }
        }

        return new JsonNumber(_source, start, _position - start, _text.Substring(start, _position - start));
    }

    private JsonNode? ParseLiteral()
    {
        int start = _position;
        int end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        string word = _text.Substring(start, end - start);
        _position = end;
        switch (word)
        {
            case "true":
                return new JsonBoolean(_source, start, end - start, true);
            case "false":
                return new JsonBoolean(_source, start, end - start, false);
            case "null":
                return new JsonNull(_source, start, end - start);
            case "":
                return _text[start] == '/'
                    ? Fail(start, 1, "JSON has no comments; remove it.")
                    : Fail(start, 1, $"{Describe(start)} stands where a value is expected.");
            default:
                return Fail(start, word.Length, $"'{word}' is not a JSON value; only true, false and null stand without quotes, in small letters.");
        }
    }

    private int TakeDigits()
    {
        int start = _position;
        while (_position < _text.Length && IsDigit(_text[_position]))
        {
            _position++;
        }

        return _position - start;
    }

    private bool TakeIf(char c)
    {
        if (_position < _text.Length && _text[_position] == c)
        {
            _position++;
            return true;
        }

        return false;
    }

    private void SkipWhitespace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private string Describe(int offset)
    {
        if (offset >= _text.Length)
        {
            return "The end of the file";
        }

        char c = _text[offset];
        return c is > ' ' and <= '~' ? $"'{c}'" : $"The character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}";
    }

    private JsonNode? Fail(int start, int length, string message) => Fail<JsonNode>(start, length, message);

    private T? Fail<T>(int start, int length, string message)
        where T : class
    {
        int bounded = Math.Max(0, Math.Min(length, _text.Length - start));
        (int line, int column) = _source.GetPosition(start);
        _error ??= new SpecDiagnostic(SpecDiagnosticId.BrokenJson, message, _source.Path, start, bounded, line, column);
        return null;
    }
}
