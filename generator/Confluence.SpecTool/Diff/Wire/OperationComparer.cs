using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares an operation with what it became: itself, its parameters, its body and its answers.</summary>
internal sealed class OperationComparer(WireDocument before, WireDocument after, SchemaWalk walk)
{
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "operationId", "tags", "deprecated", "parameters", "requestBody", "responses", "security",
        "x-experimental", "x-atlassian-oauth2-scopes", "x-atlassian-connect-scope", "x-atlassian-data-security-policy",
    };

    private readonly BodyComparer _bodies = new(before, after, walk);
    private readonly ResponseComparer _responses = new(before, after, walk);
    private readonly List<Finding> _findings = [];

    public IEnumerable<Finding> Findings => [.. _findings, .. _bodies.Findings, .. _responses.Findings];

    public void Compare(WireOperation old, WireOperation now)
    {
        var pair = new OperationPair(old, now, before, after);
        CompareSelf(pair);
        _findings.AddRange(ScopeComparer.Compare(pair));
        _findings.AddRange(SecurityComparer.Compare(pair));
        _findings.AddRange(new ParameterComparer(walk).Compare(pair));
        _bodies.Compare(pair);
        _responses.Compare(pair);
    }

    private void CompareSelf(OperationPair pair)
    {
        (WireOperation old, WireOperation now) = (pair.Old, pair.New);
        if (old.Shape != now.Shape)
        {
            _findings.Add(pair.Find("operation-moved", $"{old.Id} stands at {now.Key} now, not at {old.Key}", old.Key, now.Key));
        }
        else if (old.Path != now.Path)
        {
            Finding finding = pair.Find("path-parameter-renamed", $"{old.Key} is written {now.Path} now", old.Path, now.Path);
            finding.Keys.UnionWith(pair.Names.SelectMany(name => now.PathNames.Select(parameter => SurfaceKey.Parameter(name, parameter))));
            _findings.Add(finding);
        }

        if (old.Id != now.Id)
        {
            _findings.Add(pair.Find("operation-id-changed", $"{now.Key} was called {old.Id} and is called {now.Id} now", old.Id, now.Id, "operationId"));
        }

        string oldTags = string.Join(", ", old.Node.Texts("tags"));
        string newTags = string.Join(", ", now.Node.Texts("tags"));
        if (oldTags != newTags)
        {
            Finding finding = pair.Find("operation-tags-changed", $"{now.Key} was tagged {oldTags} and is tagged {newTags} now", oldTags, newTags, "tags");
            finding.Keys.UnionWith(pair.Names.SelectMany(name => new[] { before, after }.Select(document => document.Surface.Operations.GetValueOrDefault(name).Client?.Name)).OfType<string>().Select(SurfaceKey.Type));
            _findings.Add(finding);
        }

        Flag(pair, "deprecated", "operation-deprecated", "operation-revived", "is deprecated", "is not deprecated any more");
        Flag(pair, "x-experimental", "experimental-flag-added", "experimental-flag-removed", "is experimental", "is not experimental any more");
        IEnumerable<string> others = old.Node.Members.Concat(now.Node.Members).Select(member => member.Name).Distinct().Where(name => !s_known.Contains(name) && !name.StartsWith("x-cs-", StringComparison.Ordinal));
        foreach (string name in others)
        {
            if (old.Node[name].Compact() != now.Node[name].Compact())
            {
                _findings.Add(pair.Find("keyword-changed", $"'{name}' of {now.Key} changed", JsonFacts.Said(name, old.Node[name]), JsonFacts.Said(name, now.Node[name]), name));
            }
        }
    }

    private void Flag(OperationPair pair, string keyword, string set, string unset, string isSet, string isUnset)
    {
        bool old = pair.Old.Node.IsTrue(keyword);
        bool now = pair.New.Node.IsTrue(keyword);
        if (old != now)
        {
            _findings.Add(pair.Find(now ? set : unset, $"{pair.New.Key} {(now ? isSet : isUnset)}", old ? "true" : null, now ? "true" : null, keyword));
        }
    }
}

/// <summary>An operation and what it became, with its C# names.</summary>
internal sealed class OperationPair(WireOperation old, WireOperation now, WireDocument before, WireDocument after)
{
    public WireOperation Old { get; } = old;

    public WireOperation New { get; } = now;

    public WireDocument Before { get; } = before;

    public WireDocument After { get; } = after;

    /// <summary>Gets the C# names of the operation: one, unless a name got lost.</summary>
    public IReadOnlyList<string> Names { get; } = [.. new[] { before.Surface.NameOf(old.Key), after.Surface.NameOf(now.Key) }.OfType<string>().Distinct()];

    public DiffPlace Place { get; } = new(now.Key) { Operation = now.Key };

    /// <summary>A change of the operation.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="text">What happened.</param>
    /// <param name="previous">What stood there.</param>
    /// <param name="current">What stands there.</param>
    /// <param name="keyword">The member of the operation that says so; null for the operation as a whole.</param>
    public Finding Find(string rule, string text, string? previous, string? current, string? keyword = null) =>
        Find(rule, Place, text, previous, current, Pointer(Before, Old.Node, keyword), Pointer(After, New.Node, keyword), Names.Select(SurfaceKey.Operation));

    /// <summary>A change below the operation.</summary>
    public Finding Find(string rule, DiffPlace place, string text, string? previous, string? current, string? oldPointer, string? newPointer, IEnumerable<string> keys)
    {
        var finding = new Finding(RuleTable.Of(rule), place, text, previous, current) { Pointers = (oldPointer, newPointer) };
        finding.Operations.Add(New.Key);
        finding.Keys.UnionWith(keys);
        return finding;
    }

    /// <summary>How a schema of the operation is met.</summary>
    public SchemaVisit Visit(Ways way, DiffPlace place, Held oldHeld, Held newHeld, IEnumerable<string> keys) => new(New.Key, way, place, oldHeld, newHeld, [.. keys]);

    private static string? Pointer(WireDocument document, JsonNode node, string? keyword) =>
        document.PointerOf(node) is { } pointer ? keyword is null ? pointer : $"{pointer}/{keyword}" : null;
}
