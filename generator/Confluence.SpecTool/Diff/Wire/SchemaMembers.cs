using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares the members of objects and the items of lists.</summary>
internal sealed class SchemaMembers(WireDocument before, WireDocument after)
{
    public void Compare(SchemaComparer comparer, SchemaPair pair)
    {
        Dictionary<string, JsonObject> old = PropertiesOf(pair.Before);
        Dictionary<string, JsonObject> now = PropertiesOf(pair.After);
        CompareProperties(comparer, pair, old, now, [.. pair.Before.Texts("required")], [.. pair.After.Texts("required")]);
        if (pair.Before.Child("items") is { } oldItems && pair.After.Child("items") is { } newItems)
        {
            pair.Edges.Add(new SchemaEdge(oldItems, newItems, "[]", EdgeKind.Item));
        }

        CompareOthers(comparer, pair);
    }

    /// <summary>Compares properties by name. What differs in hyphens and capitals alone is known as the same thing.</summary>
    public void CompareProperties(
        SchemaComparer comparer, SchemaPair pair, Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> now, HashSet<string> oldRequired, HashSet<string> newRequired)
    {
        List<string> gone = [.. old.Keys.Where(name => !now.ContainsKey(name))];
        List<string> come = [.. now.Keys.Where(name => !old.ContainsKey(name))];
        foreach (string name in gone.ToArray())
        {
            if (come.Find(other => Plain(other) == Plain(name)) is { } respelled)
            {
                gone.Remove(name);
                come.Remove(respelled);
                pair.Add(Of(comparer, pair, "property-respelled", $"the member {name} of {pair.Place.Text} is spelled {respelled} now", name, respelled, respelled), new SchemaPair.Anchor(Member: respelled, FormerMember: name));
                pair.Edges.Add(new SchemaEdge(old[name], now[respelled], "." + respelled, EdgeKind.Property, respelled));
            }
        }

        CompareRenamed(comparer, pair, old, now, gone, come);
        foreach (string name in come)
        {
            bool isTwin = now.Keys.Any(other => other != name && Plain(other) == Plain(name));
            string rule = isTwin ? "twin-added" : newRequired.Contains(name) ? "required-property-added" : "property-added";
            Add(comparer, pair, rule, $"{pair.Place.Text} has the member {name}{(isTwin ? ", beside one that differs in form alone" : "")}", null, name);
        }

        foreach (string name in gone)
        {
            bool isTwin = old.Keys.Any(other => other != name && Plain(other) == Plain(name));
            string rule = isTwin ? "twin-removed" : oldRequired.Contains(name) ? "required-property-removed" : "property-removed";
            Add(comparer, pair, rule, $"{pair.Place.Text} has the member {name} no more{(isTwin ? "; the one that differs in form alone is left" : "")}", name, null);
        }

        foreach (string name in old.Keys.Where(now.ContainsKey))
        {
            bool was = oldRequired.Contains(name);
            if (was != newRequired.Contains(name))
            {
                Finding finding = Of(comparer, pair, was ? "property-became-optional" : "property-became-required", $"the member {name} of {pair.Place.Text} {(was ? "may be missing" : "must be there")} now", was ? "required" : "optional", was ? "optional" : "required", name);
                pair.Add(finding, new SchemaPair.Anchor(Member: name));
            }

            pair.Edges.Add(new SchemaEdge(old[name], now[name], "." + name, EdgeKind.Property, name));
        }
    }

    /// <summary>Takes out the one member that went and the one that came, where they hold the same and one name ends with the other, such as displayName and name.</summary>
    private void CompareRenamed(SchemaComparer comparer, SchemaPair pair, Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> now, List<string> gone, List<string> come)
    {
        if (gone is not [string from] || come is not [string to] || old[from].Compact() != now[to].Compact() || !(from.EndsWith(to, StringComparison.OrdinalIgnoreCase) || to.EndsWith(from, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        gone.Clear();
        come.Clear();
        pair.Add(Of(comparer, pair, "property-renamed", $"the member {from} of {pair.Place.Text} seems to be called {to} now", from, to, to), new SchemaPair.Anchor(Member: to, FormerMember: from));
        pair.Edges.Add(new SchemaEdge(old[from], now[to], "." + to, EdgeKind.Property, to));
    }

    public static Dictionary<string, JsonObject> PropertiesOf(JsonObject schema) => schema.Child("properties").Children().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);

    private static void CompareOthers(SchemaComparer comparer, SchemaPair pair)
    {
        JsonNode? old = pair.Before["additionalProperties"];
        JsonNode? now = pair.After["additionalProperties"];
        if (old is JsonObject oldValue && now is JsonObject newValue)
        {
            pair.Edges.Add(new SchemaEdge(oldValue, newValue, "{}", EdgeKind.Item));
            return;
        }

        bool wasClosed = old is JsonBoolean { Value: false };
        bool isClosed = now is JsonBoolean { Value: false };
        if (wasClosed != isClosed)
        {
            pair.Add(comparer.Find(pair, isClosed ? "members-closed" : "members-opened", $"{pair.Place.Text} {(isClosed ? "may have listed members only" : "may have members beyond the listed ones")}", old.Compact(), now.Compact(), "additionalProperties"));
        }
        else if (old is JsonObject != now is JsonObject)
        {
            pair.Add(comparer.Find(pair, old is JsonObject ? "type-widened" : "type-narrowed", $"the members of {pair.Place.Text} beyond the listed ones were {old.Compact() ?? "anything"} and are {now.Compact() ?? "anything"} now", old.Compact(), now.Compact(), "additionalProperties"));
        }
    }

    private void Add(SchemaComparer comparer, SchemaPair pair, string rule, string text, string? old, string? now) =>
        pair.Add(Of(comparer, pair, rule, text, old, now, now ?? old ?? ""), new SchemaPair.Anchor(Member: now ?? old));

    private Finding Of(SchemaComparer comparer, SchemaPair pair, string rule, string text, string? old, string? now, string member)
    {
        Finding at = comparer.Find(pair, rule, text, old, now);
        var place = pair.Place with { Text = $"{pair.Place.Text}.{member}" };
        return new Finding(at.Rule, place, text, old, now) { Pointers = (PointerOf(before, pair.Before, member), PointerOf(after, pair.After, member)) };
    }

    private static string? PointerOf(WireDocument document, JsonObject schema, string member) =>
        schema.Child("properties")?[member] is { } property ? document.PointerOf(property) : null;

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
