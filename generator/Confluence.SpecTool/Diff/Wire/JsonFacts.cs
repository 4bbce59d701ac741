using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Reads members of nodes that the import has checked.</summary>
internal static class JsonFacts
{
    public static string? Text(this JsonObject node, string name) => node[name] switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        _ => null,
    };

    public static bool IsTrue(this JsonObject node, string name) => node[name] is JsonBoolean { Value: true };

    public static JsonObject? Child(this JsonObject node, string name) => node[name] as JsonObject;

    public static IReadOnlyList<JsonNode> Items(this JsonObject node, string name) => (node[name] as JsonArray)?.Items ?? [];

    public static IReadOnlyList<string> Texts(this JsonObject node, string name) => [.. node.Items(name).OfType<JsonString>().Select(text => text.Value)];

    /// <summary>The members that are objects, in the order of the document.</summary>
    public static IEnumerable<(string Name, JsonObject Value)> Children(this JsonObject? node) =>
        (node?.Members ?? []).Where(member => member.Value is JsonObject).Select(member => (member.Name, (JsonObject)member.Value));

    /// <summary>A member with its value, so that two of one place are told apart; null where there is none.</summary>
    public static string? Said(string name, JsonNode? value) => value is null ? null : $"{name} {JsonFormatter.Compact(value)}";

    /// <summary>A value as one line of JSON; null where there is none.</summary>
    public static string? Compact(this JsonNode? node) => node is null ? null : JsonFormatter.Compact(node);
}
