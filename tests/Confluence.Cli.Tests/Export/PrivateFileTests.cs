using System.Runtime.Versioning;
using Confluence.Cli.Files;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests.Export;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFileTests
{
    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_an_export()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights of this kind are those of Unix.");
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);
        File.SetUnixFileMode(folder.File("users.ndjson"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.WriteAllText(folder.File("pages.ndjson.partial"), "left by a killed export for all to read");

        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        Assert.All(folder.Names, name => Assert.Equal((name, UnixFileMode.UserRead | UnixFileMode.UserWrite), (name, File.GetUnixFileMode(folder.File(name)))));
    }

    [Fact]
    public async Task A_folder_that_was_there_keeps_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights of this kind are those of Unix.");
        using TemporaryFolder folder = new();
        UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        Directory.CreateDirectory(folder.Path, shared);

        Assert.Equal(0, (await ExportAsync(folder, seed: "1")).ExitCode);

        Assert.Equal(shared, File.GetUnixFileMode(folder.Path));
    }

    private static Task<ToolResult> ExportAsync(TemporaryFolder folder, string seed) =>
        ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "2", "--sandbox-seed", seed, "--out", folder.Path);
}
