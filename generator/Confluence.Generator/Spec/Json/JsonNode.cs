namespace Confluence.Generator.Spec.Json;

/// <summary>A text that JSON is read from. Turns character offsets into lines and columns.</summary>
internal sealed class JsonSource(string path, string text)
{
    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The line and column of an offset, both counted from zero.</summary>
    public (int Line, int Column) GetPosition(int offset)
    {
        _lineStarts ??= FindLineStarts(Text);
        int index = Array.BinarySearch(_lineStarts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line, offset - _lineStarts[line]);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}

/// <summary>A JSON value that knows where it stands. A document merged from two files holds nodes of both.</summary>
internal abstract class JsonNode(JsonSource source, int start, int length)
{
    public JsonSource Source { get; } = source;

    public int Start { get; } = start;

    public int Length { get; } = length;
}

/// <summary>An object: its members in the order of the text.</summary>
internal sealed class JsonObject(JsonSource source, int start, int length, IReadOnlyList<JsonMember> members) : JsonNode(source, start, length)
{
    /// <summary>The number of members up to which looking through them is faster than a table of them.</summary>
    public const int Few = 8;

    private Dictionary<string, int>? _places;

    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>The value of a member; null when there is no such member.</summary>
    public JsonNode? this[string name] => IndexOf(name) is >= 0 and int index ? Members[index].Value : null;

    /// <summary>Where a member stands among the others; -1 when there is no such member.</summary>
    public int IndexOf(string name)
    {
        if (Members.Count > Few)
        {
            return (_places ??= Places()).TryGetValue(name, out int place) ? place : -1;
        }

        for (int i = 0; i < Members.Count; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The same object with another value at a place. It shares the table of names, which overlays would otherwise make anew for each action.</summary>
    public JsonObject With(int index, JsonNode value)
    {
        JsonMember[] members = [.. Members];
        members[index] = new JsonMember(members[index].Name, members[index].NameStart, value);
        return new JsonObject(Source, Start, Length, members) { _places = _places };
    }

    /// <summary>The same object without the member at a place.</summary>
    public JsonObject Without(int index) => new(Source, Start, Length, [.. Members.Take(index), .. Members.Skip(index + 1)]);

    private Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(Members.Count, StringComparer.Ordinal);
        for (int i = 0; i < Members.Count; i++)
        {
            places[Members[i].Name] = i;
        }

        return places;
    }
}

/// <summary>One member of an object. The parser refuses an object that has a name twice.</summary>
internal readonly struct JsonMember(string name, int nameStart, JsonNode value)
{
    public string Name { get; } = name;

    /// <summary>The offset of the name's opening quote, in the file of the member that an overlay last replaced or added.</summary>
    public int NameStart { get; } = nameStart;

    public JsonNode Value { get; } = value;
}

internal sealed class JsonArray(JsonSource source, int start, int length, IReadOnlyList<JsonNode> items) : JsonNode(source, start, length)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;
}

internal sealed class JsonString(JsonSource source, int start, int length, string value) : JsonNode(source, start, length)
{
    public string Value { get; } = value;
}

/// <summary>A number, as it is written.</summary>
internal sealed class JsonNumber(JsonSource source, int start, int length, string text) : JsonNode(source, start, length)
{
    public string Text { get; } = text;
}

internal sealed class JsonBoolean(JsonSource source, int start, int length, bool value) : JsonNode(source, start, length)
{
    public bool Value { get; } = value;
}

internal sealed class JsonNull(JsonSource source, int start, int length) : JsonNode(source, start, length);
