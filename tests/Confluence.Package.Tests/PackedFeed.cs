using System.Runtime.CompilerServices;
using Confluence.Package.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PackedFeed))]

// Each test runs builds of its own, which use all cores.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Confluence.Package.Tests;

/// <summary>
/// The packages of this repository, as <c>dotnet pack</c> at its root makes them, once for all tests. Everything is built outside the tree, because
/// the tree's own build may be running; the version is a new one each time, so that no cache can answer in its place.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly string _suffix = $"test.{Guid.NewGuid():n}";

    /// <summary>Gets the folder of everything; it is deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("confluence-packages-").FullName;

    /// <summary>Gets the folder feed.</summary>
    public string Feed { get; private set; } = "";

    /// <summary>Gets the version of the packages.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Gets the folder of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Gets the path of a package.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extension">Its kind: <c>nupkg</c> or <c>snupkg</c>.</param>
    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    /// <summary>Packs the repository.</summary>
    /// <param name="name">The folder below <see cref="Folder"/> to build in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The folder of the packages.</returns>
    public async Task<string> PackAsync(string name, CancellationToken cancellation)
    {
        string artifacts = Path.Combine(Folder, name);
        // The analyzers have judged the code in the build of the tree, and put nothing into a package.
        string[] pack = ["pack", "--artifacts-path", artifacts, "--version-suffix", _suffix, "-p:RunAnalyzers=false", "--nologo", "-v", "minimal"];
        await DotNet.RunAsync(Repository, pack, cancellation, new KeyValuePair<string, string?>("SOURCE_DATE_EPOCH", "1780000000"));
        return Path.Combine(artifacts, "package", "release");
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Feed = await PackAsync("first", TestContext.Current.CancellationToken);
        const string Start = "Confluence.Generated.";
        string library = Assert.Single(Directory.GetFiles(Feed, $"{Start}*.nupkg"));
        Version = Path.GetFileNameWithoutExtension(library)[Start.Length..];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string FindRepository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));
}
