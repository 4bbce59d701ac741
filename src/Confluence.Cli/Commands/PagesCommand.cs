using System.CommandLine;
using System.Globalization;
using Confluence.Cli.Connection;
using Confluence.Cli.Lines;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence pages</c>: the pages and blog posts of the site or of some spaces.</summary>
internal static class PagesCommand
{
    private static readonly Field<RetrievedPage>[] s_fields =
    [
        new("ID", "id", static page => page.Id) { Width = 12 },
        new(null, "kind", static page => page.Kind == PageKind.BlogPost ? "blogpost" : "page"),
        new("SPACE ID", "space_id", static page => page.SpaceId) { Width = 12 },
        new(null, "parent_id", static page => page.ParentId),
        new(null, "parent_type", static page => page.ParentType?.Value),
        new("STATUS", "status", static page => page.State.Value.ToLowerInvariant()) { Width = 8 },
        new("VERSION", "version", static page => page.Version?.Number.ToString(CultureInfo.InvariantCulture)) { Width = 7 },
        new("CHANGED (UTC)", "changed_at", static page => TimeText.Iso(page.Version?.CreatedAt))
        {
            Width = 19, TableText = static page => TimeText.Short(page.Version?.CreatedAt),
        },
        new(null, "changed_by", static page => page.Version?.AuthorId),
        new(null, "created_at", static page => TimeText.Iso(page.CreatedAt)),
        new(null, "created_by", static page => page.AuthorId),
        new("TITLE", "title", static page => page.Title) { TableText = static page => Shown.Or(page.Title, "(no title)") },
        new(null, "web_url", static page => page.WebUrl?.AbsoluteUri),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces();
        Option<PageKind[]> kinds = ListOptions.Kinds("Pages, blog posts or both; pages if not given.");
        Option<ContentStatus[]> statuses = Choice.Several(
            "--status",
            "Only with this status; current and archived if not given. No list has drafts.",
            [("current", ContentStatus.Current), ("archived", ContentStatus.Archived), ("trashed", ContentStatus.Trashed)]);
        Option<string?> title = ListOptions.Text("--title", "TEXT", "Only with exactly this title, in any case of letters.");
        Option<DateTimeOffset?> since = PointInTime.Option(
            "--since", "Only what was changed then or later, the latest change first. Costs no more list requests than there are changes.");
        Option<DateTimeOffset?> until = PointInTime.Option("--until", "Only what was changed last before then. Costs as much as without it.");
        Option<PageParts[]> include = Choice.Several(
            "--include",
            "What comes along in JSON. storage, atlas_doc_format: a body, lists then give 50 instead of 250 at a time. view: one request a page. "
            + "versions, labels, properties: one request a page for all three. attachments: one request a page. space: one request a space.",
            [
                ("storage", PageParts.StorageBody), ("atlas_doc_format", PageParts.AtlasDocFormatBody), ("view", PageParts.ViewBody),
                ("space", PageParts.Space), ("versions", PageParts.Versions), ("labels", PageParts.Labels), ("properties", PageParts.Properties),
                ("attachments", PageParts.Attachments),
            ]);
        Option<int?> limit = ListOptions.Limit("pages");
        Option<bool> estimate = ListOptions.Estimate();
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new(
            "pages",
            "List pages and blog posts, without their text unless it is included. Costs one request for 250 of them, and what --space and --include say.")
        {
            spaces, kinds, statuses, title, since, until, include, limit, estimate, output,
        };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            parsed.GetValue(estimate) ? Patience.Interactive : Patience.List,
            async (session, token) =>
            {
                Period.Check(parsed.GetValue(since), parsed.GetValue(until));
                PageRetrievalOptions options = session.Calls.Of(new PageRetrievalOptions
                {
                    SpaceKeys = parsed.GetValue(spaces),
                    Kinds = parsed.GetValue(kinds),
                    Statuses = parsed.GetValue(statuses),
                    Title = parsed.GetValue(title),
                    ChangedSince = parsed.GetValue(since),
                    Include = (parsed.GetValue(include) ?? []).Aggregate(PageParts.None, static (all, part) => all | part),
                    OnGap = session.Gaps.Add,
                });
                if (parsed.GetValue(estimate))
                {
                    EstimateText.Write(await session.Client.Retrieval.Pages.EstimateRequestsAsync(options, token).ConfigureAwait(false), session.Environment.Output);
                    return;
                }

                IAsyncEnumerable<RetrievedPage> pages = session.Client.Retrieval.Pages.GetAsync(options, token);
                if (parsed.GetValue(until) is { } end)
                {
                    pages = pages.Where(page => page.Version?.CreatedAt < end);
                }

                ResultForm<RetrievedPage> form = new(
                    s_fields, (line, page) => ModelLines.Write(line, page, options.Include, session.Gaps.Of(page.Id), session.Origin));
                await Results.WriteAsync(pages.Limited(parsed.GetValue(limit)), session, parsed.GetValue(output), form, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
