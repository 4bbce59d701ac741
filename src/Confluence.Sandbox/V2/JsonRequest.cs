using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V2;

/// <summary>Reads the JSON body of a v2 request; what does not fit ends the request with status 400.</summary>
internal static class JsonRequest
{
    /// <summary>The largest body accepted, in bytes: 5 MB.</summary>
    public const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>Reads the body as a JSON object. The caller disposes of the document.</summary>
    public static async Task<JsonDocument> ReadObjectAsync(Exchange exchange)
    {
        string mediaType = (exchange.Request.ContentType ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw V2Error.UnsupportedMediaType();
        }

        if (exchange.Request.ContentLength > MaximumBytes)
        {
            throw V2Error.TooLarge(MaximumBytes);
        }

        using MemoryStream buffer = new();
        byte[] chunk = new byte[16 * 1024];
        int read;
        while ((read = await exchange.Request.Body.ReadAsync(chunk, exchange.Aborted).ConfigureAwait(false)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaximumBytes)
            {
                throw V2Error.TooLarge(MaximumBytes);
            }
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(buffer.ToArray());
        }
        catch (JsonException error)
        {
            throw V2Error.InvalidBody(string.Create(
                CultureInfo.InvariantCulture,
                $"The request body is no JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}"));
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw V2Error.InvalidBody("The request body must be a JSON object");
        }

        return document;
    }

    public static string? OptionalText(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw V2Error.InvalidBody($"'{name}' must be a string");
    }

    public static string RequiredText(JsonElement element, string name) =>
        OptionalText(element, name) is { Length: > 0 } text ? text : throw V2Error.InvalidBody($"'{name}' is required");

    /// <summary>Reads an id, which may come as a string or as a number.</summary>
    public static long? OptionalId(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        long id = 0;
        bool valid = value.ValueKind switch
        {
            JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out id),
            JsonValueKind.Number => value.TryGetInt64(out id),
            _ => false,
        };
        return valid ? id : throw V2Error.InvalidBody($"'{name}' must be an id");
    }

    /// <summary>Reads a moment; null when it is absent.</summary>
    public static DateTimeOffset? OptionalDate(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out DateTimeOffset moment)
            ? moment
            : throw V2Error.InvalidBody($"'{name}' must be a moment such as 2026-05-04T03:02:01Z");
    }

    /// <summary>Reads the version that a caller wants to make: its number, message and whether the edit is minor.</summary>
    public static (int Number, string Message, bool MinorEdit) Version(JsonElement root)
    {
        if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Object)
        {
            throw V2Error.InvalidBody("'version' is required");
        }

        if (!version.TryGetProperty("number", out JsonElement number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out int value))
        {
            throw V2Error.InvalidBody("'version.number' is required and must be an integer");
        }

        bool minorEdit = version.TryGetProperty("minorEdit", out JsonElement minor) && minor.ValueKind == JsonValueKind.True;
        return (value, OptionalText(version, "message") ?? "", minorEdit);
    }
}
