using System.CommandLine;
using Confluence.Cli.Export;
using Confluence.Cli.Reading;
using Confluence.Cli.Rendering;
using Confluence.Generated.V1.Models;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence users</c>: the users of the site.</summary>
internal static class UsersCommand
{
    private static readonly Column[] s_columns = [new("ACCOUNT ID", 43), new("NAME"), new("TYPE", 9), new("E-MAIL")];

    public static Command Create(CommandRunner runner)
    {
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new("users", "List the users of the site. An e-mail address is shown only where its owner shows it.") { output };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            (_, client, token) => Results.WriteAsync(
                new UserReader(client).ReadAsync(token), runner.Environment, parsed.GetValue(output), s_columns, Row, Json, token),
            cancellationToken));
        return command;
    }

    private static string?[] Row(UserAccount user) => [user.AccountId, user.DisplayName ?? user.PublicName, user.AccountType, user.Email];

    private static string Json(UserAccount user) => WireJson.Text(user, WireJson.Write);
}
