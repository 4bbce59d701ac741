using System.Runtime.CompilerServices;
using System.Text;

namespace Confluence.Tests;

/// <summary>
/// Compares texts with the <c>*.verified.*</c> files beside the tests. The environment variable <c>CONFLUENCE_ACCEPT=1</c> makes what
/// came out the new baseline; without it a difference is written to a <c>*.received.*</c> file and fails.
/// </summary>
internal static class Verified
{
    private static bool Accepts => Environment.GetEnvironmentVariable("CONFLUENCE_ACCEPT") == "1";

    /// <summary>Compares one text with a file beside the calling source file.</summary>
    /// <param name="actual">What came out.</param>
    /// <param name="name">The file name, such as <c>PublicApi.V2.verified.txt</c>.</param>
    /// <param name="callerPath">The calling source file.</param>
    public static void Text(string actual, string name, [CallerFilePath] string callerPath = "") =>
        Compare(actual, Path.Combine(Folder(callerPath), name));

    /// <summary>Compares a set of texts with a folder: neither may hold a file that the other lacks.</summary>
    /// <param name="actual">Relative paths, without <c>.verified</c>, and texts.</param>
    /// <param name="folder">The folder of the baselines.</param>
    public static void Files(IReadOnlyDictionary<string, string> actual, string folder)
    {
        var known = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.verified.*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach ((string name, string text) in actual)
        {
            string path = Path.Combine(folder, Path.ChangeExtension(name, ".verified" + Path.GetExtension(name)));
            known.Remove(path);
            Compare(text, path);
        }

        foreach (string stale in known)
        {
            if (!Accepts)
            {
                Assert.Fail($"Nothing came out for the baseline {stale}. Delete it if that is right, or accept with CONFLUENCE_ACCEPT=1.");
            }

            File.Delete(stale);
        }
    }

    private static void Compare(string actual, string path)
    {
        string received = path.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string? expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        if (Accepts)
        {
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail(expected is null
            ? $"There is no baseline {path}. What came out lies in {received}; accept with CONFLUENCE_ACCEPT=1."
            : $"{FirstDifference(expected, actual)}\nBaseline: {path}\nReceived: {received}\nAccept with CONFLUENCE_ACCEPT=1.");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        for (int i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            string left = i < expectedLines.Length ? expectedLines[i] : "(end)";
            string right = i < actualLines.Length ? actualLines[i] : "(end)";
            if (left != right)
            {
                return $"Line {i + 1} differs.\n  expected: {left}\n  actual:   {right}";
            }
        }

        return "The texts differ in their line ends.";
    }

    private static string Folder(string callerPath) =>
        Path.GetDirectoryName(callerPath) ?? throw new InvalidOperationException("The path of the calling file has no folder.");
}
