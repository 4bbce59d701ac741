using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Doctor;
using Confluence.Cli.Progress;
using Confluence.Cli.Settings;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence doctor</c>: what works of a set-up, what does not, and what to do about it.</summary>
internal static class DoctorCommand
{
    private const string Rest = "Everything else";

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces("Look also for the space with this key. Several keys stand with commas or blanks between them.");
        Command command = new(
            "doctor",
            "Check the set-up step by step: variables or the kept sign-in, the way to the site, credential, scopes and rights. Says what to do about each thing that is wrong. "
            + "Costs fewer than 20 requests, and one for each space, and changes nothing.")
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
            if (await SettingsAsync(parsed, runner, report, cancellationToken).ConfigureAwait(false) is { } settings)
            {
                await ExamineAsync(settings, runner.Requests.Read(parsed), environment, spaceKeys, report, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                report.Add(Finding.Skipped(Rest, "not tried: the settings come first"));
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
            // Who had enough has seen what was found by then.
            return report.Failures == 0 ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private static async Task<SourceSettings?> SettingsAsync(ParseResult parsed, CommandRunner runner, DoctorReport report, CancellationToken cancellationToken)
    {
        if (!parsed.GetValue(runner.Source.Sandbox))
        {
            SourceSettingsReader.RefuseSandboxOptions(runner.Source, parsed);
            return SignInCheck.Counts(runner.Environment.Variable)
                ? await SignInCheck.RunAsync(runner.Environment, report, cancellationToken).ConfigureAwait(false)
                : SettingsCheck.Run(runner.Environment.Variable, report);
        }

        SourceSettings sandbox = SourceSettingsReader.Read(runner.Source, parsed, runner.Environment);
        report.Add(Finding.Ok("Source", "the sandbox, an invented site inside the tool"));
        return sandbox;
    }

    private static async Task ExamineAsync(
        SourceSettings settings, RequestSettings requests, CliEnvironment environment, string[] spaceKeys, DoctorReport report, CancellationToken cancellationToken)
    {
        Patience patience = Patience.Doctor.With(requests);
        ProgressLine progress = new(environment);
        CallSettings calls = new(patience.MaxWait, new WaitNotice(environment, progress, requests.Verbose).Tell);
        SourceConnection connection = await SourceConnection
            .OpenAsync(settings, requests, patience, environment, progress, requestsAtOnce: null, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            ConfluenceClient client = connection.Client;
            ProxyInUse? proxy = settings is SiteSettings ? ProxyInUse.Find(client.Site.BaseAddress, environment, report) : null;
            ReachCheck reach = new(connection.Http, client.Site, proxy, patience.Timeout, report);
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

            await new ReadingCheck(client, calls, scopes, report).RunAsync(cancellationToken).ConfigureAwait(false);
            await new SpaceCheck(client, calls, report).RunAsync(spaceKeys, cancellationToken).ConfigureAwait(false);
            if (scopes.Finding(settings is ConsentSettings) is { } missing)
            {
                report.Add(missing);
            }
        }
    }
}
