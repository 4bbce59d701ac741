using System.Text.Json;
using Confluence.Generated.Errors;
using Confluence.Generated.Json;

namespace Confluence.Generated.Http;

/// <summary>Reads the body of a successful answer.</summary>
internal static class JsonAnswer
{
    /// <summary>Properties of pages may hold any JSON; the framework's usual limit of 64 levels is not much for it.</summary>
    private const int MaxDepth = 256;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static T Read<T>(ConfluenceRequest request, HttpAnswer answer, JsonItemReader<T> read)
    {
        ReadOnlySpan<byte> body = answer.Body;
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (body.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw CallFailures.Unreadable(request, answer, TypeName(typeof(T)), position: null, "the answer is empty", null);
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            T value = read(ref reader);
            return reader.Read() ? throw new JsonException("More text follows the value.") : value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is how the reader reports a string that is not UTF-8.
            throw CallFailures.Unreadable(request, answer, TypeName(typeof(T)), reader.BytesConsumed, exception.Message, exception);
        }
    }

    private static string TypeName(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        string name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
    }
}
