using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Doctor;
using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence doctor</c>: what works of a set-up, what does not, and what to do about it.</summary>
internal static class DoctorCommand
{
    private const string Rest = "Everything else";

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces("Look also for the space with this key. Can be given several times, or with several keys.");
        Command command = new(
            "doctor",
            "Check the set-up step by step: variables, the way to the site, credential, scopes and rights. Says what to do about each thing that is wrong. "
            + "Costs about 15 requests, and changes nothing.")
        {
            spaces,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, runner, parsed.GetValue(spaces) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CommandRunner runner, string[] spaceKeys, CancellationToken cancellationToken)
    {
        CliEnvironment environment = runner.Environment;
        DoctorReport report = new(environment);
        try
        {
            if (Settings(parsed, runner, report) is { } settings)
            {
                await ExamineAsync(settings, environment, spaceKeys, report, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                report.Add(Finding.Skipped(Rest, "not tried: the variables come first"));
            }

            report.End();
            return report.Failures == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (UsageException exception)
        {
            environment.Error.WriteLine($"{ToolVersion.Name}: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            environment.Error.WriteLine($"{ToolVersion.Name}: Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
    }

    private static SourceSettings? Settings(ParseResult parsed, CommandRunner runner, DoctorReport report)
    {
        if (!parsed.GetValue(runner.Options.Sandbox))
        {
            SourceSettingsReader.RefuseSandboxOptions(runner.Options, parsed);
            return SettingsCheck.Run(runner.Environment.Variable, report);
        }

        SourceSettings sandbox = SourceSettingsReader.Read(runner.Options, parsed, runner.Environment);
        report.Add(Finding.Ok("Source", "the sandbox, an invented site inside the tool"));
        return sandbox;
    }

    private static async Task ExamineAsync(
        SourceSettings settings, CliEnvironment environment, string[] spaceKeys, DoctorReport report, CancellationToken cancellationToken)
    {
        SourceConnection connection = await SourceConnection.OpenAsync(settings, environment, Patience, requestsAtOnce: null, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            ConfluenceClient client = connection.Client;
            ReachCheck reach = new(connection.Http, client.Site, report);
            if (!await reach.RunAsync(cancellationToken).ConfigureAwait(false))
            {
                report.Add(Finding.Skipped(Rest, "not tried: there is no way to the site, and the credential was not sent"));
                return;
            }

            MissingScopes scopes = new();
            if (!await new CredentialCheck(client, settings, reach.Id, scopes, report).RunAsync(cancellationToken).ConfigureAwait(false))
            {
                report.Add(Finding.Skipped(Rest, "not tried: without a credential that is accepted, nothing can be read"));
                return;
            }

            await new ReadingCheck(client, scopes, report).RunAsync(cancellationToken).ConfigureAwait(false);
            await new SpaceCheck(client, report).RunAsync(spaceKeys, cancellationToken).ConfigureAwait(false);
            if (scopes.Finding() is { } missing)
            {
                report.Add(missing);
            }
        }
    }

    // Somebody sits and waits: better an answer now than the right to an answer after many attempts.
    private static void Patience(ConfluenceClientOptions options)
    {
        options.Retry.MaxRetries = 1;
        options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(5);
        options.AttemptTimeout = TimeSpan.FromSeconds(20);
        options.Timeout = TimeSpan.FromSeconds(45);
    }
}
