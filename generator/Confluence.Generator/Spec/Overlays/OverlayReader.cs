using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.Overlays;

/// <summary>Reads an overlay and says what is wrong with it.</summary>
internal sealed class OverlayReader
{
    /// <summary>The root member whose <c>api</c> says which document an overlay changes.</summary>
    public const string Marker = "x-confluence-overlay";

    private static readonly string[] RootNames = ["overlay", "info", "extends", "actions"];
    private static readonly string[] ActionNames = ["target", "description", "update", "remove"];

    private readonly List<SpecDiagnostic> _diagnostics;

    private OverlayReader(List<SpecDiagnostic> diagnostics) => _diagnostics = diagnostics;

    /// <summary>The overlay with its well-formed actions; null when it does not even say what it is for.</summary>
    public static Overlay? Read(JsonObject root, List<SpecDiagnostic> diagnostics) => new OverlayReader(diagnostics).ReadRoot(root);

    private Overlay? ReadRoot(JsonObject root)
    {
        RefuseOthers(root, RootNames, "an overlay");
        if (root["overlay"] is not JsonString version || !version.Value.StartsWith("1.0.", StringComparison.Ordinal))
        {
            Report(root["overlay"] ?? root, "An overlay says \"overlay\": \"1.0.0\", the version of the Overlay Specification that is understood here.");
        }

        if (root["info"] is not JsonObject info || info["title"] is not JsonString || info["version"] is not JsonString)
        {
            Report(root["info"] ?? root, "An overlay has an \"info\" with a \"title\" and a \"version\".");
        }

        if (root["extends"] is { } extends and not JsonString)
        {
            Report(extends, "\"extends\" is the name of the document's file.");
        }

        if (root["actions"] is not JsonArray actions || actions.Items.Count == 0)
        {
            Report(root["actions"] ?? root, "An overlay has \"actions\", an array with at least one action.");
            return null;
        }

        if (root[Marker] is not JsonObject marker || marker["api"] is not JsonString { Value: "v1" or "v2" } api)
        {
            Report(root[Marker] ?? root, $"An overlay says which document it changes: \"{Marker}\": {{\"api\": \"v2\"}}, or \"v1\".");
            return null;
        }

        var read = new List<OverlayAction>(actions.Items.Count);
        foreach (JsonNode item in actions.Items)
        {
            if (ReadAction(item) is { } action)
            {
                read.Add(action);
            }
        }

        return new Overlay(root, api.Value, read);
    }

    private OverlayAction? ReadAction(JsonNode item)
    {
        if (item is not JsonObject action)
        {
            Report(item, "An action is an object with a \"target\", a \"description\" and an \"update\" or \"remove\": true.");
            return null;
        }

        RefuseOthers(action, ActionNames, "an action");
        if (action["description"] is not JsonString reason || string.IsNullOrWhiteSpace(reason.Value))
        {
            Report(action["description"] ?? action, "An action has a \"description\" that says why it is needed.");
        }

        if (action["target"] is not JsonString target)
        {
            Report(action["target"] ?? action, "An action has a \"target\", the JSONPath of what it changes.");
            return null;
        }

        JsonPath? path = JsonPathParser.Parse(target.Value, out string? error);
        if (path is null)
        {
            Report(target, $"The target cannot be read: {error}.");
            return null;
        }

        bool remove = action["remove"] is JsonBoolean { Value: true };
        JsonNode? update = action["update"];
        if (action["remove"] is { } removeNode and not JsonBoolean)
        {
            Report(removeNode, "\"remove\" is true or false.");
            return null;
        }

        if (remove == (update is not null))
        {
            Report(action, "An action has either an \"update\" or \"remove\": true; to replace something, remove it in one action and add it in the next.");
            return null;
        }

        if (remove && path.Segments.Count == 0)
        {
            Report(target, "The document itself cannot be removed.");
            return null;
        }

        return new OverlayAction(action, target, path, update);
    }

    private void RefuseOthers(JsonObject node, string[] known, string what)
    {
        foreach (JsonMember member in node.Members)
        {
            if (Array.IndexOf(known, member.Name) < 0 && !member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                Report(member.Value, $"'{member.Name}' is not a member of {what}; it has {string.Join(", ", known)}.");
            }
        }
    }

    private void Report(JsonNode node, string message)
        => _diagnostics.Add(SpecDiagnostic.At(node, SpecDiagnosticId.MalformedOverlay, message));
}
