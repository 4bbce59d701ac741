using System.Globalization;

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
    private readonly JsonCursor _cursor;
    private int _depth;

    private JsonParser(JsonSource source)
    {
        _source = source;
        _cursor = new JsonCursor(source);
    }

    /// <summary>Reads the one value that the text holds; null and the first error when the text is not JSON.</summary>
    public static JsonNode? Parse(JsonSource source, out SpecDiagnostic? error)
    {
        var parser = new JsonParser(source);
        JsonNode? root = parser.ParseRoot();
        error = parser._cursor.Error;
        return root;
    }

    private JsonNode? ParseRoot()
    {
        _cursor.SkipWhitespace();
        if (_cursor.IsAtEnd)
        {
            return _cursor.Fail(0, 0, "The file is empty where a JSON value is expected.");
        }

        JsonNode? root = ParseValue();
        if (root is null)
        {
            return null;
        }

        _cursor.SkipWhitespace();
        return _cursor.IsAtEnd
            ? root
            : _cursor.Fail(_cursor.Position, 1, $"{_cursor.Describe(_cursor.Position)} follows the end of the JSON value; a file holds one value only.");
    }

    private JsonNode? ParseValue()
    {
        if (_cursor.IsAtEnd)
        {
            return _cursor.Fail(_cursor.Position, 0, "The file ends where a value is expected.");
        }

        char c = _cursor.Next;
        switch (c)
        {
            case '{':
                return ParseObject();
            case '[':
                return ParseArray();
            case '"':
                int start = _cursor.Position;
                string? value = JsonStringReader.Read(_cursor);
                return value is null ? null : new JsonString(_source, start, _cursor.Position - start, value);
            case '\'':
                return _cursor.Fail(_cursor.Position, 1, "A string stands between double quotes (\"), not single ones.");
            default:
                return c == '-' || JsonCursor.IsDigit(c) ? JsonNumberReader.Read(_cursor) : ParseLiteral();
        }
    }

    private JsonObject? ParseObject()
    {
        int start = _cursor.Position;
        if (!Enter())
        {
            return null;
        }

        var members = new List<JsonMember>();
        Dictionary<string, int>? seen = null;
        _cursor.SkipWhitespace();
        while (!_cursor.TakeIf('}'))
        {
            if (_cursor.Next != '"')
            {
                return _cursor.Fail<JsonObject>(_cursor.Position, 1, $"{_cursor.Describe(_cursor.Position)} stands where the name of a member between double quotes is expected.");
            }

            int nameStart = _cursor.Position;
            string? name = JsonStringReader.Read(_cursor);
            if (name is null)
            {
                return null;
            }

            if (FindName(members, ref seen, name) is >= 0 and int first)
            {
                int firstLine = _source.GetPosition(first).Line + 1;
                return _cursor.Fail<JsonObject>(nameStart, _cursor.Position - nameStart, $"The name '{name}' stands twice in this object, first in line {firstLine.ToString(CultureInfo.InvariantCulture)}; remove one of the two.");
            }

            _cursor.SkipWhitespace();
            if (!_cursor.TakeIf(':'))
            {
                return _cursor.Fail<JsonObject>(_cursor.Position, 1, $"{_cursor.Describe(_cursor.Position)} stands where a ':' after the name '{name}' is expected.");
            }

            _cursor.SkipWhitespace();
            JsonNode? value = ParseValue();
            if (value is null)
            {
                return null;
            }

            members.Add(new JsonMember(name, nameStart, value));
            seen?.Add(name, nameStart);
            if (!TakeSeparator('}'))
            {
                return null;
            }
        }

        _depth--;
        return new JsonObject(_source, start, _cursor.Position - start, members);
    }

    /// <summary>The offset of a name that stands already; -1 for none. Few names are looked through; more get a table.</summary>
    private static int FindName(List<JsonMember> members, ref Dictionary<string, int>? seen, string name)
    {
        if (seen is null && members.Count > JsonObject.Few)
        {
            seen = members.ToDictionary(member => member.Name, member => member.NameStart, StringComparer.Ordinal);
        }

        if (seen is not null)
        {
            return seen.TryGetValue(name, out int first) ? first : -1;
        }

        foreach (JsonMember member in members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.NameStart;
            }
        }

        return -1;
    }

    private JsonArray? ParseArray()
    {
        int start = _cursor.Position;
        if (!Enter())
        {
            return null;
        }

        var items = new List<JsonNode>();
        _cursor.SkipWhitespace();
        while (!_cursor.TakeIf(']'))
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
        return new JsonArray(_source, start, _cursor.Position - start, items);
    }

    /// <summary>Steps over the bracket that opens an object or array and the blanks behind it.</summary>
    private bool Enter()
    {
        if (_depth == MaxDepth)
        {
            _cursor.Fail(_cursor.Position, 1, $"Objects and arrays are nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels.");
            return false;
        }

        _depth++;
        _cursor.Position++;
        _cursor.SkipWhitespace();
        return true;
    }

    /// <summary>After a member or item: a comma with something behind it, or the closing bracket (which stays).</summary>
    private bool TakeSeparator(char close)
    {
        _cursor.SkipWhitespace();
        int comma = _cursor.Position;
        if (_cursor.TakeIf(','))
        {
            _cursor.SkipWhitespace();
            if (_cursor.Next == close)
            {
                _cursor.Fail(comma, 1, $"A comma stands before '{close}'; JSON has commas between values only, so remove it.");
                return false;
            }

            return true;
        }

        if (_cursor.Next == close)
        {
            return true;
        }

        _cursor.Fail(_cursor.Position, 1, $"{_cursor.Describe(_cursor.Position)} stands where ',' or '{close}' is expected.");
        return false;
    }

    private JsonNode? ParseLiteral()
    {
        int start = _cursor.Position;
        int end = start;
        while (end < _cursor.Text.Length && (char.IsLetterOrDigit(_cursor.Text[end]) || _cursor.Text[end] == '_'))
        {
            end++;
        }

        string word = _cursor.Text.Substring(start, end - start);
        _cursor.Position = end;
        switch (word)
        {
            case "true":
                return new JsonBoolean(_source, start, end - start, true);
            case "false":
                return new JsonBoolean(_source, start, end - start, false);
            case "null":
                return new JsonNull(_source, start, end - start);
            case "":
                return _cursor.Text[start] == '/'
                    ? _cursor.Fail(start, 1, "JSON has no comments; remove it.")
                    : _cursor.Fail(start, 1, $"{_cursor.Describe(start)} stands where a value is expected.");
            default:
                return _cursor.Fail(start, word.Length, $"'{word}' is not a JSON value; only true, false and null stand without quotes, in small letters.");
        }
    }
}
