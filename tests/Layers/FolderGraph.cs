namespace Confluence.Layers;

/// <summary>Which folders of a project use which others, and where they run in a circle. A folder within a folder is one of its own.</summary>
internal sealed class FolderGraph
{
    private readonly ILookup<string, string> _targets;

    public FolderGraph(IEnumerable<string> folders, IEnumerable<TypeUse> uses)
    {
        TypeUse[] all = [.. uses.OrderBy(static use => use.File, StringComparer.Ordinal).ThenBy(static use => use.Type, StringComparer.Ordinal)];
        _targets = all.Select(static use => (use.Folder, use.Target)).Distinct().OrderBy(static pair => pair.Target, StringComparer.Ordinal)
            .ToLookup(static pair => pair.Folder, static pair => pair.Target, StringComparer.Ordinal);
        List<string[]> groups = Groups([.. folders.Distinct().Order(StringComparer.Ordinal)]);
        Folders = [.. groups.SelectMany(static group => group)];
        Circles =
        [
            .. groups.Where(static group => group.Length > 1).Select(group => new FolderCircle(
                group,
                [.. all.Where(use => group.Contains(use.Folder) && group.Contains(use.Target))])),
        ];
    }

    /// <summary>Gets all folders, each behind those that it uses, as far as there is no circle.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>Gets the circles.</summary>
    public IReadOnlyList<FolderCircle> Circles { get; }

    /// <summary>The folders that a folder uses.</summary>
    public IEnumerable<string> UsedBy(string folder) => _targets[folder];

    /// <summary>A line for each folder with those that it uses.</summary>
    public override string ToString()
    {
        int width = Folders.Max(static folder => folder.Length);
        return string.Concat(Folders.Select(folder => $"{folder.PadRight(width)} > {string.Join(", ", UsedBy(folder))}".TrimEnd(' ', '>') + "\n"));
    }

    /// <summary>Tarjan's algorithm: the folders that reach each other are one group, and a group comes behind those that it uses.</summary>
    private List<string[]> Groups(string[] folders)
    {
        List<string[]> groups = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        HashSet<string> open = new(StringComparer.Ordinal);
        Stack<string> path = new();
        foreach (string folder in folders.Where(folder => !numbers.ContainsKey(folder)))
        {
            Visit(folder);
        }

        return groups;

        // Gives the lowest number that is reached from the folder.
        int Visit(string folder)
        {
            int number = numbers.Count;
            int lowest = number;
            numbers.Add(folder, number);
            open.Add(folder);
            path.Push(folder);
            foreach (string target in _targets[folder])
            {
                if (!numbers.TryGetValue(target, out int reached))
                {
                    lowest = Math.Min(lowest, Visit(target));
                }
                else if (open.Contains(target))
                {
                    lowest = Math.Min(lowest, reached);
                }
            }

            if (lowest == number)
            {
                List<string> group = [];
                while (open.Contains(folder))
                {
                    group.Add(path.Pop());
                    open.Remove(group[^1]);
                }

                groups.Add([.. group.Order(StringComparer.Ordinal)]);
            }

            return lowest;
        }
    }
}
