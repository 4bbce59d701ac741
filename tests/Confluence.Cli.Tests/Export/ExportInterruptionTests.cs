using System.Text;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

public sealed class ExportInterruptionTests
{
    [Theory]
    [InlineData("Reading users")]
    [InlineData("Reading pages")]
    public async Task Ctrl_C_leaves_no_file(string during)
    {
        using TemporaryFolder folder = new();

        (int exitCode, string error) = await InterruptAsync(folder, during);

        Assert.Equal(130, exitCode);
        Assert.EndsWith("confluence: Interrupted.\n", error, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Ctrl_C_leaves_the_earlier_export_whole()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ToolRun.RunAsync("export", "--sandbox", "--out", folder.Path)).ExitCode);
        Dictionary<string, byte[]> before = folder.Names.ToDictionary(name => name, name => File.ReadAllBytes(folder.File(name)));

        (int exitCode, _) = await InterruptAsync(folder, "Reading pages");

        Assert.Equal(130, exitCode);
        Assert.Equal(before.Keys, folder.Names);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(folder.File(file.Key))));
    }

    [Theory]
    [InlineData("users")]
    [InlineData("export")]
    public async Task A_site_that_refuses_leaves_no_file_and_the_token_unsaid(string command)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using TemporaryFolder folder = new();
        Dictionary<string, string> variables = ToolRun.VariablesOf(sandbox);
        variables["CONFLUENCE_API_TOKEN"] = "wr0ng-token-value";

        ToolResult result = await ToolRun.RunAsync(variables, command == "export" ? [command, "--out", folder.Path] : [command]);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.DoesNotContain("wr0ng-token-value", result.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    private static async Task<(int ExitCode, string Error)> InterruptAsync(TemporaryFolder folder, string during)
    {
        using CancellationTokenSource interrupted = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        InterruptingWriter error = new(during, interrupted);
        CliEnvironment environment = new()
        {
            Output = TextWriter.Null,
            Error = error,
            ErrorIsTerminal = true,
            Variable = _ => null,
        };
        int exitCode = await ConfluenceTool.RunAsync(["export", "--sandbox", "--out", folder.Path], environment, interrupted.Token);
        return (exitCode, error.Text);
    }

    /// <summary>Stands for a person who presses Ctrl-C when a text appears.</summary>
    private sealed class InterruptingWriter(string trigger, CancellationTokenSource interrupted) : StringWriter
    {
        public string Text => ToString().ReplaceLineEndings("\n");

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(trigger, StringComparison.Ordinal) == true)
            {
                interrupted.Cancel();
            }
        }
    }
}
