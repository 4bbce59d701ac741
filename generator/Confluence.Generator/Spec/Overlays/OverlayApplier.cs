using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.Overlays;

/// <summary>
/// Carries out one action after the other. Nodes are never changed: a change builds the nodes above it anew, and all
/// others are shared with the document as it was read. What an overlay adds keeps its place in the overlay's file.
/// </summary>
internal sealed class OverlayApplier
{
    private readonly OverlayAction _action;
    private readonly List<SpecDiagnostic> _diagnostics = [];
    private int _matches;
    private bool _changed;
    private bool _isMalformed;
    private bool _hasKnownItems;

    private OverlayApplier(OverlayAction action) => _action = action;

    /// <summary>The document after all actions, with all that is wrong with them.</summary>
    public static JsonObject Apply(JsonObject document, Overlay overlay, List<SpecDiagnostic> diagnostics)
    {
        foreach (OverlayAction action in overlay.Actions)
        {
            document = Apply(document, action, out OverlayOutcome outcome);
            diagnostics.AddRange(outcome.Diagnostics);
        }

        return document;
    }

    /// <summary>
    /// The document after an action. One that takes nothing, or leaves everything as it was, has a diagnostic: the defect that it repaired is gone,
    /// so it has to go too.
    /// </summary>
    public static JsonObject Apply(JsonObject document, OverlayAction action, out OverlayOutcome outcome)
    {
        var applier = new OverlayApplier(action);
        JsonNode? result = applier.Visit(document, 0);
        outcome = applier.Conclude();
        return result as JsonObject ?? document;
    }

    private OverlayOutcome Conclude()
    {
        OverlayResult result = _isMalformed ? OverlayResult.Malformed
            : _matches == 0 ? OverlayResult.TakesNothing
            : !_changed ? OverlayResult.ChangesNothing
            : _hasKnownItems ? OverlayResult.ChangesSome
            : OverlayResult.Changes;
        if (result == OverlayResult.TakesNothing)
        {
            Report(_action.Target, SpecDiagnosticId.OverlayActionWithoutMatch, $"The target {_action.Path.Text} takes nothing in this document; correct it, or delete the action if what it changed is gone.");
        }
        else if (result == OverlayResult.ChangesNothing && !_hasKnownItems)
        {
            Report(_action.Target, SpecDiagnosticId.OverlayActionWithoutMatch, $"The action changes nothing: what {_action.Path.Text} takes already is as the update says; delete the action.");
        }

        return new OverlayOutcome(_action, result, _diagnostics);
    }

    /// <summary>The node with the change made at or below it; null when the node is to be removed.</summary>
    private JsonNode? Visit(JsonNode node, int depth)
    {
        if (depth == _action.Path.Segments.Count)
        {
            _matches++;
            if (_action.Update is { } update)
            {
                return Update(node, update);
            }

            _changed = true;
            return null;
        }

        JsonPathSegment segment = _action.Path.Segments[depth];
        return node switch
        {
            JsonObject value => VisitMembers(value, segment, depth),
            JsonArray value when segment.Name is null => VisitItems(value, segment, depth),
            _ => node,
        };
    }

    private JsonObject VisitMembers(JsonObject node, JsonPathSegment segment, int depth)
    {
        if (segment.Name is { } name)
        {
            return node.IndexOf(name) is >= 0 and int index ? VisitMember(node, index, depth) : node;
        }

        List<JsonMember>? members = null;
        for (int i = 0; i < node.Members.Count; i++)
        {
            JsonMember member = node.Members[i];
            JsonNode? value = segment.Selects(member.Value) ? Visit(member.Value, depth + 1) : member.Value;
            if (!ReferenceEquals(value, member.Value))
            {
                members ??= [.. node.Members.Take(i)];
            }

            if (value is not null)
            {
                members?.Add(new JsonMember(member.Name, member.NameStart, value));
            }
        }

        return members is null ? node : new JsonObject(node.Source, node.Start, node.Length, members);
    }

    private JsonObject VisitMember(JsonObject node, int index, int depth)
    {
        JsonNode before = node.Members[index].Value;
        JsonNode? after = Visit(before, depth + 1);
        return ReferenceEquals(before, after) ? node : after is null ? node.Without(index) : node.With(index, after);
    }

    private JsonArray VisitItems(JsonArray node, JsonPathSegment segment, int depth)
    {
        List<JsonNode>? items = null;
        for (int i = 0; i < node.Items.Count; i++)
        {
            JsonNode item = node.Items[i];
            JsonNode? value = segment.Selects(item) ? Visit(item, depth + 1) : item;
            if (!ReferenceEquals(value, item))
            {
                items ??= [.. node.Items.Take(i)];
            }

            if (value is not null)
            {
                items?.Add(value);
            }
        }

        return items is null ? node : new JsonArray(node.Source, node.Start, node.Length, items);
    }

    private JsonNode Update(JsonNode target, JsonNode update)
    {
        switch (target)
        {
            case JsonObject node when update is JsonObject value:
                return Merge(node, value);
            case JsonArray node:
                return Append(node, [update]);
            default:
                Malformed(update, $"{_action.Path.Text} takes {Name(target)}, which {Name(update)} cannot be merged into; an object is merged into an object, and anything appended to an array.");
                return target;
        }
    }

    private JsonObject Merge(JsonObject target, JsonObject update)
    {
        List<JsonMember> members = [.. target.Members];
        foreach (JsonMember added in update.Members)
        {
            int index = members.FindIndex(member => string.Equals(member.Name, added.Name, StringComparison.Ordinal));
            if (index < 0)
            {
                members.Add(added);
                _changed = true;
                continue;
            }

            JsonMember existing = members[index];
            switch (existing.Value)
            {
                case JsonObject node when added.Value is JsonObject value:
                    members[index] = new JsonMember(existing.Name, existing.NameStart, Merge(node, value));
                    break;
                case JsonArray node when added.Value is JsonArray value:
                    members[index] = new JsonMember(existing.Name, existing.NameStart, Append(node, value.Items));
                    break;
                case JsonObject or JsonArray:
                case var _ when added.Value is JsonObject or JsonArray:
                    Malformed(added.Value, $"'{added.Name}' is {Name(existing.Value)} in the document and {Name(added.Value)} here; to replace it, remove it in one action and add it in the next.");
                    break;
                default:
                    if (!AreSame(existing.Value, added.Value))
                    {
                        members[index] = added;
                        _changed = true;
                    }

                    break;
            }
        }

        return new JsonObject(target.Source, target.Start, target.Length, members);
    }

    private JsonArray Append(JsonArray target, IReadOnlyList<JsonNode> added)
    {
        List<JsonNode> items = [.. target.Items];
        foreach (JsonNode item in added)
        {
            if (items.Exists(existing => AreSame(existing, item)))
            {
                _hasKnownItems = true;
                Report(item, SpecDiagnosticId.OverlayActionWithoutMatch, $"The document already has {JsonFormatter.Compact(item)} in this array; delete it from the action.");
                continue;
            }

            items.Add(item);
            _changed = true;
        }

        return new JsonArray(target.Source, target.Start, target.Length, items);
    }

    private static bool AreSame(JsonNode left, JsonNode right)
        => string.Equals(JsonFormatter.Compact(left), JsonFormatter.Compact(right), StringComparison.Ordinal);

    private static string Name(JsonNode node) => node switch
    {
        JsonObject => "an object",
        JsonArray => "an array",
        JsonString => "a string",
        JsonNumber => "a number",
        JsonBoolean => "true or false",
        _ => "null",
    };

    private void Malformed(JsonNode node, string message)
    {
        _isMalformed = true;
        Report(node, SpecDiagnosticId.MalformedOverlay, message);
    }

    private void Report(JsonNode node, string id, string message) => _diagnostics.Add(SpecDiagnostic.At(node, id, message));
}
