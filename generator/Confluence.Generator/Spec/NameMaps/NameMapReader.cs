using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.NameMaps;

/// <summary>Reads a name map. What is wrong with it is reported where it stands.</summary>
internal static class NameMapReader
{
    /// <summary>The root member that says what the file is.</summary>
    public const string Marker = "x-confluence-names";

    private static readonly HashSet<string> s_sections = new(StringComparer.Ordinal) { Marker, "operations", "groups", "schemas", "inline", "members", "values" };

    /// <summary>The map and the API that it is for; null when it can't be read.</summary>
    public static (string Api, NameMap Map)? Read(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        if (root[Marker] is not JsonObject mark || mark["api"] is not JsonString api || !SpecSource.Apis.Contains(api.Value) || mark["formatVersion"] is not JsonNumber { Text: "1" })
        {
            diagnostics.Add(Malformed(root[Marker] ?? root, "The name map does not say which API it is for: its first member must be \"x-confluence-names\": {\"api\": \"v2\", \"formatVersion\": 1}."));
            return null;
        }

        foreach (JsonMember member in root.Members)
        {
            if (!s_sections.Contains(member.Name))
            {
                diagnostics.Add(Malformed(member.Value, $"A name map has no section '{member.Name}'; it has operations, groups, schemas, inline, members and values."));
            }
        }

        var map = new NameMap(
            Strings(root["operations"], diagnostics),
            Strings(root["groups"], diagnostics),
            Types(root["schemas"], diagnostics),
            Types(root["inline"], diagnostics),
            Nested(root["members"], diagnostics),
            Nested(root["values"], diagnostics));
        return diagnostics.Count == before ? (api.Value, map) : null;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Nested(JsonNode? node, List<SpecDiagnostic> diagnostics)
    {
        var result = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (JsonMember member in Members(node, diagnostics))
        {
            result[member.Name] = Strings(member.Value, diagnostics);
        }

        return result;
    }

    private static Dictionary<string, NamedType> Types(JsonNode? node, List<SpecDiagnostic> diagnostics)
    {
        var result = new Dictionary<string, NamedType>(StringComparer.Ordinal);
        foreach (JsonMember member in Members(node, diagnostics))
        {
            if (member.Value is JsonObject { Members.Count: 2 } type && type["name"] is JsonString name && type["at"] is JsonString place)
            {
                result[member.Name] = new NamedType(name.Value, Place.Kept(place.Value));
            }
            else
            {
                diagnostics.Add(Malformed(member.Value, $"The entry '{member.Name}' must be an object of two texts: name, the C# type, and at, the place of its first use."));
            }
        }

        return result;
    }

    private static Dictionary<string, string> Strings(JsonNode? node, List<SpecDiagnostic> diagnostics)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonMember member in Members(node, diagnostics))
        {
            if (member.Value is JsonString name)
            {
                result[member.Name] = name.Value;
            }
            else
            {
                diagnostics.Add(Malformed(member.Value, $"The name of '{member.Name}' must be a text."));
            }
        }

        return result;
    }

    private static IReadOnlyList<JsonMember> Members(JsonNode? node, List<SpecDiagnostic> diagnostics)
    {
        if (node is JsonObject section)
        {
            return section.Members;
        }

        if (node is not null)
        {
            diagnostics.Add(Malformed(node, "This part of a name map must be an object."));
        }

        return [];
    }

    private static SpecDiagnostic Malformed(JsonNode node, string message) =>
        SpecDiagnostic.At(node, SpecDiagnosticId.MalformedNameMap, message + " The tool writes it: dotnet run --project generator/Confluence.SpecTool -- names --as v2");
}
