using System.Text.RegularExpressions;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Diff.Touch;

/// <summary>The hand-written sources that call operations: retrieval and what else the library adds, and the commands of the tool.</summary>
internal sealed partial class HandWrittenCallers
{
    private static readonly string[] s_projects = ["Confluence.Generated", "Confluence.Cli"];

    private readonly Dictionary<string, SortedSet<string>> _filesByMethod = new(StringComparer.Ordinal);

    private HandWrittenCallers()
    {
    }

    /// <summary>Reads the sources beside a spec folder; there are none where the folder stands alone.</summary>
    public static HandWrittenCallers Read(string specFolder)
    {
        var callers = new HandWrittenCallers();
        string root = Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(specFolder))) ?? specFolder;
        foreach (string project in s_projects.Select(name => Path.Combine(root, "src", name)).Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string relative = Path.GetRelativePath(root, file).Replace('\\', '/');
                if (!relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal))
                {
                    callers.Add(relative, SpecFiles.Decode(file, SpecFiles.ReadBytes(file)));
                }
            }
        }

        return callers;
    }

    /// <summary>The files that name the method of an operation.</summary>
    /// <param name="operation">The C# name, without Async.</param>
    public IEnumerable<string> Of(string operation) => _filesByMethod.GetValueOrDefault(operation + "Async") ?? [];

    private void Add(string file, string text)
    {
        foreach (string method in Method().Matches(text).Select(match => match.Value).Distinct())
        {
            if (!_filesByMethod.TryGetValue(method, out SortedSet<string>? files))
            {
                _filesByMethod.Add(method, files = new SortedSet<string>(StringComparer.Ordinal));
            }

            files.Add(file);
        }
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9_]*Async\b")]
    private static partial Regex Method();
}
