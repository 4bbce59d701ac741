using System.Collections.ObjectModel;
using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>The error of an object that lacks a member which must be there.</summary>
    public static JsonException Missing(string type, string member) =>
        new JsonMissingMemberException(type, member, $"The {type} lacks the member '{member}', which must be there.");

    /// <summary>What stands in the place of a map that is missing.</summary>
    public static IReadOnlyDictionary<string, T> EmptyMap<T>() => ReadOnlyDictionary<string, T>.Empty;

    /// <summary>Called when an object was read to its end and a member that every answer carries has no value.</summary>
    /// <exception cref="JsonException">Always, unless the reading is lenient: it then takes note of the member.</exception>
    public readonly void Lacks(int index, string type, string member)
    {
        if (LenientReading.Current is { } lenient)
        {
            lenient.Note(type, member);
            return;
        }

        throw (_nulls & Bit(index)) != 0
            ? new JsonMissingMemberException(type, member, $"In the {type}, the member '{member}' is null, which it must not be.")
            : _rest?.Holds(index) == true
                ? new JsonMissingMemberException(type, member, $"In the {type}, the member '{member}', which must be there, has a value of another kind than its type.")
                : Missing(type, member);
    }
}
