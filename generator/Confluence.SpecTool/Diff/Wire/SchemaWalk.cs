using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Follows the schemas of both documents side by side, from each operation, and compares each pair once.</summary>
internal sealed class SchemaWalk(WireDocument before, WireDocument after)
{
    private readonly Dictionary<(JsonObject, JsonObject), SchemaPair> _pairs = [];
    private readonly HashSet<(SchemaPair, string, Ways)> _visited = [];
    private readonly HashSet<string> _renamed = new(StringComparer.Ordinal);
    private readonly SchemaComparer _comparer = new(before, after);

    /// <summary>Gets what was compared; complete when all operations have been visited.</summary>
    public IReadOnlyCollection<SchemaPair> Pairs => _pairs.Values;

    /// <summary>Gets the changes; complete when all operations have been visited.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            foreach (SchemaPair pair in _pairs.Values)
            {
                pair.Settle();
            }

            return _pairs.Values.SelectMany(pair => pair.Findings);
        }
    }

    public void Visit(JsonObject oldUse, JsonObject newUse, SchemaVisit visit)
    {
        SchemaPair pair = GetPair(oldUse, newUse, visit.Place);

        // Each way is followed to the end once; a schema may hold itself.
        if (!_visited.Add((pair, visit.Operation, visit.Way)))
        {
            return;
        }

        pair.Meet(visit);
        foreach (SchemaEdge edge in pair.Edges)
        {
            Visit(edge.Old, edge.New, Follow(pair, edge, visit));
        }
    }

    /// <summary>Compares two schemas of one name that no operation may lead to, and what is below them.</summary>
    public void Meet(JsonObject old, JsonObject now, DiffPlace place)
    {
        if (!_pairs.ContainsKey((before.Resolve(old).Node, after.Resolve(now).Node)))
        {
            Meet(GetPair(old, now, place));
        }
    }

    /// <summary>Whether a schema of either document only has another name in the other one.</summary>
    public bool IsRenamed(string name) => _renamed.Contains(name);

    private void Meet(SchemaPair pair)
    {
        foreach (SchemaEdge edge in pair.Edges)
        {
            if (!_pairs.ContainsKey((before.Resolve(edge.Old).Node, after.Resolve(edge.New).Node)))
            {
                Meet(GetPair(edge.Old, edge.New, pair.Place with { Text = pair.Place.Text + edge.Step }));
            }
        }
    }

    private SchemaPair GetPair(JsonObject oldUse, JsonObject newUse, DiffPlace inline)
    {
        (string? oldName, JsonObject old) = before.Resolve(oldUse);
        (string? newName, JsonObject now) = after.Resolve(newUse);
        if (_pairs.TryGetValue((old, now), out SchemaPair? known))
        {
            return known;
        }

        bool isRenamed = oldName is not null && newName is not null && oldName != newName
            && after.Component("schemas", oldName) is null && before.Component("schemas", newName) is null;
        if (isRenamed)
        {
            _renamed.UnionWith([oldName!, newName!]); // Both are there, as was just asked.
        }

        DiffPlace place = newName is not null && (newName == oldName || isRenamed) ? new DiffPlace(newName) { Schema = newName } : inline;
        var pair = new SchemaPair(old, now, place);
        _pairs.Add((old, now), pair);
        _comparer.Compare(pair, oldName, newName, isRenamed);
        return pair;
    }

    private SchemaVisit Follow(SchemaPair pair, SchemaEdge edge, SchemaVisit visit)
    {
        DiffPlace place = pair.Place with { Text = pair.Place.Text + edge.Step };
        return edge.Kind switch
        {
            EdgeKind.Property => visit with
            {
                Place = place,
                Old = visit.Old.Property(before.Surface, edge.Member ?? ""),
                New = visit.New.Property(after.Surface, edge.Member ?? ""),
                Keys = [.. visit.Old.Names.Concat(visit.New.Names).Distinct().Select(type => SurfaceKey.Member(type, edge.Member ?? ""))],
            },
            EdgeKind.Item => visit with { Place = place, Old = visit.Old.Item(), New = visit.New.Item() },
            EdgeKind.Case => visit with
            {
                Place = place,
                Old = visit.Old.Case(before.Surface, edge.OldIndex),
                New = visit.New.Case(after.Surface, edge.NewIndex),
                Keys = [.. visit.Old.Names.Concat(visit.New.Names).Distinct().Select(SurfaceKey.Type)],
            },
            _ => visit with { Place = place },
        };
    }
}
