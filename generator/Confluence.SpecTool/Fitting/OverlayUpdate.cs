using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Fitting;

/// <summary>What became of an action whose state has changed.</summary>
/// <param name="File">The file name of its overlay.</param>
/// <param name="Target">Its target.</param>
/// <param name="Cause">Why it was parked; null when it came back.</param>
/// <param name="IsReduced">Whether a part of it still stands in the overlay.</param>
internal sealed record MovedAction(string File, string Target, string? Cause, bool IsReduced);

/// <summary>
/// Applies the overlays of an API to a new document. Actions for which it has nothing are parked, and parked ones for which it has something again come back.
/// </summary>
internal sealed class OverlayUpdate
{
    private readonly SpecWorkspace _workspace;
    private readonly SortedDictionary<string, (JsonObject Root, List<OverlayEntry> Entries)> _overlays = new(StringComparer.Ordinal);

    /// <exception cref="ToolException">An overlay is malformed, which an update cannot mend.</exception>
    public OverlayUpdate(SpecWorkspace workspace, string api)
    {
        _workspace = workspace;
        Dictionary<string, JsonObject> active = Read(workspace.Inputs(), api, static path => path);
        Dictionary<string, JsonObject> parked = Read(workspace.Parked(), api, workspace.OverlayPath);
        foreach (string path in active.Keys.Union(parked.Keys))
        {
            JsonObject root = active.GetValueOrDefault(path) ?? parked[path];
            _overlays.Add(path, (root, [.. ParkedAction.InOrder(Actions(active.GetValueOrDefault(path)), Actions(parked.GetValueOrDefault(path))).Select(action => new OverlayEntry(root, action.Whole, action.Parked))]));
        }
    }

    /// <summary>Gets the actions of all overlays, parked ones among them, in the order in which they apply.</summary>
    public IReadOnlyList<OverlayEntry> Entries => [.. _overlays.Values.SelectMany(overlay => overlay.Entries)];

    /// <summary>The document with all that fits of the overlays.</summary>
    public JsonObject Apply(JsonObject document, ParkingCause causes) =>
        Entries.Aggregate(document, (current, entry) => entry.Apply(current, causes));

    /// <summary>Takes out what diagnostics are about, where it stands in an overlay.</summary>
    /// <returns>Whether there was any.</returns>
    public bool TryReduce(IEnumerable<SpecDiagnostic> diagnostics)
    {
        List<SpecDiagnostic> wrong = [.. diagnostics.Where(diagnostic => diagnostic.Id is SpecDiagnosticId.UnsupportedConstruct or SpecDiagnosticId.DanglingReference or SpecDiagnosticId.WrongMaking)];
        bool any = false;
        foreach (OverlayEntry entry in Entries)
        {
            // One at a time: what is left of an action after the first may be nothing that the next is about.
            any |= wrong.Exists(entry.TryReduce);
        }

        return any;
    }

    /// <summary>Puts the overlays and the parked actions into the workspace.</summary>
    /// <param name="revision">The revision of the document.</param>
    /// <returns>What was parked or came back.</returns>
    public IReadOnlyList<MovedAction> Write(string revision)
    {
        var moved = new List<MovedAction>();
        foreach ((string path, (JsonObject root, List<OverlayEntry> entries)) in _overlays)
        {
            var parked = new List<JsonNode>();
            JsonObject? behind = null;
            foreach (OverlayEntry entry in entries)
            {
                bool isReduced = entry.Current is not null;
                if (entry.Cause is { } cause)
                {
                    parked.Add(entry.Before ?? ParkedAction.Park(entry.Whole, revision, cause, behind, isReduced));
                }

                if (entry.Cause is null != entry.Before is null)
                {
                    moved.Add(new MovedAction(Path.GetFileName(path), entry.Target, entry.Cause, isReduced));
                }

                behind = entry.Whole;
            }

            // An overlay has at least one action; where all are parked, its file is gone until one comes back.
            JsonNode[] active = [.. entries.Select(entry => entry.Current).OfType<JsonObject>()];
            _workspace.Set(path, active.Length == 0 ? null : Text(root, active));
            _workspace.Set(_workspace.ParkedPath(path), parked.Count == 0 ? null : Text(root, parked));
        }

        return moved;
    }

    private static Dictionary<string, JsonObject> Read(IReadOnlyList<SpecFile> files, string api, Func<string, string> keyOf)
    {
        var overlays = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (SpecFile file in files)
        {
            JsonNode? node = JsonParser.Parse(new JsonSource(file.Path, file.Text), out SpecDiagnostic? error);
            SpecFiles.ThrowIfAny(error is null ? [] : [error]);
            if (node is not JsonObject root || root["overlay"] is null)
            {
                continue;
            }

            var diagnostics = new List<SpecDiagnostic>();
            Overlay? overlay = OverlayReader.Read(root, diagnostics);
            SpecFiles.ThrowIfAny(diagnostics);
            if (overlay?.Api == api)
            {
                overlays.Add(keyOf(file.Path), root);
            }
        }

        return overlays;
    }

    private static IReadOnlyList<JsonObject> Actions(JsonObject? root) => [.. (root?["actions"] as JsonArray)?.Items.OfType<JsonObject>() ?? []];

    private static string Text(JsonObject root, IReadOnlyList<JsonNode> actions) => JsonFormatter.Indented(new JsonObject(
        root.Source,
        root.Start,
        root.Length,
        [.. root.Members.Select(member => member.Name == "actions" ? new JsonMember(member.Name, member.NameStart, new JsonArray(root.Source, 0, 0, actions)) : member)]));
}
