using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generator.Spec;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Sides;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>A report for programs, in the form of <c>diff.schema.json</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DiffReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("formatVersion", 1);
            writer.WriteString("api", report.Api);
            WriteSide(writer, "old", report.Old);
            WriteSide(writer, "new", report.New);
            writer.WriteStartObject("verdict");
            writer.WriteString("wire", Word(report.Wire));
            writer.WriteString("callers", Word(report.Callers));
            writer.WriteString("version", Word(report.Version.Step));
            WriteTexts(writer, "reasons", report.Version.Reasons);
            writer.WriteEndObject();
            if (report.AssemblyBreaks is { } breaks)
            {
                WriteTexts(writer, "assemblyBreaks", breaks);
            }

            writer.WriteStartArray("changes");
            foreach (DiffChange change in report.Changes)
            {
                WriteChange(writer, change);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A word of an enum, as JSON has it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteSide(Utf8JsonWriter writer, string name, DiffSide side)
    {
        writer.WriteStartObject(name);
        writer.WriteString("name", side.Name);
        WriteText(writer, "revision", side.Revision);
        writer.WriteNumber("operations", side.Fitted.Document.Operations.Count);
        writer.WriteNumber("schemas", side.Fitted.Document.Schemas.Count);
        writer.WriteStartArray("unfitActions");
        foreach (OverlayEntry entry in side.Unfit)
        {
            TouchedAction action = OverlayTouches.Describe(entry.Action);
            writer.WriteStartObject();
            WriteAction(writer, action);
            writer.WriteString("cause", entry.Cause);
            writer.WriteBoolean("inPart", entry.Current is not null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("problems");
        foreach (SpecDiagnostic problem in side.Problems)
        {
            writer.WriteStartObject();
            writer.WriteString("id", problem.Id);
            writer.WriteString("message", problem.Message);
            writer.WriteString("file", problem.Path);
            writer.WriteNumber("line", problem.Line + 1);
            writer.WriteNumber("column", problem.Column + 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, DiffChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", change.Fingerprint);
        writer.WriteString("rule", change.Rule.Id);
        writer.WriteString("class", Word(change.Rule.Area));
        writer.WriteStartObject("place");
        writer.WriteString("text", change.Place.Text);
        WriteText(writer, "operation", change.Place.Operation);
        WriteText(writer, "schema", change.Place.Schema);
        WriteText(writer, "parameter", change.Place.Parameter);
        writer.WriteEndObject();
        writer.WriteString("text", change.Text);
        WriteText(writer, "old", change.Before);
        WriteText(writer, "new", change.After);
        WriteTexts(writer, "ways", [.. Enum.GetValues<Ways>().Where(way => way != Ways.None && change.Ways.HasFlag(way)).Select(Word)]);
        writer.WriteStartObject("wire");
        writer.WriteString("verdict", Word(change.Wire));
        writer.WriteString("reason", change.Rule.Means);
        writer.WriteEndObject();
        writer.WriteStartObject("callers");
        writer.WriteString("verdict", Word(change.Callers));
        writer.WriteStartArray("effects");
        foreach (SurfaceChange effect in change.Effects)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", effect.Rule.Id);
            writer.WriteString("element", effect.Name);
            writer.WriteString("text", effect.Text);
            writer.WriteString("verdict", Word(effect.Callers));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        WriteTexts(writer, "operations", change.Operations);
        writer.WriteStartArray("overlays");
        foreach (TouchedAction action in change.Overlays)
        {
            writer.WriteStartObject();
            WriteAction(writer, action);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "openEnums", change.OpenEnums);
        WriteTexts(writer, "handWritten", change.HandWritten);
        writer.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter writer, TouchedAction action)
    {
        writer.WriteString("file", action.File);
        writer.WriteNumber("line", action.Line);
        writer.WriteString("target", action.Target);
        writer.WriteString("description", action.Description);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
