using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares two documents: each change once.</summary>
internal sealed class DocumentComparer(WireDocument before, WireDocument after)
{
    private readonly List<Finding> _findings = [];
    private readonly SchemaWalk _walk = new(before, after);

    public IReadOnlyList<Finding> Compare()
    {
        CompareRoot();
        _findings.AddRange(SecuritySchemes.Compare(before, after));
        var operations = new OperationComparer(before, after, _walk);
        HashSet<string> left = [.. after.Operations.Keys];
        foreach (WireOperation old in before.Operations.Values)
        {
            if (FindAgain(old, left) is { } now)
            {
                left.Remove(now.Key);
                operations.Compare(old, now);
            }
            else
            {
                _findings.Add(Whole("operation-removed", old, before, $"{old.Key} ({old.Id}) is gone"));
            }
        }

        foreach (string key in left)
        {
            _findings.Add(Whole("operation-added", after.Operations[key], after, $"{key} ({after.Operations[key].Id}) is new"));
        }

        CompareUnused();
        CompareSchemas();
        return [.. _findings, .. operations.Findings, .. _walk.Findings];
    }

    /// <summary>The operation in the new document: of the same method and path, whatever the path calls its parameters, or of the same id where neither document has both.</summary>
    private WireOperation? FindAgain(WireOperation old, HashSet<string> left)
    {
        if (after.Operations.TryGetValue(old.Key, out WireOperation? same))
        {
            return same;
        }

        IEnumerable<WireOperation> come = after.Operations.Values.Where(now => left.Contains(now.Key) && !before.Operations.ContainsKey(now.Key));
        return come.FirstOrDefault(now => now.Shape == old.Shape)
            ?? come.FirstOrDefault(now => now.Id is { } id && id == old.Id && !before.Operations.Values.Any(other => other.Shape == now.Shape));
    }

    private static Finding Whole(string rule, WireOperation operation, WireDocument document, string text)
    {
        string? pointer = document.PointerOf(operation.Node);
        bool isNew = rule == "operation-added";
        var finding = new Finding(RuleTable.Of(rule), new DiffPlace(operation.Key) { Operation = operation.Key }, text, isNew ? null : operation.Id, isNew ? operation.Id : null)
        {
            Pointers = isNew ? (null, pointer) : (pointer, null),
        };
        finding.Operations.Add(operation.Key);
        if (document.Surface.NameOf(operation.Key) is { } name)
        {
            finding.Keys.Add(SurfaceKey.Operation(name));
            finding.Keys.Add(SurfaceKey.Type(document.Surface.Operations[name].Client.Name));
            finding.Types.UnionWith(document.Surface.TypesOf(name));
        }

        return finding;
    }

    private void CompareRoot()
    {
        Add("document-version-changed", "/info/version", "the version of the document", before.Root.Child("info")?.Text("version"), after.Root.Child("info")?.Text("version"));
        Add("server-changed", "/servers", "the servers", before.Root["servers"].Compact(), after.Root["servers"].Compact());
        Add("tag-list-changed", "/tags", "the list of tags", before.Root["tags"].Compact(), after.Root["tags"].Compact());
        Add("keyword-changed", "/security", "'security' of the document", before.Root["security"].Compact(), after.Root["security"].Compact());
    }

    private void Add(string rule, string pointer, string what, string? old, string? now)
    {
        if (old != now)
        {
            _findings.Add(new Finding(RuleTable.Of(rule), new DiffPlace("document"), $"{what} changed", old, now) { Pointers = (pointer, pointer) });
        }
    }

    /// <summary>Schemas that no operation leads to are compared all the same: overlays and links may use them.</summary>
    private void CompareUnused()
    {
        foreach ((string name, JsonObject old) in before.Root.Child("components")?.Child("schemas").Children() ?? [])
        {
            if (after.Component("schemas", name) is { } now)
            {
                _walk.Meet(old, now, new DiffPlace(name) { Schema = name });
            }
        }
    }

    private void CompareSchemas()
    {
        HashSet<string> old = NamesOf(before);
        HashSet<string> now = NamesOf(after);
        foreach (string name in now.Except(old).Where(name => !_walk.IsRenamed(name)))
        {
            _findings.Add(Schema("schema-added", name, after, $"the schema {name} is new", null, name));
        }

        foreach (string name in old.Except(now).Where(name => !_walk.IsRenamed(name)))
        {
            _findings.Add(Schema("schema-removed", name, before, $"the schema {name} is gone", name, null));
        }
    }

    private static Finding Schema(string rule, string name, WireDocument document, string text, string? old, string? now)
    {
        string pointer = $"/components/schemas/{WireDocument.Escape(name)}";
        var finding = new Finding(RuleTable.Of(rule), new DiffPlace(name) { Schema = name }, text, old, now) { Pointers = now is null ? (pointer, null) : (null, pointer) };
        finding.Operations.UnionWith(document.UsersOf(name));
        if (document.Surface.TypeOf(name) is { } type)
        {
            finding.Keys.Add(SurfaceKey.Type(type));
            finding.Types.Add(type);
        }

        return finding;
    }

    private static HashSet<string> NamesOf(WireDocument document) => [.. (document.Root.Child("components")?.Child("schemas").Children() ?? []).Select(schema => schema.Name)];
}
