namespace Confluence.SpecTool.Diff.Rules;

/// <summary>All rules. Each has its mirror; a test proves it.</summary>
internal static class RuleTable
{
    private static readonly Dictionary<string, DiffRule> s_byId = Read();

    public static IReadOnlyCollection<DiffRule> All => s_byId.Values;

    /// <summary>The rule with an id that the code names.</summary>
    public static DiffRule Of(string id) => s_byId.TryGetValue(id, out DiffRule? rule) ? rule : throw new InvalidOperationException($"No table has the rule '{id}'.");

    /// <summary>Two rules that are each other's mirror, with one verdict whichever way a value travels.</summary>
    public static IEnumerable<DiffRule> Pair(
        RuleArea area, (string Id, WireVerdict Wire, string Means) one, (string Id, WireVerdict Wire, string Means) other, CallerVerdict callers = CallerVerdict.None) =>
    [
        Alike(new DiffRule(one.Id, area, other.Id, one.Means), one.Wire, callers),
        Alike(new DiffRule(other.Id, area, one.Id, other.Means), other.Wire, callers),
    ];

    /// <summary>A rule that is its own mirror, with one verdict whichever way a value travels.</summary>
    public static DiffRule Self(RuleArea area, string id, WireVerdict wire, string means, CallerVerdict callers = CallerVerdict.None) =>
        Alike(new DiffRule(id, area, id, means), wire, callers);

    private static DiffRule Alike(DiffRule rule, WireVerdict wire, CallerVerdict callers) =>
        rule with { Address = wire, Sent = wire, Received = wire, Callers = callers };

    private static Dictionary<string, DiffRule> Read() =>
        ((IEnumerable<DiffRule>)[.. OperationRules.All, .. SecurityRules.All, .. MessageRules.All, .. SchemaRules.All, .. ValueRules.All, .. SurfaceRules.All])
            .ToDictionary(rule => rule.Id, StringComparer.Ordinal);
}
