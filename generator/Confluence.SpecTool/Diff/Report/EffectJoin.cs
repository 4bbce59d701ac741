using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Wire;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>
/// Tells which changes of the C# come with which changes of the document, each with one: by the element, and of types that came or went, by what leads to them.
/// </summary>
internal sealed class EffectJoin(SurfaceIndex before, SurfaceIndex after)
{
    private readonly Dictionary<Finding, List<SurfaceChange>> _effects = [];

    /// <summary>Gets the changes of the C# that no change of the document explains: overlays or names changed.</summary>
    public List<SurfaceChange> Left { get; } = [];

    public IReadOnlyList<SurfaceChange> Of(Finding finding) => _effects.GetValueOrDefault(finding) ?? [];

    public void Join(IReadOnlyList<Finding> findings, IReadOnlyList<SurfaceChange> changes)
    {
        var byKey = new Dictionary<string, Finding>(StringComparer.Ordinal);

        // What is about few elements says more of each than what is about many.
        foreach (Finding finding in findings.OrderBy(finding => finding.Keys.Count))
        {
            foreach (string key in finding.Keys)
            {
                byKey.TryAdd(key, finding);
            }
        }

        foreach (SurfaceChange change in changes)
        {
            if (byKey.TryGetValue(change.Key, out Finding? finding))
            {
                Add(finding, change);
            }
            else
            {
                Left.Add(change);
            }
        }

        JoinTypes(findings, "cs-type-added", after, before);
        JoinTypes(findings, "cs-type-removed", before, after);
    }

    /// <summary>Types that exist in one of the two only go with the change that leads to them.</summary>
    private void JoinTypes(IReadOnlyList<Finding> findings, string rule, SurfaceIndex here, SurfaceIndex there)
    {
        Dictionary<string, SurfaceChange> open = Left.Where(change => change.Rule.Id == rule).ToDictionary(change => change.Name, StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var next = new Queue<string>(finding.Types.Concat(_effects.GetValueOrDefault(finding) is { } effects ? effects.SelectMany(effect => TypesOf(effect, here)) : []));
            while (next.TryDequeue(out string? type) && open.Count > 0)
            {
                if (!seen.Add(type) || there.Types.ContainsKey(type))
                {
                    continue;
                }

                if (open.Remove(type, out SurfaceChange? change))
                {
                    Add(finding, change);
                    Left.Remove(change);
                }

                foreach (string inner in here.TypesIn(type))
                {
                    next.Enqueue(inner);
                }
            }
        }
    }

    /// <summary>The types that a changed member or method leads to.</summary>
    private static IEnumerable<string> TypesOf(SurfaceChange change, SurfaceIndex index)
    {
        string[] parts = change.Name.Split('.');
        if (parts.Length == 2 && parts[1].EndsWith("Async", StringComparison.Ordinal) && index.Operations.ContainsKey(parts[1][..^"Async".Length]))
        {
            return index.TypesOf(parts[1][..^"Async".Length]);
        }

        return index.Types.ContainsKey(parts[0]) ? index.TypesIn(parts[0]) : [];
    }

    private void Add(Finding finding, SurfaceChange change)
    {
        if (!_effects.TryGetValue(finding, out List<SurfaceChange>? effects))
        {
            _effects.Add(finding, effects = []);
        }

        effects.Add(change);
    }
}
