using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.Diff;

/// <summary>The page of the rules says what the rules are, and has an answer for each kind of change that oasdiff knows.</summary>
public sealed partial class RulesPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("generator", "Confluence.SpecTool", "Diff", "RULES.md"));

    [Fact]
    public async Task Each_rule_stands_on_the_page_as_it_is()
    {
        IReadOnlyDictionary<string, JsonNode> rules = await DiffRules.ReadAsync();

        IEnumerable<string> missing = rules.Values.Select(Row).Where(row => !s_page.Contains(row + "\n", StringComparison.Ordinal));

        Assert.Equal([], missing);
        string ours = s_page[..s_page.IndexOf("## Beside", StringComparison.Ordinal)];
        Assert.Equal(rules.Count, ours.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_of_theirs_has_an_answer()
    {
        IReadOnlyDictionary<string, JsonNode> rules = await DiffRules.ReadAsync();
        (string Theirs, string Ours)[] rows = [.. TheirRow().Matches(Mapping()).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

        Assert.All(rows, row => Assert.True(
            row.Ours.Contains("*does not apply*: ", StringComparison.Ordinal) || row.Ours.Contains("*waived*: ", StringComparison.Ordinal) || row.Ours.StartsWith("the same rules", StringComparison.Ordinal) || Named(row.Ours, rules).Any(),
            $"{row.Theirs} has no answer."));
        string[] ids = [.. rows.SelectMany(row => Expand(row.Theirs))];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Contains($"has {ids.Length} ids of changes", s_page, StringComparison.Ordinal);
        Assert.Equal(ids.Length, Heading().Matches(Mapping()).Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Each_of_ours_is_beside_theirs_or_told_to_be_ours_alone()
    {
        IReadOnlyDictionary<string, JsonNode> rules = await DiffRules.ReadAsync();

        IEnumerable<string> untold = rules.Where(rule => DiffReading.Text(rule.Value, "class") != "csharp").Select(rule => rule.Key).Except(Named(s_page[s_page.IndexOf("## Beside", StringComparison.Ordinal)..], rules));

        Assert.Equal([], untold);
    }

    /// <summary>The rows that set theirs beside ours.</summary>
    private static string Mapping() => s_page[s_page.IndexOf("## Beside", StringComparison.Ordinal)..s_page.IndexOf("## What they have no rule for", StringComparison.Ordinal)];

    private static IEnumerable<string> Named(string text, IReadOnlyDictionary<string, JsonNode> rules) => Code().Matches(text).Select(match => match.Groups[1].Value).Where(rules.ContainsKey);

    private static string Row(JsonNode rule)
    {
        string id = DiffReading.Text(rule, "id");
        string mirror = DiffReading.Text(rule, "mirror");
        string callers = DiffReading.Text(rule, "callers") switch { "source" => "source break", "binary" => "binary break", var word => word };
        string means = DiffReading.Text(rule, "means");
        return DiffReading.Text(rule, "class") == "csharp"
            ? $"| `{id}` | `{mirror}` | {callers} | {means} |"
            : $"| `{id}` | {DiffReading.Text(rule, "class")} | `{mirror}` | {Wire(rule, "address")} | {Wire(rule, "sent")} | {Wire(rule, "received")} | {callers} | {means} |";
    }

    private static string Wire(JsonNode rule, string way) => DiffReading.Text(rule, way) is "mayBreak" ? "may break" : DiffReading.Text(rule, way);

    /// <summary>Braces as a shell reads them.</summary>
    private static IEnumerable<string> Expand(string pattern)
    {
        Match braces = Braces().Match(pattern);
        return braces.Success
            ? braces.Groups[1].Value.Split(',').SelectMany(word => Expand(pattern[..braces.Index] + word + pattern[(braces.Index + braces.Length)..]))
            : [pattern];
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex TheirRow();

    [GeneratedRegex(@"^### .* \(([0-9]+)\)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
