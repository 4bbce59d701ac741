using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Naming;

/// <summary>
/// Members whose names differ in their form alone, such as <c>inlineMarkerRef</c> and <c>inline-marker-ref</c>: a document has both while one replaces the
/// other, and answers carry both. The one that had the plain name before keeps it, else the one in camel case; the other is named after its form too.
/// </summary>
internal static class MemberTwins
{
    /// <summary>What is appended to the name of a member for the sake of its twin; empty for nearly all.</summary>
    /// <param name="property">The member.</param>
    /// <param name="properties">All members of the type.</param>
    /// <param name="isNamed">Whether a name was chosen for a member, or given out before.</param>
    public static string Ending(SpecProperty property, IReadOnlyList<SpecProperty> properties, Func<SpecProperty, bool> isNamed)
    {
        if (isNamed(property))
        {
            return "";
        }

        string plain = Plain(property.Name);
        foreach (SpecProperty other in properties)
        {
            if (other.Name != property.Name && Plain(other.Name) == plain && (isNamed(other) || (IsHyphenated(property) && !IsHyphenated(other))))
            {
                return IsHyphenated(property) ? "Hyphenated" : IsHyphenated(other) ? "CamelCase" : "";
            }
        }

        return "";
    }

    private static bool IsHyphenated(SpecProperty property) => property.Name.Contains("-");

    private static string Plain(string name) => name.Replace("-", "").ToLowerInvariant();
}
