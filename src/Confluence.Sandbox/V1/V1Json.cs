using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1;

/// <summary>Reads the JSON body of a v1 request; what is no JSON ends the request with status 400.</summary>
internal static class V1Json
{
    /// <summary>Reads the body. The caller disposes of the document.</summary>
    public static async Task<JsonDocument> ReadAsync(Exchange exchange)
    {
        if (exchange.Request.ContentType?.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw V1Error.UnsupportedMediaType("Send the header Content-Type: application/json");
        }

        try
        {
            return await JsonDocument.ParseAsync(exchange.Request.Body, default, exchange.Aborted).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw V1Error.BadRequest("The request body is no JSON: " + error.Message);
        }
    }

    /// <summary>Reads a text; null when it is absent.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
