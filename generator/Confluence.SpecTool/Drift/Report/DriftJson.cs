using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Ends;
using Confluence.SpecTool.Drift.Findings;

namespace Confluence.SpecTool.Drift.Report;

/// <summary>A report for programs.</summary>
internal static class DriftJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DriftReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("formatVersion", 1);
            writer.WriteString("api", report.Api);
            writer.WriteNumber("answers", report.Answers);
            writer.WriteNumber("operations", report.Operations);
            writer.WriteNumber("audited", report.Audited);
            writer.WriteNumber("otherApi", report.OtherApi);
            writer.WriteNumber("leftOut", report.LeftOut);
            writer.WriteStartArray("findings");
            foreach (DriftFinding finding in report.Findings)
            {
                WriteFinding(writer, finding);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("ends");
            foreach (EndEntry end in report.Ends)
            {
                WriteEnd(writer, end);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("unplaced");
            foreach (UnplacedAnswer answer in report.Unplaced)
            {
                writer.WriteStartObject();
                writer.WriteString("at", answer.At);
                writer.WriteString("operation", answer.Operation);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteFinding(Utf8JsonWriter writer, DriftFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        writer.WriteString("place", finding.Place);
        if (finding.Pointer is { } pointer)
        {
            writer.WriteString("pointer", pointer);
        }

        writer.WriteString("text", finding.Text);
        writer.WriteString("example", finding.Example);
        writer.WriteNumber("seen", finding.Seen);
        writer.WriteNumber("of", finding.Of);
        WriteTexts(writer, "operations", finding.Operations);
        WriteTexts(writer, "paths", finding.Paths);
        WriteTexts(writer, "payloads", finding.Payloads);
        if (finding.StatedAt is { } stated)
        {
            writer.WriteString("statedAt", stated);
        }

        if (finding.Actions.Count == 0)
        {
            writer.WriteString("withoutAction", finding.WithoutAction);
        }

        writer.WriteStartArray("actions");
        foreach (DriftAction action in finding.Actions)
        {
            writer.WriteRawValue(JsonFormatter.Indented(action.ToNode()).TrimEnd());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter writer, EndEntry end)
    {
        writer.WriteStartObject();
        if (end.Date is { } date)
        {
            writer.WriteString("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        writer.WriteString("operation", end.Operation);
        if (end.Name is { } name)
        {
            writer.WriteString("name", name);
        }

        writer.WriteString("source", end.Source);
        if (end.Note is { } note)
        {
            writer.WriteString("note", note);
        }

        writer.WriteEndObject();
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
