using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Naming;

/// <summary>Hands out the names of operations and groups. Options and groups are files, and the compiler does not tell files apart by case.</summary>
internal sealed class OperationNames(NameKeeper keeper, BuildDiagnostics diagnostics)
{
    private readonly Dictionary<string, SpecOperation> _operations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _groups = ApiFacts.TakenGroups.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The group of the operation; false when its name or that of its group is taken or is none, which has then been reported.</summary>
    public bool TryAdd(SpecOperation operation, out string group)
    {
        string name = keeper.Operation(operation);
        string what = $"the operation '{operation.Id}'";
        group = keeper.Group(operation);
        if (!diagnostics.CheckName(operation.Node, name, what) || !diagnostics.CheckName(operation.Node, group, $"the group of {what}", BuildDiagnostics.Group))
        {
            return false;
        }

        if (_operations.TryGetValue(name, out SpecOperation? other))
        {
            diagnostics.Collision(operation.Node, name, $"the operation '{other.Id}'", what);
            return false;
        }

        _operations.Add(name, operation);
        string named = $"the group '{group}'";
        if (!_groups.TryGetValue(group, out string? known))
        {
            _groups.Add(group, known = named);
        }

        if (known != named)
        {
            diagnostics.Collision(operation.Node, group, known, $"{named} of {what}", BuildDiagnostics.Group);
            return false;
        }

        return true;
    }
}
