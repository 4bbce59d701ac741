using Confluence.Cli.Lines;
using Confluence.Cli.Session;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Export;

/// <summary>
/// Writes one space into files of its own: pages and blog posts first, then page by page what was done on them, and the comments and
/// attachments that the activity was read from, so that each is read once. What is in memory at a time is bounded by some pages, not by the space.
/// </summary>
internal sealed class SpaceExport(CommandSession session, ExportFolder folder, ExportTally tally, int requestsAtOnce)
{
    /// <summary>Writes the space. What the site does not give of it is a gap; only the loss of the site ends the export.</summary>
    /// <param name="space">The space.</param>
    /// <param name="place">Its place in the order of the export.</param>
    /// <param name="cancellationToken">Ends the export early.</param>
    public async Task WriteAsync(Space space, int place, CancellationToken cancellationToken)
    {
        ActivityFiles files = new(folder, place, session.Origin, tally);
        await using (files.ConfigureAwait(false))
        {
            foreach ((PageKind kind, string file, Action count) in Kinds())
            {
                await WriteContentAsync(space, kind, folder.Part(file, place), count, cancellationToken).ConfigureAwait(false);
                await foreach (ActivityEvent done in session.Client.Retrieval.Activity.GetAsync(ActivityOf(space, kind), cancellationToken).ConfigureAwait(false))
                {
                    await files.WriteAsync(done, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private IEnumerable<(PageKind Kind, string File, Action Count)> Kinds() =>
    [
        (PageKind.Page, ExportFiles.Pages, tally.Page), (PageKind.BlogPost, ExportFiles.BlogPosts, tally.BlogPost),
    ];

    private async Task WriteContentAsync(Space space, PageKind kind, string path, Action count, CancellationToken cancellationToken)
    {
        PageRetrievalOptions options = session.Calls.Of(new PageRetrievalOptions
        {
            SpaceIds = [space.Id],
            Kinds = [kind],
            Include = PageParts.StorageBody,
            MaxConcurrency = requestsAtOnce,
            OnGap = session.Gaps.Add,
        });
        JsonLine line = new();
        NdjsonFile file = new(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (RetrievedPage page in session.Client.Retrieval.Pages.GetAsync(options, cancellationToken).ConfigureAwait(false))
            {
                ModelLines.Write(line, page, options.Include, session.Gaps.Of(page.Id), session.Origin);
                await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                count();
            }
        }
    }

    private ActivityOptions ActivityOf(Space space, PageKind kind) => session.Calls.Of(new ActivityOptions
    {
        SpaceIds = [space.Id],
        PageKinds = [kind],
        Sources = ActivitySources.Default | ActivitySources.CommentEdits,
        CommentBody = BodyFormat.Storage,
        MaxConcurrency = requestsAtOnce,
        OnGap = session.Gaps.Add,
    });
}
