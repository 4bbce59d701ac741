using Confluence.Cli.Reading;
using Confluence.Cli.Rendering;
using Confluence.Generated;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Export;

/// <summary>Reads a whole site into the files of a folder. What is in memory at a time is bounded by a few pages, not by the site.</summary>
internal sealed class SiteExport(ConfluenceClient client, ProgressLine progress)
{
    /// <summary>Writes the data files under their temporary names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends the export early.</param>
    /// <returns>The number of lines of each file.</returns>
    public async Task<ExportCounts> WriteAsync(ExportFolder folder, CancellationToken cancellationToken)
    {
        long users = await WriteUsersAsync(folder.Partial(ExportFolder.UsersFile), cancellationToken).ConfigureAwait(false);
        progress.BeginPart();
        (long pages, long activity) = await WritePagesAsync(folder, users, cancellationToken).ConfigureAwait(false);
        return new ExportCounts { Users = users, Pages = pages, Activity = activity };
    }

    private async Task<long> WriteUsersAsync(string path, CancellationToken cancellationToken)
    {
        NdjsonFile file = new(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (UserAccount user in new UserReader(client).ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                await file.WriteLineAsync(user, WireJson.Write, cancellationToken).ConfigureAwait(false);
                progress.Report(() => FormattableString.Invariant($"Reading users: {file.Lines}"));
            }

            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
            return file.Lines;
        }
    }

    // One walk writes both files, so that they speak of the same pages even while the site changes.
    private async Task<(long Pages, long Activity)> WritePagesAsync(ExportFolder folder, long users, CancellationToken cancellationToken)
    {
        NdjsonFile pages = new(folder.Partial(ExportFolder.PagesFile));
        await using (pages.ConfigureAwait(false))
        {
            NdjsonFile activity = new(folder.Partial(ExportFolder.ActivityFile));
            await using (activity.ConfigureAwait(false))
            {
                await foreach (PageActivity item in ReadPages(cancellationToken).ConfigureAwait(false))
                {
                    await pages.WriteLineAsync(item.Page, WireJson.Write, cancellationToken).ConfigureAwait(false);
                    foreach (ActivityEvent activityEvent in item.Events)
                    {
                        await activity.WriteLineAsync(activityEvent, WireJson.Write, cancellationToken).ConfigureAwait(false);
                    }

                    progress.Report(() => FormattableString.Invariant($"Users: {users}. Reading pages: {pages.Lines}, activity: {activity.Lines}"));
                }

                await pages.FlushAsync(cancellationToken).ConfigureAwait(false);
                await activity.FlushAsync(cancellationToken).ConfigureAwait(false);
                return (pages.Lines, activity.Lines);
            }
        }
    }

    private IAsyncEnumerable<PageActivity> ReadPages(CancellationToken cancellationToken)
    {
        ActivityReader reader = new(client);
        return new PageReader(client)
            .ReadAsync(spaces: null, withBody: true, limit: null, cancellationToken)
            .SelectInOrderAsync(
                ActivityReader.PagesAtOnce,
                async (page, token) => new PageActivity(page, await reader.ReadAsync(page, token).ConfigureAwait(false)),
                cancellationToken);
    }

    private sealed record PageActivity(Page Page, IReadOnlyList<ActivityEvent> Events);
}
