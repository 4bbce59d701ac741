using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Audits;

/// <summary>Finds the place in the document of what was seen of a C# type: the way that <c>explain</c> goes.</summary>
internal sealed class AuditPlacing(WireDocument document)
{
    private readonly DocumentPlaces _places = new(document);

    /// <summary>What was seen, as an observation for each value; none when the document gives no such type.</summary>
    public IReadOnlyList<Observation> Of(AuditedFinding finding) =>
        Find(finding) is { } seen ? finding.Values.Count == 0 ? [seen] : [.. finding.Values.Select(value => Of(seen, value))] : [];

    private static Observation Of(Observation seen, JsonNode value) =>
        seen with { Value = value, Name = seen.Kind == DriftKind.EnumValue ? JsonFormatter.Compact(value) : seen.Name };

    private Observation? Find(AuditedFinding finding)
    {
        string member = finding.Member ?? "";
        string path = finding.Member is null ? finding.Type : $"{finding.Type}.{member}";
        if (finding.Kind == DriftKind.Type)
        {
            // The first place of a member is that of a named schema, where there is one.
            foreach ((DiffPlace place, _, JsonObject owner) in _places.OfMember(finding.Type, member))
            {
                if (SchemaShape.Of(document, owner).Properties.TryGetValue(member, out SchemaUse? use))
                {
                    return new Observation(DriftKind.Type, place.Text, use.Node, null, path, null) { Use = use };
                }
            }

            return null;
        }

        foreach ((DiffPlace place, JsonObject node) in _places.OfType(finding.Type))
        {
            SchemaShape shape = SchemaShape.Of(document, node);
            switch (finding.Kind)
            {
                case DriftKind.EnumValue when shape.Enum is { } values:
                    return new Observation(DriftKind.EnumValue, place.Text, values, "", path, null);
                case DriftKind.UnknownMember:
                    JsonObject part = shape.MemberPart;
                    return new Observation(DriftKind.UnknownMember, $"{shape.NameOf(part) ?? place.Text}.{member}", part, MemberOf(member), path, null);
                case DriftKind.GuaranteedAbsent or DriftKind.GuaranteedNull when shape.Guaranteed.FirstOrDefault(one => one.Member == member).Part is { } promising:
                    return new Observation(finding.Kind, $"{shape.NameOf(promising) ?? place.Text}.{member}", promising, member, path, null) { Use = shape.Properties.GetValueOrDefault(member) };
                default:
                    continue;
            }
        }

        return null;
    }

    /// <summary>The name of a member; null for the sign that stands for names which are data.</summary>
    private static string? MemberOf(string member) => member == "*" ? null : member;
}
