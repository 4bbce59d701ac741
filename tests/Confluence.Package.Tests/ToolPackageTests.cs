using System.Text.Json;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>The tool is installed from its package, as anybody would, and exports.</summary>
public sealed class ToolPackageTests(PackedFeed feed)
{
    private const string ExportCommand = "confluence export --sandbox --out confluence-data";

    [Fact]
    public async Task The_installed_tool_runs_the_export_of_its_page()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string folder = Path.Combine(feed.Folder, "consumers", "tool");
        Directory.CreateDirectory(folder);
        await PackageFolders.WriteConfigAsync(folder, feed.Feed, cancellation);
        await DotNet.RunAsync(folder, ["tool", "install", "Confluence.Cli", "--version", feed.Version, "--tool-path", folder], cancellation);

        Assert.Contains(ExportCommand, PackageFile.ReadText(feed.PathOf("Confluence.Cli"), "README.md"), StringComparison.Ordinal);
        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? "confluence.exe" : "confluence");
        string[] noSite = ["CONFLUENCE_SITE", "CONFLUENCE_EMAIL", "CONFLUENCE_API_TOKEN"];
        KeyValuePair<string, string?>[] variables = [DotNet.Root, .. noSite.Select(static name => new KeyValuePair<string, string?>(name, null))];
        ChildProcess export = await ChildProcess.RunAsync(program, ExportCommand.Split(' ')[1..], cancellation, folder, variables);
        export.Succeeded();

        string data = Path.Combine(folder, "confluence-data");
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: cancellation);
        Assert.Equal(sandbox.Truth.SpaceKeys.SelectMany(sandbox.Truth.PageIdsInSpace), await IdsAsync(Path.Combine(data, "pages.ndjson"), "id", cancellation));
        using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "manifest.json"), cancellation));
        Assert.Equal(feed.Version, manifest.RootElement.GetProperty("tool").GetProperty("version").GetString());
        Assert.Equal(sandbox.Truth.PageCount, manifest.RootElement.GetProperty("counts").GetProperty("pages").GetInt32());
    }

    [Fact]
    public void The_notices_name_every_program_of_others_in_the_package()
    {
        string package = feed.PathOf("Confluence.Cli");
        string notices = PackageFile.ReadText(package, "THIRD-PARTY-NOTICES.md");

        string[] foreign = [.. PackageFile.EntriesOf(package)
            .Where(static entry => entry.EndsWith(".dll", StringComparison.Ordinal))
            .Select(static entry => Path.GetFileNameWithoutExtension(entry))
            .Where(static name => !name.StartsWith("confluence", StringComparison.OrdinalIgnoreCase))];

        Assert.NotEmpty(foreign);
        Assert.All(foreign, name => Assert.Contains(name, notices, StringComparison.Ordinal));
        Assert.Contains("App vNext", PackageFile.ReadText(package, "licenses/Polly.Core/LICENSE"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(string file, string member, CancellationToken cancellation)
    {
        List<string?> ids = [];
        foreach (string line in await File.ReadAllLinesAsync(file, cancellation))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            ids.Add(document.RootElement.GetProperty(member).GetString());
        }

        return ids;
    }
}
