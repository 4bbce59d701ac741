using System.Text.Json;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Errors;

/// <summary>Reads the JSON of a refusal, in each of the shapes that Confluence, its gateway and proxies send.</summary>
internal static class ErrorMembers
{
    /// <summary>Collects the errors in an answer.</summary>
    /// <returns>The shape of the answer.</returns>
    public static ErrorShape Read(JsonElement root, List<ConfluenceError> errors)
    {
        if (root.TryGetProperty("errors", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            AddAll(errors, list, ReadV2);
            return ErrorShape.V2;
        }

        if (root.TryGetProperty("statusCode", out JsonElement statusCode))
        {
            Add(errors, new ConfluenceError { Status = Phrase(statusCode), Title = Find(root, "message") });
            if (root.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("errors", out JsonElement inner) && inner.ValueKind == JsonValueKind.Array)
            {
                AddAll(errors, inner, ReadV1);
            }

            return ErrorShape.V1;
        }

        if (root.TryGetProperty("timestamp", out _) && root.TryGetProperty("status", out _))
        {
            Add(errors, new ConfluenceError { Status = Find(root, "status"), Title = Find(root, "error"), Detail = Find(root, "message") });
            return ErrorShape.GatewayTimestamp;
        }

        if (root.TryGetProperty("code", out _) && root.TryGetProperty("message", out _))
        {
            Add(errors, new ConfluenceError { Status = Find(root, "code"), Title = Find(root, "message") });
            return ErrorShape.GatewayCode;
        }

        if (root.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            Add(errors, ReadV2(error));
            return ErrorShape.OtherJson;
        }

        ReadOthers(root, errors);
        return ErrorShape.OtherJson;
    }

    /// <summary>Collects the errors in an answer that is just a list.</summary>
    public static void ReadList(JsonElement list, List<ConfluenceError> errors) =>
        AddAll(errors, list, static item => item.ValueKind is JsonValueKind.String or JsonValueKind.Object ? ReadV2(item) : new ConfluenceError());

    /// <summary>Gets a value as a phrase, safe for messages; null if there is none.</summary>
    public static string? Phrase(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => SafeText.Clean(value.GetString(), SafeText.PhraseLength),
        _ => SafeText.Clean(value.GetRawText(), SafeText.PhraseLength),
    };

    /// <summary>Reads the formats of the platform around Confluence: one text, several texts, a problem of RFC 9457, one text for each field.</summary>
    private static void ReadOthers(JsonElement root, List<ConfluenceError> errors)
    {
        Add(errors, new ConfluenceError
        {
            Status = Find(root, "status"),
            Code = Find(root, "errorCode"),
            Title = Find(root, "errorMessage") ?? Find(root, "title") ?? Find(root, "message") ?? Find(root, "error"),
            Detail = Find(root, "detail") ?? Find(root, "error_description"),
        });
        if (root.TryGetProperty("errorMessages", out JsonElement messages) && messages.ValueKind == JsonValueKind.Array)
        {
            AddAll(errors, messages, static message => new ConfluenceError { Title = Phrase(message) });
        }

        if (root.TryGetProperty("errors", out JsonElement fields) && fields.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in fields.EnumerateObject())
            {
                Add(errors, new ConfluenceError { Title = SafeText.Clean(field.Name, SafeText.PhraseLength), Detail = Phrase(field.Value) });
            }
        }
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
        foreach (JsonElement item in list.EnumerateArray())
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
}
