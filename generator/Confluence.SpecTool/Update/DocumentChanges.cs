using System.Globalization;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Update;

/// <summary>What a new revision has beyond the one before and lacks of it: operations, by method and path, and schemas by name.</summary>
internal sealed class DocumentChanges
{
    private readonly Dictionary<string, string> _before;
    private readonly Dictionary<string, string> _after;

    public DocumentChanges(JsonObject before, JsonObject after)
    {
        _before = Operations(before);
        _after = Operations(after);
        Dictionary<string, string> gone = Less(_before, _after);
        Dictionary<string, string> come = Less(_after, _before);

        // The same id under another method or path is the same operation.
        Moved = [.. gone.Join(come, old => old.Value, now => now.Value, (old, now) => (old.Value, old.Key, now.Key)).Where(move => move.Value.Length > 0)];
        Removed = [.. gone.Where(operation => !Moved.Any(move => move.From == operation.Key)).Select(operation => (operation.Value, operation.Key))];
        Added = [.. come.Where(operation => !Moved.Any(move => move.To == operation.Key)).Select(operation => (operation.Value, operation.Key))];
        Renamed = [.. _before.Where(operation => _after.TryGetValue(operation.Key, out string? id) && id != operation.Value).Select(operation => (operation.Value, _after[operation.Key], operation.Key))];
        SchemasBefore = Schemas(before).Count;
        SchemasAfter = Schemas(after).Count;
    }

    public IReadOnlyList<(string Id, string Key)> Added { get; }

    public IReadOnlyList<(string Id, string Key)> Removed { get; }

    public IReadOnlyList<(string Id, string From, string To)> Moved { get; }

    public IReadOnlyList<(string From, string To, string Key)> Renamed { get; }

    public int OperationsBefore => _before.Count;

    public int OperationsAfter => _after.Count;

    public int SchemasBefore { get; }

    public int SchemasAfter { get; }

    /// <summary>Each change on a line.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Added.Select(operation => $"  + {operation.Id} ({operation.Key})"),
        .. Removed.Select(operation => $"  - {operation.Id} ({operation.Key})"),
        .. Moved.Select(move => $"  > {move.Id} moved from {move.From} to {move.To}"),
        .. Renamed.Select(rename => $"  ~ {rename.From} is called {(rename.To.Length > 0 ? rename.To : "nothing")} now ({rename.Key}); its C# name stays"),
    ];

    /// <summary>The changes as a sentence for the changelog.</summary>
    public string Sentence()
    {
        string[] parts =
        [
            .. Part(Added.Count, "operation is new", "operations are new", Added.Select(operation => operation.Id)),
            .. Part(Removed.Count, "is gone", "are gone", Removed.Select(operation => operation.Id)),
            .. Part(Moved.Count, "has another path", "have another path", Moved.Select(move => move.Id)),
        ];
        return parts.Length == 0 ? "no operation came, went or moved" : string.Join("; ", parts);
    }

    private static IEnumerable<string> Part(int count, string one, string many, IEnumerable<string> ids) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)} ({string.Join(", ", ids.Select(Code))})")];

    /// <summary>An id as code in Markdown: a backtick would end it.</summary>
    private static string Code(string id) => $"`{OneLine.Of(id).Replace('`', '\'')}`";

    private static Dictionary<string, string> Less(Dictionary<string, string> all, Dictionary<string, string> without) =>
        all.Where(operation => !without.ContainsKey(operation.Key)).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> Operations(JsonObject document) => ((document["paths"] as JsonObject)?.Members ?? [])
        .SelectMany(path => ((JsonObject)path.Value).Members.Where(member => member.Name != "parameters")
            .Select(member => (Key: $"{member.Name.ToUpperInvariant()} {path.Name}", Id: ((member.Value as JsonObject)?["operationId"] as JsonString)?.Value ?? "")))
        .ToDictionary(operation => operation.Key, operation => operation.Id, StringComparer.Ordinal);

    private static IReadOnlyList<JsonMember> Schemas(JsonObject document) => ((document["components"] as JsonObject)?["schemas"] as JsonObject)?.Members ?? [];
}
