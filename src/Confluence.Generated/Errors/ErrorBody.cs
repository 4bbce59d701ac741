using System.Text.Json;

namespace Confluence.Generated.Errors;

/// <summary>The shape in which an error arrived.</summary>
internal enum ErrorShape
{
    Empty,
    V2,
    V1,
    GatewayCode,
    GatewayTimestamp,
    OtherJson,
    Html,
    Text,
}

/// <summary>The body of a refusal, in whichever shape it came. Nothing that a server can send makes reading it fail.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Errors">What it complains about.</param>
/// <param name="Excerpt">Its beginning; null when it is empty.</param>
internal sealed record ErrorBody(ErrorShape Shape, IReadOnlyList<ConfluenceError> Errors, string? Excerpt)
{
    /// <summary>A server may complain about each of many things; nobody reads so many.</summary>
    private const int MaxErrors = 50;

    /// <summary>Whether any complaint holds the words, in any case.</summary>
    public bool Says(string words) => Errors.Any(error =>
        Holds(error.Title, words) || Holds(error.Detail, words) || Holds(error.Code, words));

    public static ErrorBody Read(ReadOnlySpan<byte> body, string? contentType)
    {
        string? excerpt = SafeText.Excerpt(body);
        if (excerpt is null)
        {
            return new ErrorBody(ErrorShape.Empty, [], null);
        }

        // The label is not to be trusted: plain text arrives as JSON, and pages as anything.
        if (SafeText.IsHtml(body, contentType))
        {
            string? title = SafeText.HtmlTitle(SafeText.Decode(body, 0, 16 * 1024));
            return new ErrorBody(ErrorShape.Html, title is null ? [] : [new ConfluenceError { Title = title }], excerpt);
        }

        return ReadJson(body, excerpt)
            ?? new ErrorBody(ErrorShape.Text, [new ConfluenceError { Title = SafeText.Clean(excerpt, SafeText.PhraseLength) }], excerpt);
    }

    private static ErrorBody? ReadJson(ReadOnlySpan<byte> body, string excerpt)
    {
        Utf8JsonReader reader = new(body);
        JsonElement root;
        try
        {
            root = JsonElement.ParseValue(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // Not JSON, whatever the label says: it is shown as text.
        }

        if (root.ValueKind == JsonValueKind.String)
        {
            return new ErrorBody(ErrorShape.OtherJson, [new ConfluenceError { Title = Phrase(root) }], excerpt);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return new ErrorBody(ErrorShape.OtherJson, [], excerpt);
        }

        List<ConfluenceError> errors = [];
        ErrorShape shape = ErrorShape.OtherJson;
        if (root.TryGetProperty("errors", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            shape = ErrorShape.V2;
            AddAll(errors, list, ReadV2);
        }
        else if (root.TryGetProperty("statusCode", out JsonElement statusCode))
        {
            shape = ErrorShape.V1;
            Add(errors, new ConfluenceError { Status = Phrase(statusCode), Title = Find(root, "message") });
            if (root.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("errors", out JsonElement inner) && inner.ValueKind == JsonValueKind.Array)
            {
                AddAll(errors, inner, ReadV1);
            }
        }
        else if (root.TryGetProperty("timestamp", out _) && root.TryGetProperty("status", out _))
        {
            shape = ErrorShape.GatewayTimestamp;
            Add(errors, new ConfluenceError { Status = Find(root, "status"), Title = Find(root, "error"), Detail = Find(root, "message") });
        }
        else if (root.TryGetProperty("code", out _) && root.TryGetProperty("message", out _))
        {
            shape = ErrorShape.GatewayCode;
            Add(errors, new ConfluenceError { Status = Find(root, "code"), Title = Find(root, "message") });
        }
        else
        {
            Add(errors, new ConfluenceError { Title = Find(root, "message") ?? Find(root, "error"), Detail = Find(root, "error_description") });
        }

        return new ErrorBody(shape, errors, excerpt);
    }

    private static ConfluenceError ReadV2(JsonElement error) => error.ValueKind == JsonValueKind.Object
        ? new ConfluenceError { Status = Find(error, "status"), Code = Find(error, "code"), Title = Find(error, "title") ?? Find(error, "message"), Detail = Find(error, "detail") }
        : new ConfluenceError { Title = Phrase(error) };

    private static ConfluenceError ReadV1(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("message", out JsonElement message))
        {
            return new ConfluenceError { Title = Phrase(error) };
        }

        return message.ValueKind == JsonValueKind.Object
            ? new ConfluenceError { Code = Find(message, "key"), Title = Find(message, "translation") }
            : new ConfluenceError { Title = Phrase(message) };
    }

    private static void AddAll(List<ConfluenceError> errors, JsonElement list, Func<JsonElement, ConfluenceError> read)
    {
        foreach (JsonElement item in list.EnumerateArray().Take(MaxErrors))
        {
            Add(errors, read(item));
        }
    }

    private static void Add(List<ConfluenceError> errors, ConfluenceError error)
    {
        if (error.Title is not null || error.Detail is not null || error.Code is not null)
        {
            errors.Add(error);
        }
    }

    private static string? Find(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? Phrase(value) : null;

    private static string? Phrase(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => SafeText.Clean(StringOf(value), SafeText.PhraseLength),
        _ => SafeText.Clean(value.GetRawText(), SafeText.PhraseLength),
    };

    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText(); // An escape that is no character, such as half of a surrogate pair.
        }
    }

    private static bool Holds(string? text, string words) => text is not null && text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
