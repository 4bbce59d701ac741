using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Findings;

namespace Confluence.SpecTool.Drift.Report;

/// <summary>All actions of a report as one overlay, each once. It lacks the reasons only.</summary>
internal static class DriftOverlay
{
    public static string Write(DriftReport report)
    {
        IEnumerable<JsonObject> actions = report.Findings
            .SelectMany(finding => finding.Actions)
            .Select(action => action.ToNode())
            .DistinctBy(JsonFormatter.Compact);
        return JsonFormatter.Indented(NodeMaking.Object(
            ("overlay", NodeMaking.Text("1.0.0")),
            ("info", NodeMaking.Object(("title", NodeMaking.Text("What answers show")), ("version", NodeMaking.Text("1")))),
            ("x-confluence-overlay", NodeMaking.Object(("api", NodeMaking.Text(report.Api)))),
            ("actions", NodeMaking.Array(actions))));
    }
}
