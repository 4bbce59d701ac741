using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Explain;

/// <summary>The C# that a build has written beside a spec folder: <c>artifacts/generated</c> of a Release build, or <c>obj/generated</c> of a project in <c>src</c>.</summary>
/// <param name="directory">The spec folder.</param>
internal sealed partial class EmittedText(string directory)
{
    private readonly Lazy<string[]> _files = new(() => [.. Folders(Path.GetDirectoryName(Path.GetFullPath(directory)) ?? directory)
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories))
        .OrderByDescending(File.GetLastWriteTimeUtc)]);

    /// <summary>Where a file declares something, as <c>file(line): text</c>; null when no build has written it.</summary>
    /// <param name="hint">The name of the file, as the generator gives it.</param>
    /// <param name="csharp">The element; its last name that the file declares counts.</param>
    public string? Find(string hint, string csharp)
    {
        string ending = Path.DirectorySeparatorChar + hint.Replace('/', Path.DirectorySeparatorChar);
        if (_files.Value.FirstOrDefault(file => file.EndsWith(ending, StringComparison.Ordinal)) is not { } path)
        {
            return null;
        }

        string[] lines = File.ReadAllLines(path);
        foreach (string name in Identifier().Matches(csharp).Select(match => match.Value).Reverse().Distinct())
        {
            int line = Array.FindIndex(lines, text => Declares(text, name));
            if (line >= 0)
            {
                return FormattableString.Invariant($"{Path.GetRelativePath(Environment.CurrentDirectory, path)}({line + 1}): {lines[line].Trim()}");
            }
        }

        return null;
    }

    private static IEnumerable<string> Folders(string root)
    {
        string source = Path.Combine(root, "src");
        return [Path.Combine(root, "artifacts", "generated"), .. Directory.Exists(source) ? Directory.EnumerateDirectories(source).Select(project => Path.Combine(project, "obj", "generated")) : []];
    }

    private static bool Declares(string line, string name) =>
        line.TrimStart().StartsWith("public ", StringComparison.Ordinal) && Identifier().Matches(line).Any(match => match.Value == name);

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Identifier();
}
