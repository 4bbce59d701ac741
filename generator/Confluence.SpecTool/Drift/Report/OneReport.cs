using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.SpecTool.Diff.Report;

namespace Confluence.SpecTool.Drift.Report;

/// <summary>What changed between two documents and what was seen of answers, in one report.</summary>
internal static class OneReport
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Markdown(DiffReport? changes, DriftReport seen) =>
        changes is null ? DriftMarkdown.Write(seen) : $"{MarkdownReport.Write(changes).TrimEnd()}\n\n{DriftMarkdown.Write(seen)}";

    /// <summary>The report of the answers; with changes, an object of both: <c>diff</c> and <c>drift</c>.</summary>
    public static string Json(DiffReport? changes, DriftReport seen) => changes is null
        ? DriftJson.Write(seen)
        : new JsonObject { ["diff"] = JsonNode.Parse(JsonReport.Write(changes)), ["drift"] = JsonNode.Parse(DriftJson.Write(seen)) }.ToJsonString(s_indented) + "\n";
}
