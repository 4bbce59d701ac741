using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Drift.Words;

namespace Confluence.SpecTool.Drift.Audits;

/// <summary>What <c>confluence audit</c> found, as its report in JSON tells it.</summary>
/// <param name="File">The file.</param>
/// <param name="Answers">The number of answers that it looked at.</param>
/// <param name="Findings">The findings.</param>
/// <param name="Ends">The announced ends, each with the API and the name of its operation.</param>
internal sealed record AuditSet(string File, int Answers, IReadOnlyList<AuditedFinding> Findings, IReadOnlyList<(string Api, string Operation, AnnouncedEnd End)> Ends);

/// <param name="Node">Where it stands in the report.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Api">The API.</param>
/// <param name="Type">The model or enum, by its name in C#.</param>
/// <param name="Member">The member in JSON; null for an enum.</param>
/// <param name="Values">What was seen, without what it was: JSON of the same shape, or the value of an enum.</param>
/// <param name="Seen">How often it was seen.</param>
/// <param name="Of">How often it could have been.</param>
/// <param name="Operations">The operations whose answers showed it, as requests.</param>
internal sealed record AuditedFinding(JsonObject Node, Walk.DriftKind Kind, string Api, string Type, string? Member, IReadOnlyList<JsonNode> Values, int Seen, int Of, IReadOnlyList<string> Operations);
