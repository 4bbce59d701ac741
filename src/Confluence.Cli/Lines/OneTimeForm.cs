using System.Buffers;
using System.Text.Json;

namespace Confluence.Cli.Lines;

/// <summary>
/// Brings the points in time of a line to one form. Sites leave the fraction out when it is zero, so that one of them in a thousand is of another
/// form than the others, which readers of tables that guess the form from the first lines stumble over.
/// </summary>
internal static class OneTimeForm
{
    private const int Deepest = 1001;
    private const int SecondsInUtc = 20; // 2026-05-27T07:09:12Z

    /// <summary>Copies JSON and gives milliseconds to each value that is a point in time without them, by its form and by the name of its member.</summary>
    public static void Copy(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> output)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Deepest });
        int copied = 0;
        bool isTime = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isTime = reader.ValueSpan.EndsWith("At"u8) || reader.ValueSpan.SequenceEqual("at"u8);
                continue;
            }

            if (isTime && reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && IsTime(reader.ValueSpan))
            {
                int end = (int)reader.TokenStartIndex + SecondsInUtc; // The place of the Z, behind the quotation mark.
                output.Write(json[copied..end]);
                output.Write(".000"u8);
                copied = end;
            }

            isTime = false;
        }

        output.Write(json[copied..]);
    }

    private static bool IsTime(ReadOnlySpan<byte> text) =>
        text.Length == SecondsInUtc && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == 'Z'
        && text[17..19].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
