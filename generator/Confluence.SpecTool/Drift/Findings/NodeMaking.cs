using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>Makes JSON that stands in no file.</summary>
internal static class NodeMaking
{
    private static readonly JsonSource s_nowhere = new("", "");

    public static JsonObject Object(params IEnumerable<(string Name, JsonNode Value)> members) =>
        new(s_nowhere, 0, 0, [.. members.Select(member => new JsonMember(member.Name, 0, member.Value))]);

    public static JsonArray Array(params IEnumerable<JsonNode> items) => new(s_nowhere, 0, 0, [.. items]);

    public static JsonString Text(string value) => new(s_nowhere, 0, 0, value);

    public static JsonBoolean True() => new(s_nowhere, 0, 0, true);
}
