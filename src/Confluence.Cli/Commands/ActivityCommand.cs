using System.CommandLine;
using System.Globalization;
using Confluence.Cli.Connection;
using Confluence.Cli.Lines;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Generated.Retrieval;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence activity</c>: who did what on pages and blog posts.</summary>
internal static class ActivityCommand
{
    private static readonly Field<ActivityEvent>[] s_fields =
    [
        new("TIME (UTC)", "at", static activity => TimeText.Iso(activity.At))
        {
            Width = 19, IsKept = true, TableText = static activity => TimeText.Short(activity.At),
        },
        new("KIND", "kind", static activity => activity.Kind.Value) { Width = 13, IsKept = true },
        new("PAGE ID", "page_id", static activity => activity.PageId) { Width = 12 },
        new("TITLE", "title", static activity => activity.Title),
        new(null, "page_kind", static activity => activity.PageKind == PageKind.BlogPost ? "blogpost" : "page"),
        new(null, "space_id", static activity => activity.SpaceId),
        new("DETAIL", "detail", Detail),
        new("ACTOR", "actor_id", static activity => activity.ActorId) { Width = 43 },
        new(null, "version", static activity => activity.Version?.ToString(CultureInfo.InvariantCulture)),
        new(null, "comment_id", static activity => activity.CommentId),
        new(null, "attachment_id", static activity => activity.AttachmentId),
        new(null, "task_id", static activity => activity.TaskId),
        new(null, "views", static activity => activity.Views?.ToString(CultureInfo.InvariantCulture)),
        new(null, "viewers", static activity => activity.Viewers?.ToString(CultureInfo.InvariantCulture)),
        new(null, "web_url", static activity => activity.WebUrl?.OriginalString),
        new(null, "key", static activity => activity.Key),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> spaces = ListOptions.Spaces();
        Option<string[]> pages = TextList.Option(
            "--page",
            "ID",
            "Only on the page or blog post with this id; one request each. Several ids stand with commas or blanks between them.",
            TextList.NoContentId);
        Option<PageKind[]> kinds = ListOptions.Kinds("On pages, blog posts or both; on pages if not given.");
        Option<string[]> users = TextList.Option(
            "--user",
            "ACCOUNT_ID",
            "Only what the users with these account ids did, with commas or blanks between them. A search finds the pages; a like on a page where the user did nothing else is not found.");
        Option<DateTimeOffset?> since = PointInTime.Option(
            "--since", "Only what was done then or later. A search finds what changed, and only that is looked into. Likes have no time and are left out.");
        Option<DateTimeOffset?> until = PointInTime.Option("--until", "Only what was done before then.");
        Option<ActivitySources[]> sources = Choice.Several(
            "--what",
            "What to read, instead of the first five. Requests a page: versions 1, none for a page with one version; comments 2, and 1 for each comment; likes 1; "
            + "attachments 1; tasks 1; comment-edits none beyond comments; comment-likes 1 for each comment; views 2.",
            [
                ("versions", ActivitySources.Versions), ("comments", ActivitySources.Comments), ("likes", ActivitySources.Likes),
                ("attachments", ActivitySources.Attachments), ("tasks", ActivitySources.Tasks), ("comment-edits", ActivitySources.CommentEdits),
                ("comment-likes", ActivitySources.CommentLikes), ("views", ActivitySources.Views),
            ]);
        Option<int?> limit = ListOptions.Limit("events");
        Option<bool> estimate = ListOptions.Estimate();
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new(
            "activity",
            "List what was done on pages and blog posts, page by page: created, edited, commented, liked, attached, tasks. Costs about six requests a page, and one a comment; "
            + "--since and --user look into fewer pages, and --estimate says the cost beforehand. The site tells no time of a like.")
        {
            spaces, pages, kinds, users, since, until, sources, limit, estimate, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(pages) is { Implicit: false } && result.GetResult(spaces) is { Implicit: false })
            {
                result.AddError("--page and --space are both given. A page is in the space that it is in: leave --space out.");
            }
        });
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            parsed.GetValue(estimate) ? Patience.Interactive : Patience.List,
            async (session, token) =>
            {
                Period.Check(parsed.GetValue(since), parsed.GetValue(until));
                ActivitySources chosen = (parsed.GetValue(sources) ?? []).Aggregate(ActivitySources.None, static (all, source) => all | source);
                ActivityOptions options = session.Calls.Of(new ActivityOptions
                {
                    SpaceKeys = parsed.GetValue(spaces),
                    PageIds = parsed.GetValue(pages),
                    PageKinds = parsed.GetValue(kinds),
                    AccountIds = parsed.GetValue(users),
                    Since = parsed.GetValue(since),
                    Until = parsed.GetValue(until),
                    Sources = chosen == ActivitySources.None ? ActivitySources.Default : chosen,
                    OnGap = session.Gaps.Add,
                });
                ActivityRetrieval activity = session.Client.Retrieval.Activity;
                if (parsed.GetValue(estimate))
                {
                    EstimateText.Write(await activity.EstimateRequestsAsync(options, token).ConfigureAwait(false), session.Environment.Output);
                    return;
                }

                UnknownUser actors = new(parsed.GetValue(users) ?? []);

                // What is missing is a line of JSON and CSV, where no program can overlook it; people read it below the table.
                ResultForm<ActivityEvent> form = new(s_fields, (line, done) => ModelLines.Write(line, done, session.Origin))
                {
                    IsRow = static done => done.Kind != ActivityKind.Gap,
                };
                await Results.WriteAsync(
                    actors.Noting(activity.GetAsync(options, token)).Limited(parsed.GetValue(limit)), session, parsed.GetValue(output), form, token).ConfigureAwait(false);
                await actors.TellUnknownAsync(session, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }

    private static string? Detail(ActivityEvent activity) => activity switch
    {
        { Gap: { } gap } => gap.ToString(),
        { Kind: var kind } when kind == ActivityKind.Edited || kind == ActivityKind.CommentEdited => string.Create(
            CultureInfo.InvariantCulture,
            $"version {activity.Version}{(activity.IsMinorEdit == true ? ", minor" : "")}{(activity.Message is string message ? $": {message}" : "")}"),
        { FileName: { } name } => activity.Version is > 1 and var version ? string.Create(CultureInfo.InvariantCulture, $"{name}, version {version}") : name,
        { CommentId: { } comment } => activity.ParentCommentId is { } parent ? $"comment {comment}, answers {parent}" : $"comment {comment}",
        { TaskId: { } task } => $"task {task}",
        { Views: { } views } => string.Create(CultureInfo.InvariantCulture, $"{views} views by {activity.Viewers ?? 0} people"),
        _ => null,
    };
}
