using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>Holds a value against its schema.</summary>
/// <param name="document">The document with its overlays.</param>
/// <param name="isWhole">Whether the value has all that was sent: only then is something missing.</param>
internal sealed class PayloadWalk(WireDocument document, bool isWhole)
{
    private static readonly HashSet<string> s_none = [];

    /// <summary>Holds the body of an answer against the schema of the response.</summary>
    public Sighting Walk(JsonNode body, SchemaUse use, string place)
    {
        var sighting = new Sighting();
        Visit(body, use, place, "$", s_none, sighting);
        return sighting;
    }

    /// <param name="value">The value.</param>
    /// <param name="use">Its schema.</param>
    /// <param name="place">Where the schema stands, for one without a name.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="known">Members that what is around a choice knows.</param>
    /// <param name="sighting">What was seen so far.</param>
    private void Visit(JsonNode value, SchemaUse use, string place, string path, HashSet<string> known, Sighting sighting)
    {
        SchemaShape shape = SchemaShape.Of(document, use);
        string usePlace = place;
        place = shape.Name ?? place;
        sighting.Met.AddRange(shape.Parts.Append(use.Node).Distinct());

        IReadOnlyList<JsonObject>[] choices = [.. shape.Choices];
        string kind = JsonKind.Of(value);
        if (kind == JsonKind.Null)
        {
            if (!shape.IsNullable && (shape.Type is not null || choices.Length > 0) && !choices.Any(choice => choice.Any(one => SchemaShape.Of(document, one).IsNullable)))
            {
                sighting.Observations.Add(new Observation(DriftKind.Null, usePlace, use.Node, null, path, value) { Use = use });
            }

            return;
        }

        // Values beside an array are those of its items; the reader of the document takes them so too.
        if (shape.Type is { } type && !JsonKind.Fits(kind, type))
        {
            sighting.Observations.Add(new Observation(DriftKind.Type, usePlace, use.Node, null, path, value) { Use = use });
            return;
        }

        foreach (IReadOnlyList<JsonObject> choice in choices)
        {
            sighting.Add(Best(value, choice, use, place, path, [.. known, .. shape.Properties.Keys]));
        }

        switch (value)
        {
            case JsonObject members:
                VisitMembers(members, shape, place, path, known, choices.Length > 0, sighting);
                break;
            case JsonArray items when shape.Items is { } item:
                foreach (JsonNode one in items.Items)
                {
                    if (shape.Enum is { } list)
                    {
                        VisitEnum(one, list, place, path + "[*]", sighting);
                    }

                    Visit(one, item, place + "[*]", path + "[*]", s_none, sighting);
                }

                break;
            case JsonArray:
                break;
            default:
                if (shape.Enum is { } values)
                {
                    VisitEnum(value, values, place, path, sighting);
                }

                break;
        }
    }

    private static void VisitEnum(JsonNode value, JsonObject schema, string place, string path, Sighting sighting)
    {
        string text = JsonFormatter.Compact(value);
        if (schema.Items("enum").All(item => JsonFormatter.Compact(item) != text))
        {
            sighting.Observations.Add(new Observation(DriftKind.EnumValue, place, schema, text, path, value));
        }
    }

    private void VisitMembers(JsonObject value, SchemaShape shape, string place, string path, HashSet<string> known, bool hasChoice, Sighting sighting)
    {
        foreach (JsonMember member in value.Members)
        {
            if (shape.Properties.TryGetValue(member.Name, out SchemaUse? use))
            {
                if (member.Value is JsonNull && shape.Guaranteed.Any(one => one.Member == member.Name))
                {
                    continue; // It is told below, once.
                }

                Visit(member.Value, use, $"{use.StatedBy ?? place}.{member.Name}", $"{path}.{member.Name}", s_none, sighting);
            }
            else if (shape.Additional is { } additional)
            {
                // The names of such members are values: ids, keys, names of people.
                Visit(member.Value, additional, place + ".*", path + ".*", s_none, sighting);
            }
            else if (!shape.IsOpen && !hasChoice && !known.Contains(member.Name))
            {
                string? name = MemberName.IsWord(member.Name) ? member.Name : null;
                JsonObject part = shape.MemberPart;
                sighting.Observations.Add(new Observation(DriftKind.UnknownMember, $"{shape.NameOf(part) ?? place}.{name ?? "*"}", part, name, $"{path}.{name ?? "*"}", member.Value));
            }
        }

        foreach ((string member, JsonObject part) in shape.Guaranteed)
        {
            string memberPlace = $"{shape.NameOf(part) ?? place}.{member}";
            if (value[member] is JsonNull)
            {
                sighting.Observations.Add(new Observation(DriftKind.GuaranteedNull, memberPlace, part, member, $"{path}.{member}", value[member]) { Use = shape.Properties.GetValueOrDefault(member) });
            }
            else if (isWhole && value[member] is null)
            {
                sighting.Observations.Add(new Observation(DriftKind.GuaranteedAbsent, memberPlace, part, member, $"{path}.{member}", null));
            }
        }
    }

    /// <summary>What is seen with the shape that fits best; of several that fit alike, the first.</summary>
    private Sighting Best(JsonNode value, IReadOnlyList<JsonObject> choice, SchemaUse use, string place, string path, HashSet<string> known) =>
        choice.Select(shape =>
        {
            var sighting = new Sighting();
            Visit(value, use with { Node = shape, More = [] }, place, path, known, sighting);
            return sighting;
        }).MinBy(sighting => sighting.Weight) ?? new Sighting();
}
