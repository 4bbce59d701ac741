using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// What a model remembers of the JSON object that it was read from, so that writing gives it back: which known members arrived as
/// null, which arrived in another form than the one that would be written, and all members that the model does not know.
/// A model that was made by a caller has the default state, in which null means absent, save for members that are sent as null.
/// </summary>
/// <remarks>
/// Reading methods are called with the reader on the name of the member and leave it on the last token of the value. A value of
/// another scalar kind (a number for a string, a string for a number) is converted. A value that cannot be read as the type gives null
/// and shows in <see cref="AdditionalProperties"/>. Of a member that comes twice the last one counts.
/// The index of a member is the place of its bit: 0 to 63, because the generator refuses a schema with more members.
/// </remarks>
internal partial struct JsonModelState
{
    private const int StackBytes = 256;

    private ulong _nulls;
    private JsonRest? _rest;

    /// <summary>
    /// The members that the model does not know, then known members whose value could not be read as their type, each in the order of
    /// the wire. Setting replaces them; the values are copied.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value set is null.</exception>
    /// <exception cref="ArgumentException">A value is the default <see cref="JsonElement"/>.</exception>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        readonly get => _rest?.View ?? ReadOnlyDictionary<string, JsonElement>.Empty;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(AdditionalProperties));
            _rest = JsonRest.From(value);
        }
    }

    /// <summary>Moves onto the start of an object.</summary>
    /// <exception cref="JsonException">Something else stands there.</exception>
    public static void Start(ref Utf8JsonReader reader, string typeName)
    {
        JsonCursor.Begin(ref reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonErrors.Expected($"an object ({typeName})", ref reader);
        }
    }

    /// <summary>Moves to the next member name; false at the end of the object.</summary>
    public static bool Next(ref Utf8JsonReader reader)
    {
        JsonCursor.Advance(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>The length of the current member name in bytes, without escapes; -1 when it is not valid Unicode.</summary>
    public static int NameLength(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            return reader.ValueSpan.Length;
        }

        // A name that is too long for this is longer than every known one: six bytes are the longest escape of one character.
        Span<byte> name = stackalloc byte[StackBytes];
        return JsonCursor.CopyShortText(ref reader, name);
    }

    /// <summary>Keeps the unknown member whose name the reader stands on.</summary>
    public void Keep(ref Utf8JsonReader reader)
    {
        _rest ??= new JsonRest();
        _rest.Keep(ref reader);
    }

    /// <summary>Writes the unknown members as they came.</summary>
    public readonly void WriteAdditional(Utf8JsonWriter writer) => _rest?.WriteUnknown(writer);

    private static ulong Bit(int index) => 1UL << index;

    /// <summary>Moves from the name to the value, and forgets an earlier value of the same member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private JsonTokenType Enter(ref Utf8JsonReader reader, int index)
    {
        ulong bit = Bit(index);
        _nulls &= ~bit;
        _rest?.Release(index);
        JsonCursor.Advance(ref reader);
        if (reader.TokenType == JsonTokenType.Null)
        {
            _nulls |= bit;
        }

        return reader.TokenType;
    }

    /// <summary>The value was read, but would be written differently: holds its form.</summary>
    private void HoldForm(ref Utf8JsonReader reader, int index)
    {
        _rest ??= new JsonRest();
        _rest.Hold(index, name: null, RawJsonBuffer.CopyValue(ref reader));
    }

    /// <summary>The value cannot be read as its type: holds it under its name.</summary>
    private void HoldUnreadable(ref Utf8JsonReader reader, int index, scoped ReadOnlySpan<byte> name)
    {
        _rest ??= new JsonRest();
        _rest.Hold(index, name.ToArray(), RawJsonBuffer.CopyValue(ref reader));
    }
}
