using System.CommandLine;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence auth</c>: signing in and out.</summary>
internal static class AuthCommand
{
    public static Command Create(CommandRunner runner) => new(
        "auth",
        "Sign in and out: keeps site and credential for the other commands, in files that only you can read. Variables that are set win over what is kept.")
    {
        AuthLoginCommand.Create(runner),
        AuthStatusCommand.Create(runner),
        AuthLogoutCommand.Create(runner),
    };
}
