using System.Text.Json.Nodes;

namespace Confluence.Generator.Tests.Diff;

/// <summary>Each rule by a small change, there and back: the way back is the rule's mirror.</summary>
public sealed class DiffRuleTests(DiffFixture fixture) : IClassFixture<DiffFixture>
{
    public static TheoryData<string> Names { get; } = [.. DiffFixture.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_is_one_change_with_both_verdicts_and_its_mirror(string name)
    {
        DiffCase one = DiffFixture.Cases.Single(candidate => candidate.Name == name);
        IReadOnlyDictionary<string, JsonNode> rules = await RulesAsync();

        JsonNode[] there = [.. fixture.There.At(name).Where(change => !one.Beside.Contains(DiffReading.Text(change, "rule")))];
        string[] back = [.. fixture.Back.At(name).Select(change => DiffReading.Text(change, "rule"))];

        JsonNode change = Assert.Single(there, candidate => DiffReading.Text(candidate, "rule") == one.Rule);
        Assert.Single(there);
        Assert.Equal(one.Wire, DiffReading.Text(change, "wire", "verdict"));
        if (one.Callers.Length > 0)
        {
            Assert.Equal(one.Callers, DiffReading.Text(change, "callers", "verdict"));
        }

        if (one.Effect.Length > 0)
        {
            Assert.Contains(one.Effect, DiffReading.Effects(change));
        }

        Assert.Contains(DiffReading.Text(rules[one.Rule], "mirror"), back);
    }

    [Fact]
    public void Fingerprints_tell_changes_apart_and_stay()
    {
        string[] fingerprints = [.. fixture.There.Changes.Select(change => DiffReading.Text(change, "fingerprint"))];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());

        // It is a promise to whoever keeps approvals: rule, place, old and new, and nothing else.
        JsonNode added = Assert.Single(fixture.There.At("added"));
        Assert.Equal("1b856df40b498fc6", DiffReading.Text(added, "fingerprint"));
    }

    [Fact]
    public void Every_change_of_the_csharp_is_explained_by_one_of_the_document()
    {
        Assert.Equal([], fixture.There.Changes.Concat(fixture.Back.Changes).Where(change => DiffReading.Text(change, "class") == "csharp").Select(change => DiffReading.Text(change, "text")));
    }

    [Fact]
    public async Task Every_rule_has_a_case_or_a_test_of_its_own()
    {
        // These need two spec folders, or the document as a whole: OverlayDiffTests and DocumentDiffTests.
        string[] elsewhere =
        [
            "server-changed", "document-version-changed", "tag-list-changed", "security-scheme-added", "security-scheme-removed", "security-scheme-changed", "scheme-scope-added", "scheme-scope-removed",
            "cs-operation-moved", "cs-idempotency-changed", "cs-interface-member-added", "cs-interface-member-removed", "cs-interface-member-changed", "cs-implementation-added", "cs-implementation-removed", "cs-from-added", "cs-from-removed", "cs-from-changed",
        ];
        IReadOnlyDictionary<string, JsonNode> rules = await RulesAsync();

        string[] seen = [.. new[] { fixture.There, fixture.Back }.SelectMany(reading => reading.Changes).SelectMany(change => DiffReading.Effects(change).Append(DiffReading.Text(change, "rule"))).Distinct()];

        Assert.Equal([], rules.Keys.Except(seen).Except(elsewhere));
    }

    [Fact]
    public async Task Each_rule_has_a_mirror_whose_mirror_it_is()
    {
        IReadOnlyDictionary<string, JsonNode> rules = await RulesAsync();

        Assert.All(rules, rule => Assert.Equal(rule.Key, DiffReading.Text(rules[DiffReading.Text(rule.Value, "mirror")], "mirror")));
        Assert.All(rules, rule => Assert.Equal(DiffReading.Text(rule.Value, "class"), DiffReading.Text(rules[DiffReading.Text(rule.Value, "mirror")], "class")));
    }

    private static Task<IReadOnlyDictionary<string, JsonNode>> RulesAsync() => s_rules.Value;

    private static readonly Lazy<Task<IReadOnlyDictionary<string, JsonNode>>> s_rules = new(DiffRules.ReadAsync);
}
