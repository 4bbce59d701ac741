using System.CommandLine;
using System.Globalization;
using Confluence.Cli.Export;
using Confluence.Cli.Reading;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence pages</c>: the pages of the site or of some spaces.</summary>
internal static class PagesCommand
{
    private static readonly Column[] s_columns =
    [
        new("ID", 12), new("SPACE ID", 12), new("STATUS", 8), new("VERSION", 7), new("CHANGED (UTC)", 19), new("TITLE"),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces();
        Option<int?> limit = WholeNumber.Option("--limit", "The largest number of pages to list; all if not given.", 1, int.MaxValue);
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new("pages", "List the pages, current and archived ones, without their text.") { spaces, limit, output };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            async (_, client, token) =>
            {
                IReadOnlyList<Space>? chosen = await new SpaceReader(client)
                    .FindAsync(parsed.GetValue(spaces) ?? [], token).ConfigureAwait(false);
                IAsyncEnumerable<Page> pages = new PageReader(client).ReadAsync(chosen, withBody: false, parsed.GetValue(limit), token);
                await Results.WriteAsync(pages, runner.Environment, parsed.GetValue(output), s_columns, Row, Json, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }

    private static string?[] Row(Page page) =>
    [
        page.Id,
        page.SpaceId,
        page.Status.Value,
        page.Version.Number.ToString(CultureInfo.InvariantCulture),
        Results.Time(page.Version.CreatedAt),
        page.Title,
    ];

    private static string Json(Page page) => WireJson.Text(page, WireJson.Write);
}
