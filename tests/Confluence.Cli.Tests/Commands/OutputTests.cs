using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Confluence.Cli.Surroundings;
using Confluence.Tests;

namespace Confluence.Cli.Tests.Commands;

/// <summary>What people and programs read, in every form. The baselines are the outputs.</summary>
public sealed partial class OutputTests
{
    [Theory]
    [InlineData("users", "--limit", "3")]
    [InlineData("spaces")]
    [InlineData("pages", "--kind", "page,blogpost", "--limit", "5")]
    [InlineData("activity", "--what", "versions,comments,likes", "--limit", "9")]
    public async Task Each_command_in_each_form(string command, params string[] arguments)
    {
        ToolWorld world = new() { Clock = new FixedDate(), OutputIsTerminal = true, Width = 110 };
        string[] line = [command, "--sandbox", "--sandbox-pages", "3", .. arguments];

        await CompareAsync($"{command}.terminal", world, line);
        await CompareAsync($"{command}.narrow", world with { Width = 60 }, line);
        await CompareAsync($"{command}.tabs", world with { OutputIsTerminal = false }, line);
        await CompareAsync($"{command}.csv", world with { OutputIsTerminal = false }, [.. line, "--output", "csv"]);
        await CompareAsync($"{command}.json", world with { OutputIsTerminal = false }, [.. line, "--output", "json"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("table")]
    public async Task Ctrl_C_leaves_whole_lines(string format)
    {
        using CancellationTokenSource interrupted = new();
        InterruptingWriter output = new(interrupted);
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new() { Output = output, Error = error, Variable = _ => null };

        int exitCode = await ConfluenceTool.RunAsync(["activity", "--sandbox", "--sandbox-pages", "500", "--output", format], environment, interrupted.Token);

        Assert.Equal(130, exitCode);
        Assert.Equal("confluence: Interrupted.\n", error.ToString());
        string text = output.ToString();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        if (format == "json")
        {
            Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
        }
    }

    private static async Task CompareAsync(string name, ToolWorld world, string[] line)
    {
        ToolResult result = await ToolRun.RunAsync(world, line);

        Assert.Empty(result.Error);
        Assert.Equal(0, result.ExitCode);

        // Whether titles are bold depends on the terminal that the tests run in; the ends of lines would not survive a checkout.
        string shown = Escapes().Replace(result.Output, "").Replace("\r\n", "\u240D\n", StringComparison.Ordinal);
        Verified.Text(shown, Path.Combine("Outputs", $"{name}.verified.txt"));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();

    /// <summary>Stands for a person who presses Ctrl-C when some lines have come.</summary>
    private sealed class InterruptingWriter(CancellationTokenSource interrupted) : StringWriter
    {
        private int _writes;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            base.Write(value);
            if (++_writes == 30)
            {
                interrupted.Cancel();
            }
        }
    }
}
