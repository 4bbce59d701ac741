using System.Runtime.InteropServices;
using System.Xml.Linq;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>A fresh project in a folder of its own, which knows the packages and nothing of this repository.</summary>
internal sealed class Consumer
{
    private const string Stub = "<Project />";
    private readonly string _name;
    private readonly string _folder;

    private Consumer(string name, string folder) => (_name, _folder) = (name, folder);

    /// <summary>Makes the project.</summary>
    /// <param name="feed">The packages.</param>
    /// <param name="name">Its name, and that of its sources below <c>Consumers</c>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="source">Where to look for our packages instead of the feed.</param>
    public static async Task<Consumer> CreateAsync(PackedFeed feed, string name, CancellationToken cancellation, string? source = null)
    {
        string folder = Path.Combine(feed.Folder, "consumers", $"{name}-{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);
        await PackageFolders.WriteConfigAsync(folder, source ?? feed.Feed, cancellation);
        // MSBuild takes the nearest of these files; the stubs keep it from looking further up.
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), Stub, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Packages.props"), Stub, cancellation);
        XElement properties = new("Project", new XElement(
            "PropertyGroup",
            new XElement("PackedVersion", feed.Version),
            // An audit asks the sources for advisories at each restore; a copy of the source may have none and would only warn.
            new XElement("NuGetAudit", "false")));
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), properties.ToString(), cancellation);
        foreach (string file in Directory.GetFiles(SourcesOf(name)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return new Consumer(name, folder);
    }

    /// <summary>Gets the text of its program.</summary>
    /// <param name="name">Its name.</param>
    public static string ProgramOf(string name) => File.ReadAllText(Path.Combine(SourcesOf(name), "Program.cs"));

    /// <summary>Builds the project and runs it.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="variables">Environment variables of the program.</param>
    public async Task<ChildProcess> BuildAndRunAsync(CancellationToken cancellation, params KeyValuePair<string, string?>[] variables)
    {
        await DotNet.RunAsync(_folder, ["build", "-c", "Release", "--nologo"], cancellation);
        string program = Path.Combine(_folder, "bin", "Release", "net10.0", $"{_name}.dll");
        return (await ChildProcess.RunAsync("dotnet", [program], cancellation, _folder, variables)).Succeeded();
    }

    /// <summary>Publishes the project natively and runs it.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="variables">Environment variables of the program.</param>
    public async Task<ChildProcess> PublishAndRunAsync(CancellationToken cancellation, params KeyValuePair<string, string?>[] variables)
    {
        string published = Path.Combine(_folder, "published");
        string[] compiler = NativeLinker.Compiler is { } name ? [$"-p:CppCompilerAndLinker={name}"] : [];
        await DotNet.RunAsync(
            _folder, ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", published, "--nologo", .. compiler], cancellation);
        Assert.False(File.Exists(Path.Combine(published, $"{_name}.dll")), "The publish left an assembly, so it was not native.");
        string program = Path.Combine(published, OperatingSystem.IsWindows() ? $"{_name}.exe" : _name);
        return (await ChildProcess.RunAsync(program, [], cancellation, _folder, variables)).Succeeded();
    }

    private static string SourcesOf(string name) =>
        Path.Combine(PackedFeed.Repository, "tests", "Confluence.Package.Tests", "Consumers", name);
}
