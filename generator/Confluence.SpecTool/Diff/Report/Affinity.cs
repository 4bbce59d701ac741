using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Report;

/// <summary>
/// Which changes of a document explain a change of the C#, where several stand at one element: a method may have lost its experimental flag and its tag at once.
/// </summary>
internal static class Affinity
{
    // What is not listed goes with whatever changed at its element.
    private static readonly Dictionary<string, string[]> s_causes = new(StringComparer.Ordinal)
    {
        ["cs-experimental-added"] = ["experimental-flag-added"],
        ["cs-experimental-removed"] = ["experimental-flag-removed"],
        ["cs-obsolete-added"] = ["operation-deprecated"],
        ["cs-obsolete-removed"] = ["operation-revived"],
        ["cs-operation-moved"] = ["operation-tags-changed", "operation-moved"],
        ["cs-route-changed"] = ["operation-moved"],
        ["cs-facts-changed"] = ["scope-added", "scope-removed", "scope-set-added", "scope-set-removed", "scope-state-became-current", "scope-state-left-current"],
        ["cs-idempotency-changed"] = ["operation-moved"],
        ["cs-operation-added"] = ["operation-added", "operation-moved", "operation-id-changed"],
        ["cs-operation-removed"] = ["operation-removed", "operation-moved", "operation-id-changed"],
        ["cs-member-became-required"] = ["property-became-required"],
        ["cs-member-became-optional"] = ["property-became-optional"],
        ["cs-member-became-nullable"] = ["became-nullable", "property-became-optional"],
        ["cs-member-became-never-null"] = ["became-never-null", "property-became-required"],
    };

    /// <summary>Whether a change of the document can be what changed the C#.</summary>
    public static bool Explains(DiffRule cause, DiffRule effect) => !s_causes.TryGetValue(effect.Id, out string[]? causes) || causes.Contains(cause.Id);
}
