using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Diff.Touch;

/// <summary>Finds the overlay actions that stand at a place of a document, below it, or say something of it from above.</summary>
internal sealed class OverlayTouches
{
    private readonly List<(string Pointer, OverlayAction Action)> _places = [];

    /// <param name="imported">The document without overlays: what actions remove stands only there.</param>
    /// <param name="effective">The document with them.</param>
    /// <param name="entries">The actions.</param>
    public OverlayTouches(JsonObject imported, JsonObject effective, IEnumerable<OverlayEntry> entries)
    {
        foreach (OverlayAction action in entries.Select(entry => entry.Action))
        {
            Select(action.Update is null ? imported : effective, "", action, 0);
        }
    }

    /// <summary>The actions at a place.</summary>
    /// <param name="pointer">The place, as a JSON pointer.</param>
    public IEnumerable<TouchedAction> At(string pointer) => _places.Where(place => Touches(place.Pointer, place.Action, pointer)).Select(place => Describe(place.Action)).Distinct();

    /// <summary>The actions that say of a schema which members answers carry, and name one of them.</summary>
    public IEnumerable<TouchedAction> Guaranteeing(string pointer, string member) =>
        _places.Where(place => place.Pointer == pointer && place.Action.Update is JsonObject update && update["x-cs-required"] is JsonArray names && names.Items.OfType<JsonString>().Any(name => name.Value == member))
            .Select(place => Describe(place.Action));

    public static TouchedAction Describe(OverlayAction action) => new(
        FileOf(action.Node.Source.Path),
        action.Node.Source.GetPosition(action.Node.Start).Line + 1,
        action.Target.Value,
        (action.Node["description"] as JsonString)?.Value ?? "");

    /// <summary>The name of a file; of one with parked actions, which is called as their overlay is, with its folder.</summary>
    private static string FileOf(string path) => path.Split('/', '\\') is [.., SpecWorkspace.ParkedFolder, var name] ? $"{SpecWorkspace.ParkedFolder}/{name}" : Path.GetFileName(path);

    private static bool Touches(string at, OverlayAction action, string pointer) =>
        at == pointer
        || at.StartsWith(pointer + "/", StringComparison.Ordinal)
        || (pointer.StartsWith(at + "/", StringComparison.Ordinal) && Reaches(action.Update, pointer[(at.Length + 1)..].Split('/')));

    /// <summary>Whether an update says something of a place below its target.</summary>
    private static bool Reaches(JsonNode? update, IEnumerable<string> steps)
    {
        JsonNode? node = update;
        foreach (string step in steps)
        {
            if (node is not JsonObject value)
            {
                return node is not null;
            }

            node = value[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        return node is not null;
    }

    private void Select(JsonNode node, string pointer, OverlayAction action, int depth)
    {
        if (depth == action.Path.Segments.Count)
        {
            _places.Add((pointer, action));
            return;
        }

        JsonPathSegment segment = action.Path.Segments[depth];
        IEnumerable<(string Step, JsonNode Child)> children = node switch
        {
            JsonObject value when segment.Name is { } name => value[name] is { } child ? [(name, child)] : [],
            JsonObject value => value.Members.Where(member => segment.Selects(member.Value)).Select(member => (member.Name, member.Value)),
            JsonArray value when segment.Name is null => value.Items.Select((item, index) => (FormattableString.Invariant($"{index}"), item)).Where(item => segment.Selects(item.item)),
            _ => [],
        };
        foreach ((string step, JsonNode child) in children)
        {
            Select(child, $"{pointer}/{step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", action, depth + 1);
        }
    }
}
