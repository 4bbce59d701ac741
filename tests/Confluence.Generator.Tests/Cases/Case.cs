using System.Runtime.CompilerServices;

namespace Confluence.Generator.Tests.Cases;

/// <summary>A folder with small documents and what comes out of them. Every folder below this file that holds a JSON file is one.</summary>
internal static class Case
{
    /// <summary>Where the cases of documents with something wrong in them lie.</summary>
    public const string Diagnostics = "Diagnostics/";

    /// <summary>The folders, relative to this file, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Root(), "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root(), Path.GetDirectoryName(path) ?? path).Replace('\\', '/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Those that emit something.</summary>
    public static IEnumerable<string> Sound => All.Where(name => !name.StartsWith(Diagnostics, StringComparison.Ordinal));

    /// <summary>Those with something wrong in them.</summary>
    public static IEnumerable<string> Faulty => All.Where(name => name.StartsWith(Diagnostics, StringComparison.Ordinal));

    public static string Folder(string name) => Path.Combine(Root(), name);

    public static IReadOnlyList<(string Path, string Text)> Documents(string name) =>
    [
        .. Directory.EnumerateFiles(Folder(name), "*.json").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    private static string Root([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? throw new InvalidOperationException($"'{path}' has no folder.");
}
