using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Diff;

/// <summary>The rules, as the tool prints them.</summary>
internal static class DiffRules
{
    public static async Task<IReadOnlyDictionary<string, JsonNode>> ReadAsync()
    {
        ToolRun run = await ToolRun.StartAsync("diff", "--rules");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return ((JsonArray)JsonNode.Parse(run.Output)!).OfType<JsonNode>().ToDictionary(rule => DiffReading.Text(rule, "id"), StringComparer.Ordinal); // It is no null literal.
    }
}
