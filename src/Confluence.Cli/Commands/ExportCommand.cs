using System.CommandLine;
using Confluence.Cli.Export;
using Confluence.Cli.Reading;
using Confluence.Cli.Rendering;
using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence export</c>: users, pages and activity as files.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandRunner runner)
    {
        Option<string> output = new("--out")
        {
            Description = "The folder to write to. It is made if it does not exist; an earlier export of the same source is replaced.",
            HelpName = "DIR",
            Required = true,
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string value }] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError("--out is empty. Name a folder.");
            }
        });
        Command command = new(
            "export",
            $"Write {ExportFolder.UsersFile}, {ExportFolder.PagesFile} (with the text in storage format), {ExportFolder.ActivityFile} and, "
            + $"when all is there, {ExportFolder.ManifestFile}.") { output };
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            (settings, client, token) => ExportAsync(parsed.GetRequiredValue(output), settings, client, runner.Environment, token),
            cancellationToken));
        return command;
    }

    private static async Task ExportAsync(
        string path, SourceSettings settings, ConfluenceClient client, CliEnvironment environment, CancellationToken cancellationToken)
    {
        ExportSource source = ExportSource.Of(settings);
        using ExportFolder folder = ExportFolder.Open(path, source);
        DateTimeOffset startedAt = environment.Clock.GetUtcNow();
        ProgressLine progress = new(environment);
        ExportCounts counts;
        try
        {
            counts = await new SiteExport(client, progress).WriteAsync(folder, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            folder.Publish(new ExportManifest
            {
                SchemaVersion = ExportManifest.CurrentSchemaVersion,
                Source = source,
                StartedAt = startedAt,
                FinishedAt = environment.Clock.GetUtcNow(),
                Counts = counts,
                Tool = new ExportTool(ToolVersion.Name, ToolVersion.Value),
            });
        }
        finally
        {
            progress.Clear();
        }

        if (counts.Users >= UserReader.SearchEnd)
        {
            environment.Error.WriteLine(FormattableString.Invariant(
                $"Note: the user search of a site ends at {UserReader.SearchEnd} users. This site may have more than {ExportFolder.UsersFile} holds."));
        }

        environment.Output.WriteLine(FormattableString.Invariant(
            $"Exported {counts.Users} users, {counts.Pages} pages and {counts.Activity} activities of {source} to {path}."));
    }
}
