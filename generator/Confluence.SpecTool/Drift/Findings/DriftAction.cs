using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Findings;

/// <summary>An overlay action that only lacks its reason.</summary>
/// <param name="Target">What it changes.</param>
/// <param name="Update">What it adds; null for an action that removes.</param>
internal sealed record DriftAction(string Target, JsonNode? Update)
{
    /// <summary>The reason that a person has to give.</summary>
    private const string Reason = "WHY";

    /// <summary>The action as it stands in an overlay.</summary>
    public JsonObject ToNode() => NodeMaking.Object(
        ("target", NodeMaking.Text(Target)),
        ("description", NodeMaking.Text(Reason)),
        Update is null ? ("remove", NodeMaking.True()) : ("update", Update));
}
