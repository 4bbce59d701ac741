using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Confluence.Generator.Build;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.NameMaps;

/// <summary>
/// Writes the name map of a document: what the map already held, and what the document has beyond it. Nothing is taken out, so that
/// what comes back finds its old name.
/// </summary>
internal static class NameMapWriter
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(SpecDocument document, BuildResult built)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(NameMapReader.Marker);
            writer.WriteString("api", document.Api);
            writer.WriteNumber("formatVersion", 1);
            writer.WriteEndObject();
            WriteNames(writer, "operations", Merge(document.Names.Operations, document.Operations.Select(operation => (operation.Key, built.Names.Operation(operation)))));
            WriteNames(writer, "groups", Merge(document.Names.Groups, document.Operations.Select(operation => (operation.Key, built.Names.Group(operation)))));
            WriteTypes(writer, "schemas", Merge(document.Names.Schemas, built.Names.Schemas.Select(entry => (entry.Key, entry.Value))));
            WriteTypes(writer, "inline", Merge(document.Names.Inline, built.Names.Inline.Select(entry => (entry.Key, entry.Value))));
            WriteNested(writer, "members", document.Names.Members, MembersOf(built.Model));
            WriteNested(writer, "values", document.Names.Values, ValuesOf(built.Model));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static IEnumerable<(string Type, IEnumerable<(string Key, string Name)> Names)> MembersOf(ApiModel model) =>
    [
        .. model.Types.OfType<ClassModel>().Select(type => (type.Name, type.Members.Select(member => (member.WireName, member.Name)))),
        .. model.Types.OfType<FormModel>().Select(type => (type.Name, type.Members.Select(member => (member.WireName, member.Name)))),
        .. model.Options.Select(options => (options.Name, options.Options.Select(option => (option.WireName, option.Name)))),
    ];

    private static IEnumerable<(string Type, IEnumerable<(string Key, string Name)> Names)> ValuesOf(ApiModel model) =>
        model.Types.OfType<EnumModel>().Select(type => (type.Name, type.Values.Select(value => (value.WireValue, value.Name))));

    private static SortedDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> known, IEnumerable<(string Key, T Value)> added)
    {
        var all = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach ((string key, T value) in known)
        {
            all[key] = value;
        }

        foreach ((string key, T value) in added)
        {
            all[key] = value;
        }

        return all;
    }

    private static void WriteNested(
        Utf8JsonWriter writer,
        string section,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> known,
        IEnumerable<(string Type, IEnumerable<(string Key, string Name)> Names)> added)
    {
        var all = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach ((string type, IReadOnlyDictionary<string, string> names) in known)
        {
            all[type] = Merge(names, []);
        }

        foreach ((string type, IEnumerable<(string Key, string Name)> names) in added)
        {
            all[type] = Merge(all.GetValueOrDefault(type) ?? [], names);
        }

        writer.WriteStartObject(section);
        foreach ((string type, SortedDictionary<string, string> names) in all)
        {
            WriteNames(writer, type, names);
        }

        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string section, SortedDictionary<string, string> names)
    {
        writer.WriteStartObject(section);
        foreach ((string key, string name) in names)
        {
            writer.WriteString(key, name);
        }

        writer.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter writer, string section, SortedDictionary<string, NamedType> types)
    {
        writer.WriteStartObject(section);
        foreach ((string key, NamedType type) in types)
        {
            writer.WriteStartObject(key);
            writer.WriteString("name", type.Name);
            writer.WriteString("at", type.Place.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
