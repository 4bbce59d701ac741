using Confluence.Cli.Connection;
using Confluence.Cli.Lines;
using Confluence.Cli.Session;
using Confluence.Generated;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Export;

/// <summary>
/// Reads a site, or some of its spaces, into the files of a folder: several spaces at once, each into files of its own that are put together in
/// the order of the spaces. So the order of lines does not depend on which space was faster.
/// </summary>
internal sealed class SiteExport(CommandSession session, ExportFolder folder, int requestsAtOnce)
{
    private const int SpacesAtOnce = 4;

    private readonly ExportTally _tally = new(session.Progress);

    /// <summary>Writes the data files under their temporary names.</summary>
    /// <param name="spaceKeys">The spaces; none for all.</param>
    /// <param name="cancellationToken">Ends the export early.</param>
    /// <returns>The number of lines of each file.</returns>
    public async Task<ExportCounts> WriteAsync(IReadOnlyList<string> spaceKeys, CancellationToken cancellationToken)
    {
        // The spaces first: a wrong key shall not cost the reading of all users.
        List<Space> spaces = await WriteSpacesAsync(spaceKeys, cancellationToken).ConfigureAwait(false);
        await WriteUsersAsync(cancellationToken).ConfigureAwait(false);
        session.Progress.BeginPart();

        SpaceExport export = new(session, folder, _tally, requestsAtOnce);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Min(SpacesAtOnce, requestsAtOnce), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(spaces.Index(), parallel, async (item, token) =>
        {
            await export.WriteAsync(item.Item, item.Index, token).ConfigureAwait(false);
            _tally.SpaceDone();
        }).ConfigureAwait(false);

        foreach (string name in ExportFiles.OfSpaces)
        {
            await folder.JoinAsync(name, spaces.Count, cancellationToken).ConfigureAwait(false);
        }

        return _tally.Counts();
    }

    private async Task<List<Space>> WriteSpacesAsync(IReadOnlyList<string> spaceKeys, CancellationToken cancellationToken)
    {
        List<Space> spaces = [];
        JsonLine line = new();
        NdjsonFile file = new(folder.Part(ExportFiles.Spaces, 0));
        await using (file.ConfigureAwait(false))
        {
            await foreach (Space space in SpaceChoice.ChosenAsync(session.Client, session.Calls, spaceKeys, cancellationToken).ConfigureAwait(false))
            {
                line.Write(space, session.Origin.Now("space"));
                await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                spaces.Add(space);
                _tally.Space();
            }
        }

        await folder.JoinAsync(ExportFiles.Spaces, 1, cancellationToken).ConfigureAwait(false);
        return spaces;
    }

    private async Task WriteUsersAsync(CancellationToken cancellationToken)
    {
        JsonLine line = new();
        NdjsonFile file = new(folder.Part(ExportFiles.Users, 0));
        await using (file.ConfigureAwait(false))
        {
            UserRetrievalOptions options = session.Calls.Of(new UserRetrievalOptions { OnGap = session.Gaps.Add });
            await foreach (RetrievedUser user in session.Client.Retrieval.Users.GetAllAsync(options, cancellationToken).ConfigureAwait(false))
            {
                ModelLines.Write(line, user, session.Origin);
                await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                _tally.User();
            }
        }

        await folder.JoinAsync(ExportFiles.Users, 1, cancellationToken).ConfigureAwait(false);
    }
}
