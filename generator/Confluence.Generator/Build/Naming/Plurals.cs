namespace Confluence.Generator.Build.Naming;

/// <summary>One thing and several of it, as far as Atlassian's documents need it.</summary>
internal static class Plurals
{
    private static readonly string[] s_esPlurals = ["sses", "uses", "xes", "ches", "shes"];

    /// <summary>Names that say what is done, or to whom: they have no plural.</summary>
    private static readonly string[] s_unchanging = ["Expand", "To", "By"];

    /// <summary>The name of a list: <c>SpaceIds</c> for <c>SpaceId</c>.</summary>
    public static string Plural(string name) =>
        s_unchanging.Any(word => name.EndsWith(word, StringComparison.Ordinal)) ? name
        : name.EndsWith("tatus", StringComparison.Ordinal) || name.EndsWith("x", StringComparison.Ordinal) ? name + "es"
        : name.EndsWith("s", StringComparison.Ordinal) ? name
        : name.EndsWith("y", StringComparison.Ordinal) && !name.EndsWith("ey", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + "ies"
        : name + "s";

    /// <summary>The name of one item of a list that is called <paramref name="list"/>, such as <c>Space</c> for <c>Spaces</c>; the name itself where it is no plural.</summary>
    public static string Singular(string list)
    {
        if (list.EndsWith("ies", StringComparison.Ordinal))
        {
            return list.Substring(0, list.Length - 3) + "y";
        }

        foreach (string ending in s_esPlurals)
        {
            if (list.EndsWith(ending, StringComparison.Ordinal))
            {
                return list.Substring(0, list.Length - 2);
            }
        }

        bool isPlural = list.EndsWith("s", StringComparison.Ordinal) && !list.EndsWith("ss", StringComparison.Ordinal) && !list.EndsWith("us", StringComparison.Ordinal);
        return isPlural ? list.Substring(0, list.Length - 1) : list;
    }
}
