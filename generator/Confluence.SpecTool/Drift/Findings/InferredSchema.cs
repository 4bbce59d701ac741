using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Walk;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>The schema that fits all values that were seen, and says no more than they show.</summary>
internal static class InferredSchema
{
    public static JsonObject Of(IReadOnlyCollection<JsonNode> values)
    {
        JsonNode[] present = [.. values.Where(value => value is not JsonNull)];
        List<(string, JsonNode)> members = Describe(present);
        if (members.Count > 0 && present.Length < values.Count)
        {
            members.Add(("nullable", NodeMaking.True()));
        }

        return NodeMaking.Object(members);
    }

    /// <summary>The schema of values of one kind; nothing, which takes any value, for those of several.</summary>
    private static List<(string, JsonNode)> Describe(JsonNode[] values)
    {
        string[] kinds = [.. values.Select(JsonKind.Of).Distinct()];
        return kinds switch
        {
            [JsonKind.Text] => values.All(value => TextForm.IsTime(((JsonString)value).Value)) ? Typed(JsonKind.Text, "date-time") : Typed(JsonKind.Text),
            [JsonKind.Integer] => Typed(JsonKind.Integer, "int64"),
            [JsonKind.Truth] => Typed(JsonKind.Truth),
            [JsonKind.Array] => [.. Typed(JsonKind.Array), ("items", Of([.. values.SelectMany(value => ((JsonArray)value).Items)]))],
            [JsonKind.Object] => [.. Typed(JsonKind.Object), .. Members([.. values.SelectMany(value => ((JsonObject)value).Members)])],
            _ when kinds.Length > 0 && kinds.All(kind => kind is JsonKind.Integer or JsonKind.Number) => Typed(JsonKind.Number, "double"),
            _ => [],
        };
    }

    private static IEnumerable<(string, JsonNode)> Members(JsonMember[] members)
    {
        if (members.Length == 0)
        {
            return [];
        }

        return members.All(member => MemberName.IsWord(member.Name))
            ? [("properties", NodeMaking.Object(members.GroupBy(member => member.Name, StringComparer.Ordinal).Select(group => (group.Key, (JsonNode)Of([.. group.Select(member => member.Value)])))))]
            : [("additionalProperties", Of([.. members.Select(member => member.Value)]))];
    }

    private static List<(string, JsonNode)> Typed(string type, string? format = null) =>
        format is null ? [("type", NodeMaking.Text(type))] : [("type", NodeMaking.Text(type)), ("format", NodeMaking.Text(format))];
}
