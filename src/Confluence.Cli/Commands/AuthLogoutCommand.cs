using System.CommandLine;
using Confluence.Cli.Kept;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence auth logout</c>: removes what is kept.</summary>
internal static class AuthLogoutCommand
{
    private const string TokenPage = "https://id.atlassian.com/manage-profile/security/api-tokens";
    private const string AppsPage = "https://id.atlassian.com/manage-profile/apps";

    public static Command Create(CommandRunner runner)
    {
        Command command = new("logout", "Remove what auth login keeps: site, secrets and tokens. Sends nothing; a token stays valid until you revoke it at Atlassian.");
        command.SetAction((parsed, cancellationToken) => AuthRun.RunAsync(parsed, runner, token => RunAsync(runner.Environment, token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliEnvironment environment, CancellationToken cancellationToken)
    {
        SignInFolder folder = AuthRun.Folder(environment);
        IReadOnlyList<string> removed = await folder.RemoveAsync(cancellationToken).ConfigureAwait(false);
        if (removed.Count == 0)
        {
            environment.Output.WriteLine($"Nothing was kept in {folder.Path}.");
        }

        foreach (string file in removed)
        {
            environment.Output.WriteLine($"Removed {file}.");
        }

        if (removed.Count > 0)
        {
            environment.Output.WriteLine($"This revokes nothing: revoke an API token at {TokenPage}, and the access of an app at {AppsPage}.");
        }

        AuthLoginCommand.TellOfVariables(environment, "still");
        return ExitCode.Done;
    }
}
