using Confluence.Cli.Commands;
using Confluence.Cli.Lines;
using Confluence.Generated;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Export;

/// <summary>
/// Writes one space into files of its own: pages and blog posts first, then page by page what was done on them, and the comments and
/// attachments that the activity was read from, so that each is read once. What is in memory at a time is bounded by some pages, not by the space.
/// </summary>
internal sealed class SpaceExport(CommandSession session, ExportFolder folder, ExportTally tally, int requestsAtOnce)
{
    /// <summary>Writes the space. A list that the site refuses is a gap, so that one space does not cost the export of all the others.</summary>
    /// <param name="space">The space.</param>
    /// <param name="place">Its place in the order of the export.</param>
    /// <param name="cancellationToken">Ends the export early.</param>
    public async Task WriteAsync(Space space, int place, CancellationToken cancellationToken)
    {
        ActivityFiles files = new(folder, place, session.Origin, tally);
        await using (files.ConfigureAwait(false))
        {
            foreach ((PageKind kind, string noun, string file, Action count) in Kinds())
            {
                try
                {
                    await WriteContentAsync(space, kind, folder.Part(file, place), count, cancellationToken).ConfigureAwait(false);
                    await foreach (ActivityEvent done in session.Client.Retrieval.Activity.GetAsync(ActivityOf(space, kind), cancellationToken).ConfigureAwait(false))
                    {
                        await files.WriteAsync(done, cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (ConfluenceApiException error) when ((int)error.StatusCode is 403 or 404)
                {
                    session.Gaps.Add(new RetrievalGap($"The {noun} of the space {space.Key}, from some point on", error.Message) { Error = error });
                }
            }
        }
    }

    private IEnumerable<(PageKind Kind, string Noun, string File, Action Count)> Kinds() =>
    [
        (PageKind.Page, "pages", ExportFiles.Pages, tally.Page), (PageKind.BlogPost, "blog posts", ExportFiles.BlogPosts, tally.BlogPost),
    ];

    private async Task WriteContentAsync(Space space, PageKind kind, string path, Action count, CancellationToken cancellationToken)
    {
        PageRetrievalOptions options = new()
        {
            SpaceIds = [space.Id],
            Kinds = [kind],
            Include = PageParts.StorageBody,
            MaxConcurrency = requestsAtOnce,
            OnGap = session.Gaps.Add,
        };
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

    private ActivityOptions ActivityOf(Space space, PageKind kind) => new()
    {
        SpaceIds = [space.Id],
        Kinds = [kind],
        Sources = ActivitySources.Default | ActivitySources.CommentEdits,
        CommentBody = BodyFormat.Storage,
        MaxConcurrency = requestsAtOnce,
        OnGap = session.Gaps.Add,
    };
}
