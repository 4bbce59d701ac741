using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>
/// Reads a member by its name on the wire, whether the document of the day knows it or not. It writes the whole model to find it, so it is for members that are rarely
/// asked for and that not every revision has.
/// </summary>
internal static class JsonMember
{
    /// <summary>The text of a member; null when it is not there or is something else.</summary>
    public static string? Text<T>(T model, string name)
        where T : IJsonModel<T>
    {
        using JsonDocument document = JsonDocument.Parse(JsonOutput.Utf8(model, JsonItem.Model));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }
}
