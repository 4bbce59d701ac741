using System.Globalization;
using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// The reading of one answer in which members that should always be there may be missing; it takes note of them. Models find it
/// through the thread, because reading never waits: a parameter would have to pass through every reading method there is.
/// </summary>
internal sealed class LenientReading
{
    [ThreadStatic]
    private static LenientReading? t_current;

    private readonly OrderedDictionary<(string Type, string Member), int> _missing = [];

    /// <summary>The reading that this thread is in; null when a missing member is an error.</summary>
    public static LenientReading? Current => t_current;

    /// <summary>Whether anything was missing.</summary>
    public bool HasMissing => _missing.Count > 0;

    /// <summary>Takes note of a missing member.</summary>
    public void Note(string type, string member)
    {
        _missing.TryGetValue((type, member), out int count);
        _missing[(type, member)] = count + 1;
    }

    /// <summary>Reads a value, on this thread.</summary>
    public T Read<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        LenientReading? outer = t_current;
        t_current = this;
        try
        {
            return read(ref reader);
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>What was missing, in the order in which it was found: <c>Page.title (3 times)</c>.</summary>
    public override string ToString() => string.Join(", ", _missing.Select(static entry =>
        entry.Value == 1 ? $"{entry.Key.Type}.{entry.Key.Member}" : string.Create(CultureInfo.InvariantCulture, $"{entry.Key.Type}.{entry.Key.Member} ({entry.Value} times)")));
}
