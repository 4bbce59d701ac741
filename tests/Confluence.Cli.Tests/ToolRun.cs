using System.Net;
using Confluence.Cli.Surroundings;
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

/// <summary>The world around a run of the tool.</summary>
internal sealed record ToolWorld
{
    public Dictionary<string, string> Variables { get; init; } = [];

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = 100;

    public IWebProxy Proxy { get; init; } = new WebProxy();

    /// <summary>What answers the requests; null for sockets.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What stands on standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Is told each line of the output while the tool runs.</summary>
    public Action<string>? OnLine { get; init; }
}

/// <summary>Tells of each line that is written.</summary>
internal sealed class LineTeller(Action<string> tell) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        tell(value ?? "");
    }
}

/// <summary>Runs the tool inside the test process.</summary>
internal static class ToolRun
{
    /// <summary>Runs it without any environment variable.</summary>
    public static Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(new ToolWorld(), arguments);

    /// <summary>Runs it with some environment variables.</summary>
    public static Task<ToolResult> RunAsync(Dictionary<string, string> variables, params string[] arguments) =>
        RunAsync(new ToolWorld { Variables = variables }, arguments);

    /// <summary>Runs it in a world.</summary>
    public static async Task<ToolResult> RunAsync(ToolWorld world, params string[] arguments)
    {
        StringWriter output = world.OnLine is { } tell ? new LineTeller(tell) { NewLine = "\n" } : new StringWriter { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Input = new StringReader(world.Input),
            Output = output,
            Error = error,
            OutputIsTerminal = world.OutputIsTerminal,
            ErrorIsTerminal = world.ErrorIsTerminal,
            Width = world.Width,
            Proxy = world.Proxy,
            Variable = world.Variables.GetValueOrDefault,
            Handler = world.Handler,
            Clock = world.Clock,
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

/// <summary>A clock on which waits are shorter: when one has passed, its time stamps are as far on as it was long, while its date runs as ever.</summary>
internal sealed class FastTimers(int factor = 100) : TimeProvider
{
    private readonly Lock _lock = new();
    private long _ahead;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return base.GetTimestamp() + _ahead;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        long due = GetTimestamp() + (long)(dueTime.TotalSeconds * TimestampFrequency);
        return base.CreateTimer(
            told =>
            {
                MoveTo(due);
                callback(told);
            },
            state,
            dueTime / factor,
            period);
    }

    private void MoveTo(long due)
    {
        lock (_lock)
        {
            _ahead = Math.Max(_ahead, due - base.GetTimestamp());
        }
    }
}

/// <summary>A clock whose date stands still, while its timers run.</summary>
internal sealed class FixedDate : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
}
