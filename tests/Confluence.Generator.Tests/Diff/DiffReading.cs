using System.Text.Json.Nodes;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Diff;

/// <summary>A report of <c>diff</c>, as JSON.</summary>
internal sealed class DiffReading(JsonNode root, int exitCode)
{
    public JsonNode Root { get; } = root;

    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<JsonNode> Changes { get; } = [.. ((JsonArray)root["changes"]!).OfType<JsonNode>()]; // The schema asks for it.

    public static async Task<DiffReading> RunAsync(string old, string now, string specDirectory, string api = "v2", params string[] more)
    {
        ToolRun run = await ToolRun.StartAsync(["diff", old, now, "--as", api, "--spec-dir", specDirectory, "--format", "json", .. more]);
        Assert.Equal("", run.Error);
        return new DiffReading(JsonNode.Parse(run.Output)!, run.ExitCode); // It is no null literal.
    }

    /// <summary>The text at a path of member names.</summary>
    public static string Text(JsonNode? node, params string[] path)
    {
        foreach (string name in path)
        {
            node = node?[name];
        }

        return node?.GetValue<string>() ?? "";
    }

    /// <summary>The texts of an array.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => [.. ((JsonArray?)node ?? []).Select(item => item?.GetValue<string>() ?? "")];

    /// <summary>The rules of the C# that changes with a change.</summary>
    public static IReadOnlyList<string> Effects(JsonNode change) => [.. ((JsonArray?)change["callers"]?["effects"] ?? []).Select(effect => Text(effect, "rule"))];

    /// <summary>The changes that touch a path with a first step.</summary>
    public IReadOnlyList<JsonNode> At(string name) =>
    [
        .. Changes.Where(change => Texts(change["operations"]).Any(operation => operation.EndsWith("/" + name, StringComparison.Ordinal) || operation.Contains($"/{name}/", StringComparison.Ordinal))),
    ];
}
