using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>A schema of the old document and what stands in its place in the new one. It is compared once, however many operations lead to it.</summary>
internal sealed class SchemaPair(JsonObject before, JsonObject after, DiffPlace place)
{
    private readonly HashSet<string> _edgeKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly List<(Finding Finding, Anchor Anchor)> _findings = [];

    /// <summary>What of the pair a change is about.</summary>
    /// <param name="Member">A member of it.</param>
    /// <param name="Value">A value of its enum.</param>
    /// <param name="FormerMember">What the member was called.</param>
    internal readonly record struct Anchor(string? Member = null, string? Value = null, string? FormerMember = null);

    public JsonObject Before { get; } = before;

    public JsonObject After { get; } = after;

    public DiffPlace Place { get; } = place;

    /// <summary>Gets the pairs below it.</summary>
    public List<SchemaEdge> Edges { get; } = [];

    /// <summary>Gets the names of the C# types that hold it.</summary>
    public IReadOnlyCollection<string> Types => _types;

    public IEnumerable<Finding> Findings => _findings.Select(entry => entry.Finding);

    public void Add(Finding finding, Anchor anchor = default) => _findings.Add((finding, anchor));

    /// <summary>Notes a way that leads here.</summary>
    public void Meet(SchemaVisit visit)
    {
        _edgeKeys.UnionWith(visit.Keys);
        _types.UnionWith(visit.Old.Names);
        _types.UnionWith(visit.New.Names);
        foreach ((Finding finding, _) in _findings)
        {
            finding.Operations.Add(visit.Operation);
            finding.Ways |= visit.Way;
        }
    }

    /// <summary>Tells the changes which C# elements change with them, once all ways are known.</summary>
    public void Settle()
    {
        foreach ((Finding finding, Anchor anchor) in _findings)
        {
            finding.Types.UnionWith(_types);
            finding.Keys.UnionWith(
                anchor.Member is { } member ? _types.SelectMany(type => new[] { member, anchor.FormerMember ?? member }.Select(name => SurfaceKey.Member(type, name)))
                : anchor.Value is { } value ? _types.Select(type => SurfaceKey.Value(type, value))
                : _edgeKeys.Concat(_types.Select(SurfaceKey.Type)));
        }
    }
}

/// <summary>A step from a pair to one below it.</summary>
/// <param name="Old">The use in the old schema.</param>
/// <param name="New">The use in the new schema.</param>
/// <param name="Step">What is appended to the place.</param>
/// <param name="Member">The name of a property; null of another step.</param>
/// <param name="Kind">What kind of step it is.</param>
/// <param name="OldIndex">Of a shape among several: which one it was.</param>
/// <param name="NewIndex">Of a shape among several: which one it is.</param>
internal sealed record SchemaEdge(JsonObject Old, JsonObject New, string Step, EdgeKind Kind, string? Member = null, int OldIndex = 0, int NewIndex = 0);

internal enum EdgeKind
{
    Property,
    Item,
    Case,
    Part,
}

/// <summary>A way on which a schema is met.</summary>
/// <param name="Operation">The operation, by method and path.</param>
/// <param name="Way">Where the value travels.</param>
/// <param name="Place">Where it stands, if it has no name.</param>
/// <param name="Old">What holds it in the old C#.</param>
/// <param name="New">What holds it in the new C#.</param>
/// <param name="Keys">The C# elements that are of its type.</param>
internal sealed record SchemaVisit(string Operation, Ways Way, DiffPlace Place, Held Old, Held New, IReadOnlyList<string> Keys);
