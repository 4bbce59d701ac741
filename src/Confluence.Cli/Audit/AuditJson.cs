using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Audit;

/// <summary>A report for programs; <c>confluence-spec drift --audit</c> makes overlay actions of it.</summary>
internal static class AuditJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(AuditReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("x-confluence-audit", 1);
            writer.WriteString("tool", ToolVersion.Value);
            writer.WriteString("source", report.Source);
            writer.WriteString("at", TimeText.Iso(report.At));
            writer.WriteNumber("answers", report.Answers);
            WriteAll(writer, "findings", report.Findings, WriteFinding);
            WriteAll(writer, "announcements", report.Announcements, WriteAnnouncement);
            WriteAll(writer, "notRead", report.NotRead, WriteGap);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> all, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T one in all)
        {
            writer.WriteStartObject();
            write(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter writer, AuditFinding finding)
    {
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        writer.WriteString("api", finding.Api);
        writer.WriteString("type", finding.Type);
        WriteText(writer, "member", finding.Member);
        WriteText(writer, "value", finding.Value);
        WriteTexts(writer, "kinds", finding.Kinds);
        writer.WriteStartArray("shapes");
        foreach (string shape in finding.Shapes)
        {
            writer.WriteRawValue(shape);
        }

        writer.WriteEndArray();
        writer.WriteNumber("seen", finding.Seen);
        writer.WriteNumber("of", finding.Of);
        WriteTexts(writer, "operations", finding.Operations);
    }

    private static void WriteAnnouncement(Utf8JsonWriter writer, AuditAnnouncement end)
    {
        writer.WriteString("api", end.Api);
        writer.WriteString("operation", end.Operation);
        writer.WriteString("request", end.Request);
        writer.WriteString("header", end.Header);
        WriteText(writer, "date", AuditMarkdown.Date(end.Date));
        WriteText(writer, "note", end.Note);
    }

    private static void WriteGap(Utf8JsonWriter writer, AuditGap gap)
    {
        writer.WriteString("name", gap.Name);
        writer.WriteString("reason", gap.Reason);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
