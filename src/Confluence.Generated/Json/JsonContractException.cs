using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// The serializer could not read a value. It counts lines and bytes from the beginning of the value and puts the reader back there, so the place in the whole text is
/// known only together with it.
/// </summary>
/// <param name="start">Where the value begins, in bytes from the beginning of the text.</param>
/// <param name="error">What the serializer says.</param>
internal sealed class JsonContractException(long start, JsonException error)
    : JsonException(error.Message, error.Path, error.LineNumber, error.BytePositionInLine, error)
{
    /// <summary>The one that an exception is or was caused by; null when there is none.</summary>
    public static JsonContractException? In(Exception? exception)
    {
        while (exception is not (null or JsonContractException))
        {
            exception = exception.InnerException;
        }

        return (JsonContractException?)exception;
    }

    /// <summary>Where the serializer stopped, in bytes from the beginning of the text.</summary>
    /// <param name="text">The text.</param>
    public long PositionIn(ReadOnlySpan<byte> text)
    {
        int position = (int)Math.Min(start, text.Length);
        for (long line = LineNumber ?? 0; line > 0 && text[position..].IndexOf((byte)'\n') is >= 0 and int end; line--)
        {
            position += end + 1;
        }

        return Math.Min(position + (BytePositionInLine ?? 0), text.Length);
    }
}
