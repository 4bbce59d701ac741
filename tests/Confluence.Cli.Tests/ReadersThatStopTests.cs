using System.Diagnostics;
using System.Text;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests;

/// <summary>A reader that stops early, or that was never there, is no fault: nothing is said, and the exit code is that of the work.</summary>
public sealed class ReadersThatStopTests
{
    [Theory]
    [InlineData("confluence --help | head -1", "0")]
    [InlineData("confluence export --help | head -0", "0")]
    [InlineData("confluence --version | head -0", "0")]
    [InlineData("confluence export --sandbox --sandbox-pages 3 --out OUT | head -0", "0")]
    [InlineData("confluence doctor --sandbox --space NOPE | head -1", "0|1")]
    [InlineData("confluence users --sandbox | head -1", "0")]
    [InlineData("confluence spaces --sandbox --output json | head -0", "0")]
    [InlineData("confluence pages --sandbox --output csv | head -1", "0")]
    [InlineData("confluence pages --sandbox --estimate | head -0", "0")]
    [InlineData("confluence --help >&-", "0")]
    [InlineData("confluence users --sandbox >&-", "0")]
    [InlineData("confluence export --sandbox --sandbox-pages 3 --out OUT >&-", "0")]
    [InlineData("confluence export --sandbox --sandbox-pages 3 --out OUT >&- 2>&-", "0")]
    [InlineData("confluence export --sandbox --sandbox-pages 3 --out OUT <&- >&- 2>&-", "0")]
    [InlineData("confluence users 2>&-", "2")]
    [InlineData("confluence users --nonsense 2>&-", "2")]
    [InlineData("confluence users --sandbox --user nope 2>&- >/dev/null", "4")]
    [InlineData("confluence users 2>&1 >/dev/null | head -0", "2")]
    public async Task In_a_shell(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The lines are those of a shell of Unix.");
        using TemporaryFolder folder = new();
        string tool = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "confluence.dll")}'";
        string script = $"unset CONFLUENCE_SITE CONFLUENCE_EMAIL CONFLUENCE_API_TOKEN\nconfluence() {{ {tool} \"$@\"; echo $? > '{folder.Path}.code'; }}\n{line.Replace("OUT", folder.Path, StringComparison.Ordinal)}\n";

        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The shell did not start.");
        Task<string> output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", error);
        Assert.Contains((await File.ReadAllTextAsync(folder.Path + ".code", TestContext.Current.CancellationToken)).Trim(), expected.Split('|'));
        if (line.Contains("OUT", StringComparison.Ordinal))
        {
            Assert.Contains("manifest.json", folder.Names);
        }
    }

    [Fact]
    public async Task A_full_disk_is_a_fault_and_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Output = new StreamWriter(new ReaderStream(full, isNeeded: true), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true },
            Error = error,
            Variable = static _ => null,
        };

        Assert.Equal(1, await ConfluenceTool.RunAsync(["users", "--sandbox"], environment, TestContext.Current.CancellationToken));
        Assert.Matches("^confluence: The output could not be written: No space left on device[^.]*. Check where it goes, and the free space there.\n$", error.ToString());
    }

    [Theory]
    [InlineData("--help", "The output could not be written")]
    [InlineData("doctor --sandbox", "The output could not be written")]
    [InlineData("export --sandbox --sandbox-pages 3 --out OUT", "is in its place, ")]
    public async Task A_full_disk_is_told_whatever_is_written(string line, string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        using TemporaryFolder folder = new();
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Output = new StreamWriter(new ReaderStream(full, isNeeded: true), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true },
            Error = error,
            Variable = static _ => null,
        };

        Assert.Equal(1, await ConfluenceTool.RunAsync(line.Replace("OUT", folder.Path, StringComparison.Ordinal).Split(' '), environment, TestContext.Current.CancellationToken));

        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a fault of the tool", error.ToString(), StringComparison.Ordinal);
    }
}
