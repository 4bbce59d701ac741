using System.Globalization;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Findings;
using Confluence.SpecTool.Drift.Walk;
using Confluence.SpecTool.Drift.Words;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Drift.Audits;

/// <summary>Reads the report of <c>confluence audit --output json</c>.</summary>
internal static class AuditReader
{
    private const string Marker = "x-confluence-audit";
    private const string Version = "1";

    private static readonly Dictionary<string, DriftKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["guaranteedAbsent"] = DriftKind.GuaranteedAbsent,
        ["guaranteedNull"] = DriftKind.GuaranteedNull,
        ["type"] = DriftKind.Type,
        ["enumValue"] = DriftKind.EnumValue,
        ["unknownMember"] = DriftKind.UnknownMember,
    };

    /// <exception cref="ToolException">The file is not there, or is no such report.</exception>
    public static AuditSet Read(string path)
    {
        JsonObject root = SpecFiles.ParseObject(path, SpecFiles.Decode(path, SpecFiles.ReadBytes(path)));
        if (root.Text(Marker) != Version)
        {
            throw Wrong(root[Marker] ?? root, $"this is no report of confluence audit --output json, which says \"{Marker}\": {Version}");
        }

        return new AuditSet(
            path,
            Number(root, "answers"),
            [.. Objects(root, "findings").Select(ReadFinding)],
            [.. Objects(root, "announcements").Select(end => (Required(end, "api"), Required(end, "operation"), new AnnouncedEnd(Required(end, "header"), Date(end), end.Text("note"))))]);
    }

    private static AuditedFinding ReadFinding(JsonObject node)
    {
        if (!s_kinds.TryGetValue(Required(node, "kind"), out DriftKind kind))
        {
            throw Wrong(node["kind"] ?? node, $"'kind' is one of {string.Join(", ", s_kinds.Keys)}");
        }

        JsonNode[] values = kind == DriftKind.EnumValue ? [node["value"] ?? NodeMaking.Text("")] : [.. node.Items("shapes")];
        return new AuditedFinding(node, kind, Required(node, "api"), Required(node, "type"), node.Text("member"), values, Number(node, "seen"), Number(node, "of"), node.Texts("operations"));
    }

    private static IEnumerable<JsonObject> Objects(JsonObject node, string name) => node[name] is JsonArray array
        ? array.Items.Select(item => item as JsonObject ?? throw Wrong(item, $"'{name}' holds objects"))
        : throw Wrong(node[name] ?? node, $"'{name}' is an array");

    private static string Required(JsonObject node, string name) => (node[name] as JsonString)?.Value ?? throw Wrong(node[name] ?? node, $"'{name}' is a text");

    private static int Number(JsonObject node, string name) =>
        int.TryParse((node[name] as JsonNumber)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Wrong(node[name] ?? node, $"'{name}' is a whole number");

    private static DateOnly? Date(JsonObject node) => node["date"] is null ? null
        : DateOnly.TryParseExact(node.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
        : throw Wrong(node["date"] ?? node, "'date' has the form 2026-07-20");

    private static ToolException Wrong(JsonNode node, string message)
    {
        (int line, int column) = node.Source.GetPosition(node.Start);
        return new ToolException(ExitCode.Content, FormattableString.Invariant($"{node.Source.Path}({line + 1},{column + 1}): error: {message}"));
    }
}
