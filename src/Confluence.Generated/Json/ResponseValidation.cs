using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// The reading of an answer in which every member must be there that is never null. Models find it through the thread, because reading never
/// waits: a parameter would have to pass through every reading method there is.
/// </summary>
internal static class ResponseValidation
{
    [ThreadStatic]
    private static bool t_isOn;

    /// <summary>Whether this thread reads an answer that is checked.</summary>
    public static bool IsOn => t_isOn;

    /// <summary>Reads a value, on this thread.</summary>
    /// <exception cref="JsonException">A member is missing.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, JsonItemReader<T> read)
    {
        bool outer = t_isOn;
        t_isOn = true;
        try
        {
            return read(ref reader);
        }
        finally
        {
            t_isOn = outer;
        }
    }
}
