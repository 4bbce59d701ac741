namespace Confluence.Generator.Build.Naming;

/// <summary>One thing and several of it, as far as Atlassian's documents need it.</summary>
internal static class Plurals
{
    /// <summary>Names that say what is done, or to whom: they have no plural.</summary>
    private static readonly string[] s_unchanging = ["Expand", "To", "By"];

    /// <summary>The name of a list: <c>SpaceIds</c> for <c>SpaceId</c>.</summary>
    public static string Plural(string name) =>
        s_unchanging.Any(word => name.EndsWith(word, StringComparison.Ordinal)) ? name
        : name.EndsWith("tatus", StringComparison.Ordinal) || name.EndsWith("x", StringComparison.Ordinal) ? name + "es"
        : name.EndsWith("s", StringComparison.Ordinal) ? name
        : name.EndsWith("y", StringComparison.Ordinal) && !name.EndsWith("ey", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + "ies"
        : name + "s";

    /// <summary>The name of one of them: <c>Space</c> for <c>Spaces</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name.Substring(0, name.Length - 3) + "y"
        : name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("tatus", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1)
        : name;
}
