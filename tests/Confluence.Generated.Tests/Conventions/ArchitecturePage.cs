using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>What ARCHITECTURE.md says: its tables, and the names in it that are code.</summary>
internal static partial class ArchitecturePage
{
    private static readonly string s_text = File.ReadAllText(PathOf("ARCHITECTURE.md"));

    /// <summary>Every name of a file or a folder in it.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. CodeIn(s_text).Where(static name => (name.EndsWith('/') || FileName().IsMatch(name)) && !TestName().IsMatch(name)).Distinct()];

    /// <summary>Every class of tests in it, by its place below <c>tests/Confluence.</c>, and folders of tests, which end in a slash.</summary>
    public static IReadOnlyList<string> Tests { get; } = [.. CodeIn(s_text).Where(static name => TestName().IsMatch(name)).Distinct()];

    /// <summary>The rows of the table under a heading, without its first two lines.</summary>
    public static IReadOnlyList<string[]> Table(string heading)
    {
        string section = s_text.Split("\n## ").SingleOrDefault(part => part.StartsWith(heading + "\n", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"ARCHITECTURE.md has no heading '{heading}'.");
        return
        [
            .. section.Split('\n').Where(static line => line.StartsWith('|')).Skip(2)
                .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()),
        ];
    }

    /// <summary>What stands in backticks.</summary>
    public static IEnumerable<string> CodeIn(string text) => Code().Matches(text).Select(static match => match.Groups[1].Value);

    /// <summary>The full path of something in the repository.</summary>
    public static string PathOf(string path) => Path.Combine(Root(), path);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../.."));

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w./-]+\.(cs|md|json|csproj|txt)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:\w+\.)?\w*Tests/[\w/]+$")]
    private static partial Regex TestName();
}
