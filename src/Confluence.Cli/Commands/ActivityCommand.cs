using System.CommandLine;
using System.Globalization;
using Confluence.Cli.Export;
using Confluence.Cli.Reading;
using Confluence.Cli.Rendering;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence activity</c>: who created, edited, commented and liked which page.</summary>
internal static class ActivityCommand
{
    private static readonly Column[] s_columns =
    [
        new("TIME (UTC)", 19), new("KIND", 9), new("PAGE ID", 12), new("ACTOR", 43), new("DETAIL"),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces();
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new(
            "activity",
            "List what was done on the pages, page by page: created, edited, commented, liked. The site tells no time of a like.") { spaces, output };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            async (_, client, token) =>
            {
                IReadOnlyList<Space>? chosen = await new SpaceReader(client)
                    .FindAsync(parsed.GetValue(spaces) ?? [], token).ConfigureAwait(false);
                IAsyncEnumerable<ActivityEvent> events = new PageReader(client)
                    .ReadAsync(chosen, withBody: false, limit: null, token)
                    .SelectInOrderAsync(ActivityReader.PagesAtOnce, new ActivityReader(client).ReadAsync, token)
                    .SelectMany(onPage => onPage);
                await Results.WriteAsync(events, runner.Environment, parsed.GetValue(output), s_columns, Row, Json, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }

    private static string?[] Row(ActivityEvent activity) =>
        [Results.Time(activity.At), activity.Kind, activity.PageId, activity.Actor, Detail(activity)];

    private static string? Detail(ActivityEvent activity) => activity.Kind switch
    {
        ActivityKind.Edited => string.Create(
            CultureInfo.InvariantCulture,
            $"version {activity.Version}{(activity.MinorEdit == true ? ", minor" : "")}{(activity.Message is string message ? $": {message}" : "")}"),
        ActivityKind.Commented => $"comment {activity.CommentId}",
        _ => null,
    };

    private static string Json(ActivityEvent activity) => WireJson.Text(activity, WireJson.Write);
}
