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
    private readonly Dictionary<(DriftKind, JsonObject, string?), List<Sight>> _seen = [];
    private readonly HashSet<(string, JsonObject)> _counted = [];

    public void Add(PlacedAnswer answer, Sighting sighting)
    {
        foreach (JsonObject met in sighting.Met)
        {
            _chances[met] = _chances.GetValueOrDefault(met) + 1;
        }

        foreach (Observation observation in sighting.Observations)
        {
            Note(observation, new Sight(observation, [answer.Operation.Key], answer.Recording.Place, 1));
        }
    }

    /// <summary>Adds what somebody else has counted.</summary>
    /// <param name="observations">What was seen, each value once.</param>
    /// <param name="operations">The operations whose answers showed it.</param>
    /// <param name="source">The file that tells it.</param>
    /// <param name="seen">How often it was seen, whichever value came.</param>
    /// <param name="chances">How often its owner was read.</param>
    public void Add(IReadOnlyList<Observation> observations, IReadOnlyList<string> operations, string source, int seen, int chances)
    {
        for (int i = 0; i < observations.Count; i++)
        {
            Note(observations[i], new Sight(observations[i], operations, source, i == 0 ? seen : 0));
        }

        // Each finding of an owner tells again how often it was read.
        if (observations.Count > 0 && _counted.Add((source, observations[0].Owner)))
        {
            _chances[observations[0].Owner] = _chances.GetValueOrDefault(observations[0].Owner) + chances;
        }
    }

    /// <summary>The findings, the heaviest kinds first, then by place.</summary>
    public IReadOnlyList<DriftFinding> Findings() =>
    [
        .. _seen.Values.Select(Make).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Place, StringComparer.Ordinal).ThenBy(finding => finding.Text, StringComparer.Ordinal),
    ];

    private void Note(Observation observation, Sight sight)
    {
        (DriftKind, JsonObject, string?) key = (observation.Kind, observation.Owner, observation.Name);
        if (!_seen.TryGetValue(key, out List<Sight>? all))
        {
            _seen.Add(key, all = []);
        }

        all.Add(sight);
    }

    private DriftFinding Make(List<Sight> all)
    {
        Observation first = all[0].Seen;

        // Members whose names are data may be several in one object.
        int count = all.Sum(one => one.Count);
        int chances = Math.Max(_chances.GetValueOrDefault(first.Owner), count);
        JsonNode[] values = [.. all.Select(one => one.Seen.Value).OfType<JsonNode>()];
        string example = first.Kind == DriftKind.EnumValue ? ValueMask.OfToken(first.Value) : first.Kind == DriftKind.AnnouncedEnd ? first.Path : ValueMask.Of(first.Value);
        bool isGuarantee = first.Kind is DriftKind.GuaranteedAbsent or DriftKind.GuaranteedNull;
        string? pointer = document.PointerOf(first.Owner);
        TouchedAction? stated = isGuarantee && pointer is not null ? overlays.Guaranteeing(pointer, first.Name ?? "").FirstOrDefault() : null;
        return new DriftFinding(first.Kind, first.Place, DriftWords.Text(first.Kind, first.Place, example, TypeOf(first)), example, count, chances)
        {
            Pointer = pointer,
            Operations = [.. all.SelectMany(one => one.Operations).Distinct().Order(StringComparer.Ordinal)],
            Paths = [.. all.Select(one => one.Seen.Path).Distinct().Take(MostPlaces)],
            Payloads = [.. all.Select(one => one.Source).Distinct().Take(MostPlaces)],
            Actions = actions.Make(new DriftEvidence(first.Kind, first.Owner, first.Name, first.Use, values, count == chances, BrokenIn(first.Owner))),
            StatedAt = stated is null ? null : FormattableString.Invariant($"{stated.File}({stated.Line})"),
        };
    }

    /// <summary>The members of a schema that were promised and did not come, or were null.</summary>
    private HashSet<string> BrokenIn(JsonObject owner) =>
        [.. _seen.Keys.Where(key => key.Item1 is DriftKind.GuaranteedAbsent or DriftKind.GuaranteedNull && key.Item2 == owner).Select(key => key.Item3).OfType<string>()];

    private string? TypeOf(Observation observation) => SchemaShape.Of(document, observation.Owner).Type;

    /// <param name="Seen">What was seen.</param>
    /// <param name="Operations">The operations whose answers showed it.</param>
    /// <param name="Source">Where it was read.</param>
    /// <param name="Count">How often.</param>
    private sealed record Sight(Observation Seen, IReadOnlyList<string> Operations, string Source, int Count);
}
