using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>
/// Compares schemas of which one at least is made of parts (<c>allOf</c>). Parts of one name are compared as that schema; members of the others
/// are compared with all members of the other side, so that a part which only moves members changes nothing.
/// </summary>
internal sealed class SchemaParts(WireDocument before, WireDocument after)
{
    private readonly SchemaMembers _members = new(before, after);

    /// <summary>The names of the parts that are references.</summary>
    public static IEnumerable<string?> Names(JsonObject schema) => schema.Items("allOf").OfType<JsonObject>().Select(part => part.Text("$ref")?.Split('/')[^1]);

    public void Compare(SchemaComparer comparer, SchemaPair pair, string? oldName, string? newName)
    {
        bool was = pair.Before["allOf"] is not null;
        bool now = pair.After["allOf"] is not null;
        if (was != now)
        {
            pair.Add(comparer.Find(pair, now ? "parts-joined" : "parts-dissolved", $"{pair.Place.Text} {(now ? "is made of parts (allOf)" : "is not made of parts (allOf) any more")}", was ? "allOf" : null, now ? "allOf" : null, "allOf"));
        }

        List<(string? Name, JsonObject Use)> oldParts = PartsOf(before, oldName, pair.Before);
        List<(string? Name, JsonObject Use)> newParts = PartsOf(after, newName, pair.After);
        foreach ((string? name, JsonObject part) in oldParts.ToArray())
        {
            int at = newParts.FindIndex(other => name is not null && other.Name == name);
            if (at >= 0)
            {
                pair.Edges.Add(new SchemaEdge(part, newParts[at].Use, "", EdgeKind.Part));
                oldParts.Remove((name, part));
                newParts.RemoveAt(at);
            }
        }

        CompareRest(comparer, pair, oldParts, newParts);
    }

    private void CompareRest(SchemaComparer comparer, SchemaPair pair, List<(string? Name, JsonObject Use)> oldParts, List<(string? Name, JsonObject Use)> newParts)
    {
        (Dictionary<string, JsonObject> allOld, HashSet<string> allOldRequired) = Flatten(before, pair.Before);
        (Dictionary<string, JsonObject> allNew, HashSet<string> allNewRequired) = Flatten(after, pair.After);
        Dictionary<string, JsonObject> old = [];
        Dictionary<string, JsonObject> now = [];
        foreach ((_, JsonObject part) in oldParts)
        {
            Add(old, Flatten(before, part).Properties);
        }

        foreach ((_, JsonObject part) in newParts)
        {
            Add(now, Flatten(after, part).Properties);
        }

        // What one side has in a part of its own, the other may have in a part that both have.
        foreach (string name in old.Keys.Where(name => !now.ContainsKey(name) && allNew.ContainsKey(name)).ToArray())
        {
            now[name] = allNew[name];
        }

        foreach (string name in now.Keys.Where(name => !old.ContainsKey(name) && allOld.ContainsKey(name)).ToArray())
        {
            old[name] = allOld[name];
        }

        _members.CompareProperties(comparer, pair, old, now, allOldRequired, allNewRequired);
    }

    /// <summary>All members, whichever part has them, and those that must be there.</summary>
    private static (Dictionary<string, JsonObject> Properties, HashSet<string> Required) Flatten(WireDocument document, JsonObject use)
    {
        var properties = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        Visit(use, []);
        return (properties, required);

        void Visit(JsonObject part, HashSet<JsonObject> above)
        {
            JsonObject node = document.Resolve(part).Node;
            if (!above.Add(node))
            {
                return;
            }

            Add(properties, SchemaMembers.PropertiesOf(node));
            required.UnionWith(node.Texts("required"));
            foreach (JsonObject inner in node.Items("allOf").OfType<JsonObject>())
            {
                Visit(inner, above);
            }
        }
    }

    private static void Add(Dictionary<string, JsonObject> all, Dictionary<string, JsonObject> more)
    {
        foreach ((string name, JsonObject schema) in more)
        {
            all[name] = schema;
        }
    }

    /// <summary>The parts: those of <c>allOf</c> and what stands beside it, or the schema itself where it has none.</summary>
    private static List<(string? Name, JsonObject Use)> PartsOf(WireDocument document, string? name, JsonObject schema)
    {
        if (schema["allOf"] is null)
        {
            return [(name, name is null ? schema : Reference(schema, name))];
        }

        List<(string? Name, JsonObject Use)> parts = [.. schema.Items("allOf").OfType<JsonObject>().Select(part => (document.Resolve(part).Name, part))];
        if (schema["properties"] is not null)
        {
            parts.Add((null, new JsonObject(schema.Source, schema.Start, schema.Length, [.. schema.Members.Where(member => member.Name != "allOf")])));
        }

        return parts;
    }

    /// <summary>The use of a named schema, which leads to it as its other uses do.</summary>
    private static JsonObject Reference(JsonObject schema, string name)
    {
        var pointer = new JsonString(schema.Source, schema.Start, schema.Length, $"#/components/schemas/{WireDocument.Escape(name)}");
        return new JsonObject(schema.Source, schema.Start, schema.Length, [new JsonMember("$ref", schema.Start, pointer)]);
    }
}
