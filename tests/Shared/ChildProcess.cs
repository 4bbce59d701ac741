using System.ComponentModel;
using System.Diagnostics;

namespace Confluence.Tests;

/// <summary>A program that ran to its end.</summary>
/// <param name="Command">What was called, for messages.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it said.</param>
/// <param name="Errors">What it complained about.</param>
internal sealed record ChildProcess(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>Gets all that it said, the errors last.</summary>
    public string Text => Output + Errors;

    /// <summary>Runs a program and waits for its end. It does not outlive a test that is cancelled.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Ends it, with its children.</param>
    /// <param name="folder">The folder that it starts in; null for that of the tests.</param>
    /// <param name="variables">Environment variables to set, or with null to take away.</param>
    public static async Task<ChildProcess> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancellation,
        string? folder = null,
        IEnumerable<KeyValuePair<string, string?>>? variables = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach ((string name, string? value) in variables ?? [])
        {
            start.Environment[name] = value;
        }

        string command = $"{program} {string.Join(' ', start.ArgumentList)}";
        using Process process = new() { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"'{command}' did not start: {error.Message}", error);
        }

        using CancellationTokenRegistration killing = cancellation.Register(() => process.Kill(entireProcessTree: true));
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return new ChildProcess(command, process.ExitCode, await output, await errors);
    }

    /// <summary>Fails the test, with all that the program said, unless it ended with 0.</summary>
    public ChildProcess Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Text}");
        return this;
    }
}
