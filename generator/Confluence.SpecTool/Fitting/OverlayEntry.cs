using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Fitting;

/// <summary>An action of an overlay on its way through an update: whole, reduced to what still fits, or parked.</summary>
internal sealed class OverlayEntry
{
    private readonly JsonObject _overlay;
    private JsonObject? _current;

    /// <param name="overlay">The overlay that it stands in.</param>
    /// <param name="whole">The whole action.</param>
    /// <param name="parked">Its parked form before the update; null when it was not parked.</param>
    public OverlayEntry(JsonObject overlay, JsonObject whole, JsonObject? parked)
    {
        _overlay = overlay;
        Whole = whole;
        Before = parked;
        _current = whole;
    }

    public JsonObject Whole { get; }

    /// <summary>Gets the parked form that it had before the update; null when it was not parked.</summary>
    public JsonObject? Before { get; }

    /// <summary>Gets a value indicating whether its overlay holds it, whole or in part.</summary>
    public bool IsActive => Before is null || ParkedAction.IsReduced(Before);

    /// <summary>Gets what goes into the overlay; null when nothing does.</summary>
    public JsonObject? Current => _current;

    /// <summary>Gets why it is not there whole; null when it is.</summary>
    public string? Cause { get; private set; }

    /// <summary>Gets the whole action as the generator reads it.</summary>
    public OverlayAction Action => Read(Whole);

    public string Target => ((JsonString)Whole["target"]!).Value; // The reader has seen it.

    /// <summary>Applies what is left of it.</summary>
    public JsonObject Apply(JsonObject document, ParkingCause causes)
    {
        while (_current is { } current)
        {
            JsonObject result = OverlayApplier.Apply(document, Read(current), out OverlayOutcome outcome);
            if (outcome.Result == OverlayResult.Changes)
            {
                return result;
            }

            Cause = causes.Of(outcome, document);
            _current = outcome.Result == OverlayResult.ChangesSome ? outcome.Diagnostics.Aggregate((JsonObject?)current, Without) : null;
        }

        return document;
    }

    /// <summary>Takes out what a diagnostic is about.</summary>
    /// <returns>Whether it is about something in this action.</returns>
    public bool TryReduce(SpecDiagnostic diagnostic)
    {
        if (_current is not { } current || current.Source.Path != diagnostic.Path || diagnostic.Start < current.Start || diagnostic.Start >= current.Start + current.Length)
        {
            return false;
        }

        Cause = diagnostic.Message;
        _current = Without(current, diagnostic);
        return true;
    }

    /// <summary>The action without the item or member that a diagnostic is about; null when it is about something else, or nothing would be left.</summary>
    private static JsonObject? Without(JsonObject? action, SpecDiagnostic diagnostic) =>
        action?["update"] is { } update && Without(update, diagnostic.Start, out bool found) is { } rest && found
            ? new JsonObject(action.Source, action.Start, action.Length, [.. action.Members.Select(member => member.Name == "update" ? new JsonMember(member.Name, member.NameStart, rest) : member)])
            : null;

    /// <summary>A value without the innermost item or member at an offset; null when nothing is left of it.</summary>
    private static JsonNode? Without(JsonNode node, int offset, out bool found)
    {
        found = false;
        switch (node)
        {
            case JsonObject value:
                List<JsonMember> members = [];
                foreach (JsonMember member in value.Members)
                {
                    JsonNode? rest = member.Value;
                    if (!found && Holds(member.Value, offset))
                    {
                        rest = Without(member.Value, offset, out found);
                        if (!found && member.Value.Start == offset)
                        {
                            found = true;
                            rest = null;
                        }
                    }

                    if (rest is not null)
                    {
                        members.Add(new JsonMember(member.Name, member.NameStart, rest));
                    }
                }

                return members.Count == 0 ? null : new JsonObject(value.Source, value.Start, value.Length, members);
            case JsonArray value:
                List<JsonNode> items = [.. value.Items];
                int index = items.FindIndex(item => Holds(item, offset));
                if (index >= 0)
                {
                    JsonNode? rest = Without(items[index], offset, out found);
                    items.RemoveAt(index);
                    if (found && rest is not null)
                    {
                        items.Insert(index, rest);
                    }

                    found = true;
                }

                return items.Count == 0 ? null : new JsonArray(value.Source, value.Start, value.Length, items);
            default:
                return node;
        }
    }

    private static bool Holds(JsonNode node, int offset) => node.Start <= offset && offset < node.Start + node.Length;

    private OverlayAction Read(JsonObject action)
    {
        var diagnostics = new List<SpecDiagnostic>();
        var alone = new JsonObject(
            _overlay.Source,
            _overlay.Start,
            _overlay.Length,
            [.. _overlay.Members.Where(member => member.Name != "actions"), new JsonMember("actions", 0, new JsonArray(action.Source, 0, 0, [action]))]);
        Overlay? overlay = OverlayReader.Read(alone, diagnostics);
        SpecFiles.ThrowIfAny(diagnostics);
        return overlay!.Actions[0]; // Without a diagnostic there is an overlay with its action.
    }
}
