using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Rendering;
using Confluence.Generated.V2.Models;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence spaces</c>: the spaces that the account can see, with the keys that other commands take.</summary>
internal static class SpacesCommand
{
    private static readonly Field<Space>[] s_fields =
    [
        new("KEY", "key", static space => space.Key) { Width = 20 },
        new("ID", "id", static space => space.Id) { Width = 12 },
        new("TYPE", "type", static space => space.Type.Value) { Width = 13 },
        new("STATUS", "status", static space => space.Status.Value) { Width = 8 },
        new("NAME", "name", static space => space.Name) { TableText = static space => Shown.Or(space.Name, "(no name)") },
        new(null, "created_at", static space => TimeText.Iso(space.CreatedAt)),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> keys = ListOptions.Spaces();
        Option<int?> limit = ListOptions.Limit("spaces");
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new("spaces", "List the spaces that the account can see. Costs one request for 250 of them.") { keys, limit, output };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            Patience.Interactive,
            (session, token) => Results.WriteAsync(
                SpaceChoice.ChosenAsync(session.Client, session.Calls, parsed.GetValue(keys) ?? [], token).Limited(parsed.GetValue(limit)),
                session,
                parsed.GetValue(output),
                new ResultForm<Space>(s_fields, (line, space) => line.Write(space, session.Origin.Now("space"))),
                token),
            cancellationToken));
        return command;
    }
}
