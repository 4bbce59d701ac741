using Confluence.Generator.Model;
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
        // What is about few elements says more of each than what is about many; and of two places, the schema that has a name is the one to tell.
        ILookup<string, Finding> byKey = findings.OrderBy(finding => finding.Keys.Count).ThenBy(finding => finding.Place.Schema is null)
            .SelectMany(finding => finding.Keys.Select(key => (key, finding))).ToLookup(entry => entry.key, entry => entry.finding, StringComparer.Ordinal);
        foreach (SurfaceChange change in changes)
        {
            if (byKey[change.Key].FirstOrDefault(finding => Affinity.Explains(finding.Rule, change.Rule)) is { } finding)
            {
                Add(finding, change);
            }
            else
            {
                Left.Add(change);
            }
        }

        JoinInterfaces(findings);
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

        return index.Options.TryGetValue(parts[0], out OptionsModel? options) ? options.Options.SelectMany(option => SurfaceIndex.Names(option.Type)) : index.TypesIn(parts[0]);
    }

    /// <summary>A member of an interface comes and goes with that of a class that has the interface.</summary>
    private void JoinInterfaces(IReadOnlyList<Finding> findings)
    {
        foreach (SurfaceChange change in Left.Where(change => change.Rule.Id.StartsWith("cs-interface-member-", StringComparison.Ordinal)).ToArray())
        {
            string[] parts = change.Name.Split('.');
            Finding? cause = findings.FirstOrDefault(finding => Of(finding).Any(effect => effect.Name.EndsWith("." + parts[1], StringComparison.Ordinal) && Implements(effect.Name.Split('.')[0], parts[0])));
            if (cause is not null)
            {
                Add(cause, change);
                Left.Remove(change);
            }
        }
    }

    private bool Implements(string type, string name) => new[] { before, after }.Any(index => index.Types.GetValueOrDefault(type) is ClassModel && Above(index, type).Contains(name));

    /// <summary>The interfaces of a type, and those that they extend.</summary>
    private static HashSet<string> Above(SurfaceIndex index, string type)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([type]);
        while (next.TryDequeue(out string? name))
        {
            IEnumerable<TypeRef> interfaces = index.Types.GetValueOrDefault(name) switch
            {
                ClassModel model => model.Interfaces,
                InterfaceModel model => model.Bases,
                _ => [],
            };
            foreach (TypeRef one in interfaces.Where(one => all.Add(one.Name)))
            {
                next.Enqueue(one.Name);
            }
        }

        return all;
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
