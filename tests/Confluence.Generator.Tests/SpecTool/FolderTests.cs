using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool;

/// <summary>The folders of the tool need each other in one direction.</summary>
public sealed partial class FolderTests
{
    [Fact]
    public void No_folder_needs_one_that_needs_it()
    {
        string root = Repository.PathOf("generator", "Confluence.SpecTool");
        Dictionary<string, HashSet<string>> needs = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Folder: Path.GetRelativePath(root, Path.GetDirectoryName(file) ?? root).Replace(Path.DirectorySeparatorChar, '.'), Text: File.ReadAllText(file)))
            .Where(file => file.Folder != "." && !file.Folder.StartsWith("obj", StringComparison.Ordinal) && !file.Folder.StartsWith("bin", StringComparison.Ordinal))
            .GroupBy(file => file.Folder)
            .ToDictionary(group => group.Key, group => group.SelectMany(file => Needed().Matches(file.Text).Select(match => match.Groups[1].Value)).Where(folder => folder != group.Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains("Diff.Wire", needs.Keys);

        Assert.Equal([], needs.Keys.Where(folder => Reach(folder, needs).Contains(folder)));
    }

    private static HashSet<string> Reach(string folder, Dictionary<string, HashSet<string>> needs)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(needs[folder]);
        while (next.TryDequeue(out string? one))
        {
            if (all.Add(one))
            {
                foreach (string other in needs[one])
                {
                    next.Enqueue(other);
                }
            }
        }

        return all;
    }

    [GeneratedRegex(@"\busing Confluence\.SpecTool\.([A-Za-z.]+);")]
    private static partial Regex Needed();
}
