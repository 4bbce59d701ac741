using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;

namespace Confluence.SpecTool.Fitting;

/// <summary>Says why a document has nothing for an action, as far as the two documents tell: mended, moved to where, gone, or not there yet.</summary>
/// <param name="earlier">The document before, without overlays.</param>
/// <param name="later">The new one, without overlays.</param>
internal sealed class ParkingCause(JsonObject earlier, JsonObject later)
{
    /// <param name="outcome">What became of the action.</param>
    /// <param name="document">The new document with the actions before it.</param>
    public string Of(OverlayOutcome outcome, JsonObject document) => outcome.Result switch
    {
        OverlayResult.ChangesNothing => "mended: the document now says by itself what the action says",
        OverlayResult.ChangesSome => "mended in part: the document has some of what the action appends; write the rest as an action of its own",
        OverlayResult.Malformed => "what it changes is of another kind now: " + outcome.Diagnostics[0].Message,
        _ => OfMissing(outcome.Action, document),
    };

    private string OfMissing(OverlayAction action, JsonObject document)
    {
        IReadOnlyList<JsonPathSegment> segments = action.Path.Segments;
        int depth = 0;
        while (depth < segments.Count && Select([document], segments.Take(depth + 1)).Count > 0)
        {
            depth++;
        }

        string lost = PathText.Of(segments.Take(depth + 1));
        string what = $"{lost} is not in the document";
        List<JsonNode> before = Select([earlier], segments.Take(depth + 1));
        if (before.Count == 0)
        {
            return $"{what}, nor was it in the one before";
        }

        if (action.Update is null && depth == segments.Count - 1)
        {
            return $"mended: {lost}, which it removes, is gone";
        }

        return FindAgain(segments, depth, before) is { } place ? $"{what}; it stands at {place} now" : $"{what} any more";
    }

    /// <summary>Where an operation or schema of the earlier document stands in the later one under another path or name.</summary>
    private string? FindAgain(IReadOnlyList<JsonPathSegment> segments, int depth, List<JsonNode> before)
    {
        if (segments[0].Name == "paths" && depth is 1 or 2)
        {
            HashSet<string> ids = [.. (depth == 1 ? before.OfType<JsonObject>().SelectMany(path => Operations(path, segments.ElementAtOrDefault(2)?.Name)) : before.OfType<JsonObject>()).Select(IdOf).OfType<string>()];
            return (later["paths"] as JsonObject)?.Members
                .SelectMany(path => ((JsonObject)path.Value).Members.Where(member => member.Value is JsonObject operation && IdOf(operation) is { } id && ids.Contains(id))
                    .Select(member => "$.paths" + PathText.Step(path.Name) + PathText.Step(member.Name)))
                .FirstOrDefault();
        }

        if (segments[0].Name == "components" && depth == 2 && before is [JsonObject { } schema] && Properties(schema) is { Length: > 2 } properties)
        {
            string section = segments[1].Name ?? "schemas";
            return ((later["components"] as JsonObject)?[section] as JsonObject)?.Members
                .Where(member => member.Value is JsonObject candidate && (earlier["components"] as JsonObject)?[section] is JsonObject known && known[member.Name] is null
                    && Properties(candidate).SequenceEqual(properties))
                .Select(member => $"$.components.{section}{PathText.Step(member.Name)}")
                .FirstOrDefault();
        }

        return null;
    }

    /// <summary>The operation of a path that has a method; all of them, where the target names none.</summary>
    private static IEnumerable<JsonObject> Operations(JsonObject path, string? method) =>
        path.Members.Where(member => method is null || member.Name == method).Select(member => member.Value).OfType<JsonObject>();

    private static string? IdOf(JsonObject operation) => (operation["operationId"] as JsonString)?.Value;

    private static string[] Properties(JsonObject schema) => [.. ((schema["properties"] as JsonObject)?.Members ?? []).Select(member => member.Name).Order(StringComparer.Ordinal)];

    private static List<JsonNode> Select(List<JsonNode> nodes, IEnumerable<JsonPathSegment> segments)
    {
        foreach (JsonPathSegment segment in segments)
        {
            nodes =
            [
                .. nodes.SelectMany(node => node switch
                {
                    JsonObject value when segment.Name is { } name => value[name] is { } child ? [child] : [],
                    JsonObject value => value.Members.Select(member => member.Value).Where(segment.Selects),
                    JsonArray value when segment.Name is null => value.Items.Where(segment.Selects),
                    _ => Enumerable.Empty<JsonNode>(),
                }),
            ];
        }

        return nodes;
    }
}
