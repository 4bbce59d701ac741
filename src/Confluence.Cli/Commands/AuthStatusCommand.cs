using System.CommandLine;
using System.Text;
using System.Text.Json;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Cli.SignIn;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence auth status</c>: who the tool is signed in as, and where each value comes from.</summary>
internal static class AuthStatusCommand
{
    public static Command Create(CommandRunner runner)
    {
        Option<OutputFormat> output = Choice.One(
            "--output", "table: a value a line, with where it comes from. json: one object.", OutputFormat.Table, [("table", OutputFormat.Table), ("json", OutputFormat.Json)]);
        Command command = new(
            "status",
            "Show who the tool is signed in as, and where each value comes from: a variable, or what auth login keeps. Sends nothing (doctor tries it) and shows no secret. "
            + "Exit code 0 when signed in, 2 when not.")
        {
            output,
        };
        command.SetAction((parsed, cancellationToken) => AuthRun.RunAsync(parsed, runner, token => RunAsync(runner.Environment, parsed.GetValue(output), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliEnvironment environment, OutputFormat format, CancellationToken cancellationToken)
    {
        SignInStatus status = await SignInStatus.ReadAsync(environment, cancellationToken).ConfigureAwait(false);
        if (format == OutputFormat.Json)
        {
            environment.Output.Write(Json(status) + "\n");
        }
        else
        {
            int width = status.Values.Select(static value => value.Label.Length).DefaultIfEmpty().Max() + 2;
            foreach (StatusValue value in status.Values)
            {
                environment.Output.Write($"{value.Label.PadRight(width)}{SafeText.Of(value.Value)}{(value.Source is null ? "" : $"  ({value.Source})")}\n");
            }
        }

        return status switch
        {
            { IsSignedIn: true } => ExitCode.Done,
            { Problem: { } problem } => throw new UsageException(problem),
            _ => ExitCode.Usage,
        };
    }

    private static string Json(SignInStatus status)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("signed_in"u8, status.IsSignedIn);
            foreach (StatusValue value in status.Values)
            {
                writer.WriteStartObject(value.Name);
                writer.WriteString("value"u8, value.Value);
                writer.WriteString("source"u8, value.Source);
                writer.WriteEndObject();
            }

            writer.WriteString("problem"u8, status.Problem);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
