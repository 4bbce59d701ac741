using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares schemas that are one of several shapes.</summary>
internal sealed class SchemaChoices(WireDocument before, WireDocument after)
{
    /// <summary>Compares the shapes.</summary>
    /// <returns>Whether one shape became several, or several one.</returns>
    public bool Compare(SchemaComparer comparer, SchemaPair pair)
    {
        List<JsonObject> old = ShapesOf(pair.Before);
        List<JsonObject> now = ShapesOf(pair.After);
        if (old.Count == 0 && now.Count > 0)
        {
            // The shape that stood here may be one of the new ones.
            bool isKept = now.Exists(shape => after.Resolve(shape).Node.Compact() == pair.Before.Compact());
            pair.Add(comparer.Find(pair, "became-alternatives", $"{pair.Place.Text} is one of {now.Count} shapes now{(isKept ? ", and what it was is one of them" : "")}", null, Names(after, now)));
        }
        else if (old.Count > 0 && now.Count == 0)
        {
            pair.Add(comparer.Find(pair, "became-single", $"{pair.Place.Text} was one of {old.Count} shapes and is one shape now", Names(before, old), null));
        }
        else
        {
            Match(comparer, pair, old, now);
        }

        CompareDiscriminator(comparer, pair);
        return old.Count == 0 != (now.Count == 0);
    }

    private void Match(SchemaComparer comparer, SchemaPair pair, List<JsonObject> old, List<JsonObject> now)
    {
        List<int> gone = [.. Enumerable.Range(0, old.Count)];
        List<int> come = [.. Enumerable.Range(0, now.Count)];
        Take(pair, old, now, gone, come, (one, other) => before.Resolve(one).Name is { } name && name == after.Resolve(other).Name);
        Take(pair, old, now, gone, come, (one, other) => one.Compact() == other.Compact());
        if (gone.Count == 1 && come.Count == 1)
        {
            Take(pair, old, now, gone, come, (_, _) => true);
        }

        foreach (int index in come)
        {
            pair.Add(comparer.Find(pair, "alternative-added", $"{pair.Place.Text} may be {NameOf(after, now[index])} too", null, NameOf(after, now[index])));
        }

        foreach (int index in gone)
        {
            pair.Add(comparer.Find(pair, "alternative-removed", $"{pair.Place.Text} may not be {NameOf(before, old[index])} any more", NameOf(before, old[index]), null));
        }
    }

    private static void Take(SchemaPair pair, List<JsonObject> old, List<JsonObject> now, List<int> gone, List<int> come, Func<JsonObject, JsonObject, bool> isSame)
    {
        foreach (int index in gone.ToArray())
        {
            int at = come.FindIndex(other => isSame(old[index], now[other]));
            if (at >= 0)
            {
                pair.Edges.Add(new SchemaEdge(old[index], now[come[at]], FormattableString.Invariant($"|{come[at] + 1}"), EdgeKind.Case, OldIndex: index, NewIndex: come[at]));
                gone.Remove(index);
                come.RemoveAt(at);
            }
        }
    }

    private static void CompareDiscriminator(SchemaComparer comparer, SchemaPair pair)
    {
        string? old = pair.Before["discriminator"].Compact();
        string? now = pair.After["discriminator"].Compact();
        if (old != now)
        {
            string rule = old is null ? "discriminator-added" : now is null ? "discriminator-removed" : "discriminator-changed";
            pair.Add(comparer.Find(pair, rule, $"the discriminator of {pair.Place.Text} was {old ?? "not stated"} and is {now ?? "not stated"} now", old, now, "discriminator"));
        }
    }

    private static List<JsonObject> ShapesOf(JsonObject schema) => [.. schema.Items("oneOf").Concat(schema.Items("anyOf")).OfType<JsonObject>()];

    private static string Names(WireDocument document, List<JsonObject> shapes) => string.Join(" | ", shapes.Select(shape => NameOf(document, shape)));

    private static string NameOf(WireDocument document, JsonObject shape) => document.Resolve(shape).Name ?? shape.Compact() ?? "";
}
