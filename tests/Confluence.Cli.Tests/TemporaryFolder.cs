namespace Confluence.Cli.Tests;

/// <summary>A folder that is gone after the test. It does not exist before somebody makes it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("confluence-cli-tests-");

    public string Path => System.IO.Path.Combine(_parent.FullName, "export");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Gets the names of the files in the folder, sorted.</summary>
    public string[] Names => Directory.Exists(Path)
        ? [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)]
        : [];

    public void Dispose() => _parent.Delete(recursive: true);
}
