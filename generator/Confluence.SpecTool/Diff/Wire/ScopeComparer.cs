using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares what Atlassian says of scopes and of apps: sets of scopes, each of a scheme and with a state.</summary>
internal static class ScopeComparer
{
    private const string Scopes = "x-atlassian-oauth2-scopes";
    private const string Current = "Current";

    public static IEnumerable<Finding> Compare(OperationPair pair)
    {
        var findings = new List<Finding>();
        List<ScopeSet> old = Read(pair.Old.Node);
        List<ScopeSet> now = Read(pair.New.Node);
        Dictionary<string, List<ScopeSet>> left = now.GroupBy(set => set.Scheme).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (ScopeSet set in old)
        {
            List<ScopeSet> candidates = left.GetValueOrDefault(set.Scheme) ?? [];
            ScopeSet? other = candidates.Find(candidate => candidate.State == set.State) ?? candidates.FirstOrDefault();
            if (other is null)
            {
                findings.Add(pair.Find("scope-set-removed", $"{pair.New.Key} takes no token of {set} any more", set.ToString(), null, Scopes));
                continue;
            }

            candidates.Remove(other);
            findings.AddRange(Compare(pair, set, other));
        }

        findings.AddRange(left.Values.SelectMany(sets => sets).Select(set => pair.Find("scope-set-added", $"{pair.New.Key} takes tokens of {set}", null, set.ToString(), Scopes)));
        findings.AddRange(CompareApps(pair));
        return findings;
    }

    private static IEnumerable<Finding> Compare(OperationPair pair, ScopeSet old, ScopeSet now)
    {
        if (old.State != now.State)
        {
            string rule = now.State == Current ? "scope-state-became-current" : old.State == Current ? "scope-state-left-current" : "scope-state-changed";
            yield return pair.Find(rule, $"the scopes {string.Join(", ", now.Scopes)} of {pair.New.Key} were {old.State} and are {now.State} now", $"{old.Scheme} {old.State}", $"{now.Scheme} {now.State}", Scopes);
        }

        foreach (string scope in now.Scopes.Except(old.Scopes, StringComparer.Ordinal))
        {
            yield return pair.Find("scope-added", $"{pair.New.Key} asks for the scope {scope}", null, scope, Scopes);
        }

        foreach (string scope in old.Scopes.Except(now.Scopes, StringComparer.Ordinal))
        {
            yield return pair.Find("scope-removed", $"{pair.New.Key} does not ask for the scope {scope} any more", scope, null, Scopes);
        }
    }

    private static IEnumerable<Finding> CompareApps(OperationPair pair)
    {
        const string Connect = "x-atlassian-connect-scope";
        const string Policy = "x-atlassian-data-security-policy";
        string? old = pair.Old.Node.Text(Connect);
        string? now = pair.New.Node.Text(Connect);
        if (old != now)
        {
            yield return pair.Find("connect-scope-changed", $"Connect apps needed {old ?? "no scope"} for {pair.New.Key} and need {now ?? "none"} now", old, now, Connect);
        }

        bool was = IsExempt(pair.Old.Node);
        bool isExempt = IsExempt(pair.New.Node);
        if (was != isExempt)
        {
            yield return pair.Find(isExempt ? "app-access-exemption-added" : "app-access-exemption-removed", $"rules that block apps {(isExempt ? "do not hold" : "hold")} for {pair.New.Key}", was ? "exempt" : null, isExempt ? "exempt" : null, Policy);
        }

        static bool IsExempt(JsonObject operation) => operation.Items(Policy).OfType<JsonObject>().Any(policy => policy.IsTrue("app-access-rule-exempt"));
    }

    private static List<ScopeSet> Read(JsonObject operation) =>
    [
        .. operation.Items(Scopes).OfType<JsonObject>().Select(set => new ScopeSet(set.Text("scheme") ?? "", set.Text("state") ?? "", set.Texts("scopes"))).Where(set => set.Scopes.Count > 0),
    ];

    private sealed record ScopeSet(string Scheme, string State, IReadOnlyList<string> Scopes)
    {
        public override string ToString() => $"{Scheme} with {string.Join(", ", Scopes)}";
    }
}
