using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Walk;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>What actions are made of.</summary>
/// <param name="Kind">What was seen.</param>
/// <param name="Owner">The schema, or the response, that it is about.</param>
/// <param name="Name">The member, or the value of an enum.</param>
/// <param name="Use">Where the schema is used; null where it cannot be replaced as a whole.</param>
/// <param name="Values">What stood there.</param>
/// <param name="IsAlways">Whether it was seen at each chance.</param>
/// <param name="Broken">The members of the owner that were promised and did not come.</param>
internal sealed record DriftEvidence(DriftKind Kind, JsonObject Owner, string? Name, SchemaUse? Use, IReadOnlyCollection<JsonNode> Values, bool IsAlways, IReadOnlySet<string> Broken);
