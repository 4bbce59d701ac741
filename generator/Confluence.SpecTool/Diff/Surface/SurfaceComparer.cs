using Confluence.Generator.Model;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Compares what is generated of two documents, as callers see it: names, types, arguments.</summary>
internal sealed class SurfaceComparer(SurfaceIndex before, SurfaceIndex after)
{
    public IReadOnlyList<SurfaceChange> Compare()
    {
        var changes = new List<SurfaceChange>();
        HashSet<string> old = [.. before.Model.Clients.Select(client => client.Name)];
        HashSet<string> now = [.. after.Model.Clients.Select(client => client.Name)];
        changes.AddRange(now.Except(old).Select(name => Came("cs-client", name, "the client", isNew: true)));
        changes.AddRange(old.Except(now).Select(name => Came("cs-client", name, "the client", isNew: false)));
        HashSet<string> undecided = [.. before.Unbuilt, .. after.Unbuilt];
        foreach (string name in before.Operations.Keys.Union(after.Operations.Keys).Where(name => !undecided.Contains(name)))
        {
            changes.AddRange(CompareOperation(name));
        }

        // What only such an operation leads to is undecided as well.
        HashSet<string> open = [.. undecided.SelectMany(name => new[] { before, after }.Where(index => index.Operations.ContainsKey(name)).SelectMany(index => index.Reach(name)))];
        foreach (string name in before.Types.Keys.Union(after.Types.Keys).Where(name => !open.Contains(name) || (before.Types.ContainsKey(name) && after.Types.ContainsKey(name))))
        {
            changes.AddRange(CompareType(name));
        }

        foreach (string name in before.Options.Keys.Union(after.Options.Keys))
        {
            changes.AddRange(CompareOptions(name));
        }

        changes.AddRange(FromComparer.Compare(before, after));
        return changes;
    }

    private IEnumerable<SurfaceChange> CompareOperation(string name)
    {
        bool was = before.Operations.TryGetValue(name, out (ClientModel Client, OperationModel Operation) old);
        bool isThere = after.Operations.TryGetValue(name, out (ClientModel Client, OperationModel Operation) now);
        if (was && isThere)
        {
            return new MethodComparer(old.Client, old.Operation, now.Client, now.Operation).Compare();
        }

        string client = was ? old.Client.Name : now.Client.Name;
        string text = $"the method {client}.{name}Async is {(was ? "gone" : "new")}";
        return [SurfaceChange.Of(was ? "cs-operation-removed" : "cs-operation-added", SurfaceKey.Operation(name), $"{client}.{name}Async", text, was ? name : null, was ? null : name)];
    }

    private IEnumerable<SurfaceChange> CompareType(string name)
    {
        TypeModel? old = before.Types.GetValueOrDefault(name);
        TypeModel? now = after.Types.GetValueOrDefault(name);
        return (old, now) switch
        {
            (null, _) => [Came("cs-type", name, $"the {KindOf(now!)}", isNew: true)], // A name of the union is in one of the two.
            (_, null) => [Came("cs-type", name, $"the {KindOf(old)}", isNew: false)],
            (ClassModel one, ClassModel other) => [.. MemberComparer.Compare(name, one.Members, other.Members, isForm: false), .. CompareInterfaces(one, other)],
            (FormModel one, FormModel other) => MemberComparer.Compare(name, one.Members, other.Members, isForm: true),
            (EnumModel one, EnumModel other) => TypeComparer.CompareEnums(one, other),
            (UnionModel one, UnionModel other) => TypeComparer.CompareUnions(one, other),
            (InterfaceModel one, InterfaceModel other) => TypeComparer.CompareInterfaces(one, other),
            _ => [SurfaceChange.Of("cs-type-kind-changed", SurfaceKey.Type(name), name, $"{name} was the {KindOf(old)} and is the {KindOf(now)} now", KindOf(old), KindOf(now))],
        };
    }

    private static IEnumerable<SurfaceChange> CompareInterfaces(ClassModel old, ClassModel now)
    {
        HashSet<string> was = [.. old.Interfaces.Select(type => type.Name)];
        HashSet<string> isNow = [.. now.Interfaces.Select(type => type.Name)];
        string key = SurfaceKey.Type(old.Name);
        return
        [
            .. isNow.Except(was).Select(name => SurfaceChange.Of("cs-implementation-added", key, $"{old.Name} : {name}", $"{old.Name} is an {name} now", null, name)),
            .. was.Except(isNow).Select(name => SurfaceChange.Of("cs-implementation-removed", key, $"{old.Name} : {name}", $"{old.Name} is no {name} any more", name, null)),
        ];
    }

    private IEnumerable<SurfaceChange> CompareOptions(string name)
    {
        // The record of a method that came or went is told by the method.
        string operation = name[..^"Options".Length];
        if (!before.Operations.ContainsKey(operation) || !after.Operations.ContainsKey(operation))
        {
            return [];
        }

        OptionsModel? old = before.Options.GetValueOrDefault(name);
        OptionsModel? now = after.Options.GetValueOrDefault(name);
        if (old is null || now is null)
        {
            return ((old ?? now)?.Options ?? []).Select(option => MethodComparer.OptionCame(name, option, isNew: old is null));
        }

        return MethodComparer.CompareOptions(old, now);
    }

    private static SurfaceChange Came(string rule, string name, string what, bool isNew) =>
        SurfaceChange.Of(rule + (isNew ? "-added" : "-removed"), SurfaceKey.Type(name), name, $"{what} {name} is {(isNew ? "new" : "gone")}", isNew ? null : name, isNew ? name : null);

    private static string KindOf(TypeModel type) => type switch
    {
        ClassModel => "class",
        EnumModel => "open enum",
        UnionModel => "union",
        FormModel => "form",
        InterfaceModel => "interface",
        _ => throw new InvalidOperationException($"Nobody says what {type.GetType().Name} is called."),
    };
}
