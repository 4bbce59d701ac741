using System.Net;
using System.Text.Json;
using Confluence.Generated.Errors;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Json;

namespace Confluence.Generated.Answers;

/// <summary>Reads the body of a successful answer.</summary>
internal static class JsonAnswer
{
    /// <summary>Properties of pages may contain any JSON; the framework's default limit of 64 levels is low for that.</summary>
    private const int MaxDepth = 256;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer, with its body.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="validate">Whether a member that is never null must be present.</param>
    /// <exception cref="ConfluenceResponseException">The body is not the JSON of such a value.</exception>
    public static T Read<T>(IAskedFor request, HttpAnswer answer, JsonItemReader<T> read, bool validate)
    {
        ReadOnlySpan<byte> body = Text(answer);
        if (body.IsEmpty)
        {
            throw CallFailures.Unreadable(request, answer, TypeName(typeof(T)), IsOurs(typeof(T)), position: null, "the answer is empty", null);
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            T value = validate ? ResponseValidation.Read(ref reader, read) : read(ref reader);
            reader.Read(); // Throws if anything but white space follows the value.
            return value;
        }
        catch (JsonException exception) when (JsonMissingMemberException.In(exception) is { } missing)
        {
            throw CallFailures.MemberMissing(request, answer, missing, TypeName(typeof(T)), reader.BytesConsumed, Shown(answer, exception));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader reports a string that is not UTF-8 as an InvalidOperationException.
            JsonException shown = Shown(answer, exception);
            long position = JsonContractException.In(exception)?.PositionIn(body) ?? reader.BytesConsumed;
            throw CallFailures.Unreadable(request, answer, TypeName(typeof(T)), IsOurs(typeof(T)), position, shown.Message, shown);
        }
    }

    /// <summary>
    /// Whether the answer says that there is nothing to read, as that of a write may. A GET answered with 200 and no body has lost its body.
    /// </summary>
    public static bool IsNothing(IAskedFor request, HttpAnswer answer) =>
        Text(answer).IsEmpty && (answer.StatusCode == HttpStatusCode.NoContent || request.Operation.Method != HttpMethod.Get.Method);

    /// <summary>Whether the body is JSON of any shape. An empty body counts: some operations send none, contrary to their document.</summary>
    public static bool IsJson(HttpAnswer answer)
    {
        ReadOnlySpan<byte> body = Text(answer);
        if (body.IsEmpty)
        {
            return true;
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Keeps only the beginning of the reader's message, which quotes what it cannot read, possibly the rest of the body.</summary>
    private static JsonException Shown(HttpAnswer answer, Exception exception) => exception is JsonException json
        ? new JsonException(answer.Clean(exception.Message, SafeText.PhraseLength), answer.Clean(json.Path, SafeText.PhraseLength), json.LineNumber, json.BytePositionInLine)
        : new JsonException(answer.Clean(exception.Message, SafeText.PhraseLength));

    /// <summary>Gets the JSON text of the body, without a byte order mark or white space around it.</summary>
    public static ReadOnlySpan<byte> Text(HttpAnswer answer)
    {
        ReadOnlySpan<byte> body = answer.Body;
        return (body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body).Trim(" \t\r\n"u8);
    }

    /// <summary>Whether a type belongs to this library, and not to the caller.</summary>
    private static bool IsOurs(Type type) =>
        type.IsGenericType ? Array.TrueForAll(type.GetGenericArguments(), IsOurs) : type.Assembly == typeof(JsonAnswer).Assembly || type == typeof(JsonElement);

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
