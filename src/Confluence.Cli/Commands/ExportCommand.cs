using System.CommandLine;
using System.Globalization;
using Confluence.Cli.Connection;
using Confluence.Cli.Export;
using Confluence.Cli.Session;
using Confluence.Cli.Settings;
using Confluence.Cli.Streams;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence export</c>: a whole site, or some spaces, as files.</summary>
internal static class ExportCommand
{
    private const int DefaultRequestsAtOnce = 8;
    private const int LargestRequestsAtOnce = 64;

    public static Command Create(CommandRunner runner)
    {
        Option<string> output = new("--out")
        {
            Description = "The folder to write to. It is made if it does not exist; an earlier export of the same source is replaced when the new one is whole.",
            HelpName = "DIR",
            Required = true,
        };
        output.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: string value }] && ExportFolder.Problem(value) is { } problem)
            {
                result.AddError(problem);
            }
        });
        Option<string[]> spaces = ListOptions.Spaces("Only the space with this key, or with the key that it was renamed to; all that the account can see if not given. Several keys stand with commas or blanks between them. Users are exported in any case.");
        Option<int?> concurrency = WholeNumber.Option(
            "--concurrency",
            FormattableString.Invariant($"How many requests are under way at once, over all spaces: 1 to {LargestRequestsAtOnce}; {DefaultRequestsAtOnce} if not given."),
            1,
            LargestRequestsAtOnce);
        Command command = new(
            "export",
            $"Write {string.Join(", ", ExportFiles.Data)} and, when all is there, {ExportFiles.Manifest}. Texts are in storage format, attachments without "
            + "their content. Costs one request for 100 users, four a space, and at most six a page, two for each comment and one for each attachment, and one more "
            + "for each further 250 of a list; activity --estimate with the same spaces counts beforehand what the site tells.")
        {
            output, spaces, concurrency,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            int requestsAtOnce = parsed.GetValue(concurrency) ?? DefaultRequestsAtOnce;
            return runner.RunAsync(
                parsed,
                Patience.Export,
                (session, token) => ExportAsync(parsed.GetRequiredValue(output), parsed.GetValue(spaces) ?? [], requestsAtOnce, session, token),
                cancellationToken,
                requestsAtOnce);
        });
        return command;
    }

    private static async Task ExportAsync(
        string path, string[] spaceKeys, int requestsAtOnce, CommandSession session, CancellationToken cancellationToken)
    {
        CliEnvironment environment = session.Environment;
        ExportSource source = ExportSource.Of(session.Settings, spaceKeys);
        using ExportFolder folder = ExportFolder.Open(path, source);
        DateTimeOffset startedAt = environment.Clock.GetUtcNow();
        ExportCounts counts = await new SiteExport(session, folder, requestsAtOnce).WriteAsync(spaceKeys, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        folder.Publish(new ExportManifest
        {
            SchemaVersion = ExportManifest.CurrentSchemaVersion,
            Source = source,
            StartedAt = startedAt,
            FinishedAt = environment.Clock.GetUtcNow(),
            Counts = counts,
            IsComplete = session.Gaps.Count == 0,
            Gaps = session.Gaps.Sorted(),
            Limits = session.Gaps.SortedLimits(),
            Tool = new ExportTool(ToolVersion.Name, ToolVersion.Value),
        });
        session.Progress.Clear();
        try
        {
            environment.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Exported {counts.Users} users, {counts.Spaces} {(counts.Spaces == 1 ? "space" : "spaces")}, {counts.Pages} pages, {counts.BlogPosts} blog posts, {counts.Comments} comments, "
                + $"{counts.Attachments} attachments and {counts.Activity} activities of {source} to {path}.")
                + (session.Gaps.Count == 0 ? "" : $" It is incomplete: {ExportFiles.Manifest} names what is missing, as do the lines below."));
        }
        catch (OutputFailedException exception)
        {
            throw new OutputFailedException(exception.InnerException ?? exception, $"The export of {source} is in its place, {path}.");
        }
    }
}
