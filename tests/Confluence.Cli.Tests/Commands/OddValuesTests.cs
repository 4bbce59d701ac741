using System.CommandLine;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Commands;

/// <summary>
/// Whatever a person types, the tool says what is wrong with it or does what it means. The options are those of the tree of commands, so that a new one
/// is tried without a change here.
/// </summary>
public sealed class OddValuesTests : IAsyncLifetime
{
    private static readonly string[] s_values =
    [
        "", " ", "\t", "\n", "-", "-1", "0", "1", "1.5", "1e9", "NaN", "0x10", "2147483648", "-2147483649", "99999999999999999999", "\u0663", "1d", "60", "99h",
        "0001-01-01", "0001-01-01T00:00:00+14:00", "1969-12-31", "9999-12-31", "9999-12-31T23:59:59.9999999-14:00", "2026-02-30", "2026-05-27T24:00Z", "2026-05-27",
        "A,B", ",", "a,,b", "A B", "\"", "'", "\\", "%00", "..", "../..", "a/b", "?x=1&y=2#z", "@nofile", "~me", "*", "type=page", "\") or (\"",
        "\u0000", "\u001b[31m", "\u202E", "\u200B", "\uD800", "\uFFFF", "\U0001F44B", "e\u0301", "null", "true", "<b>", "{}", "[]", "=1+1", "https://example.com/",
        "00000000-0000-0000-0000-000000000000", "712020:00000000-0000-0000-0000-000000000000",
    ];

    private ConfluenceSandbox? _sandbox;

    public static TheoryData<string> Commands => [.. Root().Subcommands.Select(static command => command.Name), ""];

    public async ValueTask InitializeAsync() => _sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Users = 3, Spaces = 1, Pages = 1, BlogPosts = 1 }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task No_value_of_any_option_breaks_the_tool(string command)
    {
        using TemporaryFolder folder = new();
        int tried = 0;
        foreach (Option option in OptionsOf(command))
        {
            foreach (string value in s_values.Append(new string('x', 20_000)))
            {
                await TryAsync(folder, command, option, [option.Name, option.Name == "--out" ? Beside(folder, value) : value]);
                tried++;
            }

            await TryAsync(folder, command, option, [option.Name]);
            await TryAsync(folder, command, option, [option.Name, "1", option.Name, "2"]);
        }

        Assert.True(tried > 5 * s_values.Length, "Hardly any option was found.");
    }

    [Fact]
    public async Task No_argument_breaks_the_tool()
    {
        using TemporaryFolder folder = new();
        foreach (string value in s_values.Concat(["[suggest]", "[suggest:3]", "[diagram]", "--", "users --", "-?", "/?", "--help", "--version", "--sandbox=maybe"]))
        {
            await TryAsync(folder, value, null, []);
            await TryAsync(folder, "users", null, [value]);
        }
    }

    [Theory]
    [InlineData("CONFLUENCE_SITE")]
    [InlineData("CONFLUENCE_EMAIL")]
    [InlineData("CONFLUENCE_API_TOKEN")]
    public async Task No_value_of_a_variable_breaks_the_tool(string variable)
    {
        foreach (string value in s_values)
        {
            Dictionary<string, string> variables = ToolRun.VariablesOf(Sandbox);
            variables[variable] = value;
            foreach (string command in (string[])["spaces", "doctor"])
            {
                // Whatever site a value names, nothing leaves this machine.
                ToolWorld world = new() { Variables = variables, Handler = static () => new InterveningHandler(static _ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound)) };
                AssertSound(await ToolRun.RunAsync(world, command, "--retries", "0"), $"{command} with {variable}={value}");
            }
        }
    }

    private ConfluenceSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox has not been started.");

    private static RootCommand Root() => ConfluenceTool.CreateRoot(new CliEnvironment { Output = TextWriter.Null, Error = TextWriter.Null, Variable = static _ => null });

    private static IEnumerable<Option> OptionsOf(string command)
    {
        RootCommand root = Root();
        Command found = command.Length == 0 ? root : root.Subcommands.Single(each => each.Name == command);
        return found.Options.Concat(root.Options.Where(static option => option.Recursive)).DistinctBy(static option => option.Name);
    }

    // A path that could lead anywhere stays below the folder of the test; one that no folder can have is tried as it is.
    private static string Beside(TemporaryFolder folder, string value) =>
        string.IsNullOrWhiteSpace(value) || value.Contains('\0', StringComparison.Ordinal) ? value : Path.Join(folder.Path, "a", "b", "c", value);

    private async Task TryAsync(TemporaryFolder folder, string command, Option? option, string[] given)
    {
        List<string> line = [.. command.Length == 0 ? [] : (string[])[command], .. given];
        if (command == "export" && option?.Name != "--out")
        {
            line.AddRange(["--out", folder.File(Guid.NewGuid().ToString("N"))]);
        }

        if (option?.Name.StartsWith("--sandbox-", StringComparison.Ordinal) == true)
        {
            line.Add("--sandbox");
        }

        ToolWorld world = new() { Variables = ToolRun.VariablesOf(Sandbox), Clock = new FastTimers() };
        AssertSound(await ToolRun.RunAsync(world, [.. line]), string.Join(' ', line));
    }

    private static void AssertSound(ToolResult result, string line)
    {
        line = line.Length > 300 ? line[..300] : line;
        Assert.True(result.ExitCode is 0 or 1 or 2 or 4 || (result.ExitCode == 5 && line.StartsWith("audit", StringComparison.Ordinal)), $"{line}: exit code {result.ExitCode}");
        Assert.False(result.Error.Contains("no words for", StringComparison.Ordinal), $"{line}: {result.Error}");
        Assert.True(result.ExitCode is not 2 || result.ErrorLines.All(static error => error.StartsWith("confluence: ", StringComparison.Ordinal) || error.StartsWith("See confluence", StringComparison.Ordinal) || error.StartsWith("Note: ", StringComparison.Ordinal)), $"{line}: {result.Error}");
        Assert.True(result.ExitCode != 2 || result.ErrorLines.Length > 0, $"{line}: nothing says what is wrong.");
        Assert.False(result.Error.Any(static character => char.IsControl(character) && character != '\n'), $"{line}: a control character in {result.Error}");
    }
}
