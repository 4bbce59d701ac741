using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>All rules, for people who approve changes and for tests.</summary>
internal static class RuleReport
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartArray();
            foreach (DiffRule rule in RuleTable.All)
            {
                writer.WriteStartObject();
                writer.WriteString("id", rule.Id);
                writer.WriteString("class", JsonReport.Word(rule.Area));
                writer.WriteString("mirror", rule.Mirror);
                writer.WriteString("means", rule.Means);
                writer.WriteString("address", JsonReport.Word(rule.Address));
                writer.WriteString("sent", JsonReport.Word(rule.Sent));
                writer.WriteString("received", JsonReport.Word(rule.Received));
                writer.WriteString("callers", JsonReport.Word(rule.Callers));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
