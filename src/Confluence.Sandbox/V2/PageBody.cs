using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Reads the body that a caller writes, in both forms that the API takes.</summary>
internal static class PageBody
{
    /// <summary>Reads <c>{"representation":…,"value":…}</c> or <c>{"storage":{"representation":…,"value":…}}</c>; null when there is no body.</summary>
    public static StoredBody? Read(JsonElement root)
    {
        if (!root.TryGetProperty("body", out JsonElement body) || body.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            throw V2Error.InvalidBody("'body' must be an object");
        }

        foreach (string representation in Representations.Writable)
        {
            if (body.TryGetProperty(representation, out JsonElement nested) && nested.ValueKind == JsonValueKind.Object)
            {
                return Flat(nested, representation);
            }
        }

        return Flat(body, null);
    }

    private static StoredBody Flat(JsonElement body, string? otherwise)
    {
        string representation = JsonRequest.OptionalText(body, "representation") ?? otherwise
            ?? throw V2Error.InvalidBody("'body.representation' is required");
        if (!Representations.Writable.Contains(representation))
        {
            throw V2Error.InvalidBody("'body.representation' must be one of " + string.Join(", ", Representations.Writable));
        }

        string value = JsonRequest.OptionalText(body, "value") ?? throw V2Error.InvalidBody("'body.value' is required");
        if (representation == Representations.AtlasDocFormat)
        {
            RequireJsonObject(value);
        }

        return new StoredBody(representation, value);
    }

    private static void RequireJsonObject(string value)
    {
        bool isObject;
        try
        {
            using JsonDocument document = JsonDocument.Parse(value);
            isObject = document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            isObject = false;
        }

        if (!isObject)
        {
            throw V2Error.InvalidBody("'body.value' must be a JSON object in a string when the representation is atlas_doc_format");
        }
    }
}
