namespace Confluence.SpecTool.Explain;

/// <summary>Names like one that nothing has.</summary>
internal static class NearNames
{
    /// <summary>The nearest names, by the number of letters that differ.</summary>
    public static IEnumerable<string> Of(string name, IEnumerable<string> names, int most)
    {
        int limit = Math.Max(2, name.Length / 3);
        return names.Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(entry => entry.distance <= limit)
            .OrderBy(entry => entry.distance).ThenBy(entry => entry.candidate, StringComparer.Ordinal)
            .Take(most).Select(entry => entry.candidate);
    }

    private static int Distance(string one, string other)
    {
        int[] previous = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 0; i < one.Length; i++)
        {
            int[] current = new int[other.Length + 1];
            current[0] = i + 1;
            for (int j = 0; j < other.Length; j++)
            {
                int replaced = previous[j] + (one[i] == other[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
