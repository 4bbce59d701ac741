using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// What an object held besides the values of its typed members: members that the model does not know, and known members that
/// cannot be read as their type or would be written differently from how they came. Most objects have none of it.
/// </summary>
internal sealed class JsonRest
{
    // Each unknown member: the length of its name and of its value (32 bits each), then both, raw. A name has no quotes here.
    private RawJsonBuffer _unknown;
    private Held[] _held = [];
    private IReadOnlyDictionary<string, JsonElement>? _view;

    /// <summary>The members for <c>AdditionalProperties</c>: unknown ones, then unreadable ones, each in the order of the wire. Made at the first call, on any thread.</summary>
    public IReadOnlyDictionary<string, JsonElement> View =>
        Volatile.Read(ref _view) ?? Interlocked.CompareExchange(ref _view, MakeView(), null) ?? _view;

    /// <summary>True when a caller supplied the members: they may then clash with those of the model.</summary>
    public bool IsSupplied { get; private init; }

    /// <summary>Takes over members that a caller supplies; null when there are none.</summary>
    public static JsonRest? From(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (members.Count == 0)
        {
            return null;
        }

        JsonRest rest = new() { IsSupplied = true };
        foreach ((string name, JsonElement value) in members)
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                throw new ArgumentException($"The additional property '{name}' has no value: give it a JsonElement that was parsed or made from a value.", nameof(members));
            }

            int header = rest._unknown.Reserve(2 * sizeof(int));
            rest._unknown.Append(JsonEncodedText.Encode(name).EncodedUtf8Bytes);
            int nameLength = rest._unknown.Length - header - (2 * sizeof(int));
            rest._unknown.Append(JsonMarshal.GetRawUtf8Value(value));
            rest.Complete(header, nameLength);
        }

        return rest;
    }

    /// <summary>Keeps the member whose name the reader stands on.</summary>
    public void Keep(ref Utf8JsonReader reader)
    {
        int header = _unknown.Reserve(2 * sizeof(int));
        _unknown.AppendToken(ref reader);
        int nameLength = _unknown.Length - header - (2 * sizeof(int));
        JsonCursor.Advance(ref reader);
        _unknown.AppendValue(ref reader);
        Complete(header, nameLength);
    }

    /// <summary>Holds the raw value of a known member, to be written in its place.</summary>
    /// <param name="index">Which member.</param>
    /// <param name="name">Its raw name when the value could not be read and shows in the view; null when the model has the value too.</param>
    /// <param name="value">The raw value.</param>
    public void Hold(int index, byte[]? name, byte[] value) => _held = [.. _held, new Held(index, name, value)];

    /// <summary>Drops what is held of a known member, because it came a second time: the last one counts.</summary>
    public void Release(int index)
    {
        if (IndexOf(index) >= 0)
        {
            _held = Array.FindAll(_held, held => held.Index != index);
        }
    }

    /// <summary>Whether the raw value of a known member is held.</summary>
    public bool Holds(int index) => IndexOf(index) >= 0;

    /// <summary>Writes a known member as it came.</summary>
    /// <returns>False when nothing is held of it.</returns>
    public bool TryWrite(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name)
    {
        int position = IndexOf(index);
        if (position < 0)
        {
            return false;
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(_held[position].Value, skipInputValidation: true);
        return true;
    }

    /// <summary>Writes the unknown members: names through the encoder of the writer, values as they came.</summary>
    public void WriteUnknown(Utf8JsonWriter writer)
    {
        for (Entries entries = new(_unknown.Written); entries.Next();)
        {
            if (IsPlain(entries.Name))
            {
                writer.WritePropertyName(entries.Name);
            }
            else
            {
                writer.WritePropertyName(JsonStrings.Unescape(entries.Name));
            }

            writer.WriteRawValue(entries.Value, skipInputValidation: true);
        }
    }

    /// <summary>Whether there is an unknown member of this name.</summary>
    public bool HasUnknown(ReadOnlySpan<byte> name)
    {
        for (Entries entries = new(_unknown.Written); entries.Next();)
        {
            if (entries.Name.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonElement Parse(ReadOnlySpan<byte> value)
    {
        // The reader that this came from has judged the depth already.
        Utf8JsonReader reader = new(value, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    private static bool IsPlain(ReadOnlySpan<byte> name) => Ascii.IsValid(name) && !name.Contains((byte)'\\');

    private static string Decode(ReadOnlySpan<byte> name) => IsPlain(name) ? Encoding.ASCII.GetString(name) : JsonStrings.Unescape(name);

    private void Complete(int header, int nameLength)
    {
        int valueLength = _unknown.Length - header - (2 * sizeof(int)) - nameLength;
        Span<byte> lengths = _unknown.Slice(header, 2 * sizeof(int));
        MemoryMarshal.Write(lengths, nameLength);
        MemoryMarshal.Write(lengths[sizeof(int)..], valueLength);
    }

    private ReadOnlyDictionary<string, JsonElement> MakeView()
    {
        OrderedDictionary<string, JsonElement> view = new(StringComparer.Ordinal);
        for (Entries entries = new(_unknown.Written); entries.Next();)
        {
            view[Decode(entries.Name)] = Parse(entries.Value);
        }

        foreach (Held held in _held)
        {
            if (held.Name is not null)
            {
                view[Decode(held.Name)] = Parse(held.Value);
            }
        }

        return view.Count == 0 ? ReadOnlyDictionary<string, JsonElement>.Empty : new ReadOnlyDictionary<string, JsonElement>(view);
    }

    private int IndexOf(int index)
    {
        for (int i = 0; i < _held.Length; i++)
        {
            if (_held[i].Index == index)
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct Held(int Index, byte[]? Name, byte[] Value);

    private ref struct Entries(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<byte> Name { get; private set; }

        public ReadOnlySpan<byte> Value { get; private set; }

        public bool Next()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            int nameLength = MemoryMarshal.Read<int>(_rest);
            int valueLength = MemoryMarshal.Read<int>(_rest[sizeof(int)..]);
            Name = _rest.Slice(2 * sizeof(int), nameLength);
            Value = _rest.Slice((2 * sizeof(int)) + nameLength, valueLength);
            _rest = _rest[((2 * sizeof(int)) + nameLength + valueLength)..];
            return true;
        }
    }
}
