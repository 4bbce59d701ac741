using Confluence.Sandbox;

namespace Confluence.Cli.Tests;

/// <summary>What one run of the tool gave.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Gets the lines of the output.</summary>
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets the lines of the errors.</summary>
    public string[] ErrorLines => Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the tool inside the test process.</summary>
internal static class ToolRun
{
    /// <summary>Runs it without any environment variable.</summary>
    public static Task<ToolResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs it with some environment variables.</summary>
    public static async Task<ToolResult> RunAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Output = output,
            Error = error,
            Variable = variables.GetValueOrDefault,
        };
        int exitCode = await ConfluenceTool.RunAsync(arguments, environment, TestContext.Current.CancellationToken);
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Gives the variables with which the tool reads a sandbox as if it were a real site.</summary>
    public static Dictionary<string, string> VariablesOf(ConfluenceSandbox sandbox) => new()
    {
        ["CONFLUENCE_SITE"] = sandbox.BaseAddress.ToString(),
        ["CONFLUENCE_EMAIL"] = sandbox.Email,
        ["CONFLUENCE_API_TOKEN"] = sandbox.ApiToken,
    };
}
