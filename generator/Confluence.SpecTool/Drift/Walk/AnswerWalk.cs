using System.Globalization;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Placing;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>Holds a recorded answer against its operation: its status, and its body.</summary>
internal sealed class AnswerWalk(WireDocument document)
{
    private const string JsonEnding = "json";

    public Sighting Walk(PlacedAnswer answer)
    {
        var sighting = new Sighting();
        if (answer.Recording.Status is < 200 or >= 300 || answer.Operation.Node.Child("responses") is not { } responses)
        {
            return sighting; // The documents say nothing of the bodies of refusals.
        }

        string key = answer.Operation.Key;
        string? status = answer.Recording.Status?.ToString(CultureInfo.InvariantCulture);
        (string Name, JsonObject Value)[] successes = [.. responses.Children().Where(response => response.Name.StartsWith('2'))];
        (string name, JsonObject? response) = Array.Find(successes, one => status is null || one.Name == status);
        sighting.Met.Add(responses);
        if (response is null)
        {
            // Without a status, or with one that is not there, nothing tells several successes apart.
            if (status is not null && responses["default"] is null)
            {
                sighting.Observations.Add(new Observation(DriftKind.UnknownStatus, $"{key} {status}", responses, status, "", answer.Recording.Body));
            }

            (name, response) = successes.Length == 1 ? successes[0] : default;
        }

        if (response is null || answer.Recording.Body is not { } body)
        {
            return sighting;
        }

        response = document.Resolve(response).Node;
        sighting.Met.Add(response);
        (string? _, JsonObject? media) = response.Child("content").Children().FirstOrDefault(one => one.Name.Contains(JsonEnding, StringComparison.OrdinalIgnoreCase) || one.Name == "*/*");
        if (media is null)
        {
            // A body under another media type was not recorded as JSON by chance: null and an empty text stand for no body.
            if (response["content"] is null && body is not (JsonNull or JsonString { Value: "" }))
            {
                sighting.Observations.Add(new Observation(DriftKind.UnknownBody, $"{key} {name}", response, null, "$", body));
            }

            return sighting;
        }

        if (media.Child("schema") is { } schema)
        {
            sighting.Add(new PayloadWalk(document, answer.Recording.IsWhole).Walk(body, new SchemaUse(schema, media, "schema"), $"{key} {name}"));
        }

        return sighting;
    }
}
