using System.Runtime.CompilerServices;

namespace Confluence.Generator.Tests.Spec;

/// <summary>Where things lie in the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The document as Atlassian publishes it, when it lies beside the repository; it is not part of it.</summary>
    public static string FindPublished(string api)
    {
        string path = Path.GetFullPath(PathOf("..", "shared", "spec", "upstream", $"confluence-{api}.2026-07-20.json"));
        Assert.SkipUnless(File.Exists(path), $"The published {api} document does not lie beside the repository.");
        return path;
    }

    private static string FindRoot([CallerFilePath] string file = "")
    {
        string directory = Path.GetDirectoryName(file)!; // A source file lies in a directory.
        while (!File.Exists(Path.Combine(directory, "Confluence.Generated.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException($"No repository above {file}.");
        }

        return directory;
    }
}
