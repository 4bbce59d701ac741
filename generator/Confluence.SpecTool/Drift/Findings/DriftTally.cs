using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Placing;
using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>Counts what was seen, and makes findings of it: one for each thing, however many answers showed it.</summary>
internal sealed class DriftTally(WireDocument document, ActionMaker actions, OverlayTouches overlays)
{
    private const int MostPlaces = 3;

    private readonly Dictionary<JsonObject, int> _chances = [];
    private readonly Dictionary<(DriftKind, JsonObject, string?), List<(Observation Seen, PlacedAnswer Answer)>> _seen = [];

    public void Add(PlacedAnswer answer, Sighting sighting)
    {
        foreach (JsonObject met in sighting.Met)
        {
            _chances[met] = _chances.GetValueOrDefault(met) + 1;
        }

        foreach (Observation observation in sighting.Observations)
        {
            (DriftKind, JsonObject, string?) key = (observation.Kind, observation.Owner, observation.Name);
            if (!_seen.TryGetValue(key, out List<(Observation Seen, PlacedAnswer Answer)>? all))
            {
                _seen.Add(key, all = []);
            }

            all.Add((observation, answer));
        }
    }

    /// <summary>The findings, the heaviest kinds first, then by place.</summary>
    public IReadOnlyList<DriftFinding> Findings() =>
    [
        .. _seen.Values.Select(Make).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Place, StringComparer.Ordinal).ThenBy(finding => finding.Text, StringComparer.Ordinal),
    ];

    private DriftFinding Make(List<(Observation Seen, PlacedAnswer Answer)> all)
    {
        Observation first = all[0].Seen;

        // Members whose names are data may be several in one object.
        int chances = Math.Max(_chances.GetValueOrDefault(first.Owner), all.Count);
        JsonNode[] values = [.. all.Select(one => one.Seen.Value).OfType<JsonNode>()];
        string example = first.Kind == DriftKind.EnumValue ? ValueMask.OfToken(first.Value) : ValueMask.Of(first.Value);
        bool isGuarantee = first.Kind is DriftKind.GuaranteedAbsent or DriftKind.GuaranteedNull;
        string? pointer = document.PointerOf(first.Owner);
        TouchedAction? stated = isGuarantee && pointer is not null ? overlays.Guaranteeing(pointer, first.Name ?? "").FirstOrDefault() : null;
        return new DriftFinding(first.Kind, first.Place, DriftWords.Text(first.Kind, first.Place, example, TypeOf(first)), example, all.Count, chances)
        {
            Pointer = pointer,
            Operations = [.. all.Select(one => one.Answer.Operation.Key).Distinct().Order(StringComparer.Ordinal)],
            Paths = [.. all.Select(one => one.Seen.Path).Distinct().Take(MostPlaces)],
            Payloads = [.. all.Select(one => one.Answer.Recording.Place).Distinct().Take(MostPlaces)],
            Actions = actions.Make(new DriftEvidence(first.Kind, first.Owner, first.Name, first.Use, values, all.Count == chances, BrokenIn(first.Owner))),
            StatedAt = stated is null ? null : FormattableString.Invariant($"{stated.File}({stated.Line})"),
        };
    }

    /// <summary>The members of a schema that were promised and did not come, or were null.</summary>
    private HashSet<string> BrokenIn(JsonObject owner) =>
        [.. _seen.Keys.Where(key => key.Item1 is DriftKind.GuaranteedAbsent or DriftKind.GuaranteedNull && key.Item2 == owner).Select(key => key.Item3).OfType<string>()];

    private string? TypeOf(Observation observation) => SchemaShape.Of(document, observation.Owner).Type;
}
