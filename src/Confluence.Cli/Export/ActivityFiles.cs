using Confluence.Cli.Lines;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Export;

/// <summary>
/// The files of one space that its activity fills: the events themselves, and each comment and attachment that they were read from, once.
/// Events come page by page, so that only the ids of one page need to be remembered.
/// </summary>
internal sealed class ActivityFiles(ExportFolder folder, int place, LineOrigin origin, ExportTally tally) : IAsyncDisposable
{
    private readonly NdjsonFile _activity = new(folder.Part(ExportFiles.Activity, place));
    private readonly NdjsonFile _comments = new(folder.Part(ExportFiles.Comments, place));
    private readonly NdjsonFile _attachments = new(folder.Part(ExportFiles.Attachments, place));
    private readonly JsonLine _line = new();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private string? _pageId;

    public async Task WriteAsync(ActivityEvent done, CancellationToken cancellationToken)
    {
        if (done.PageId != _pageId)
        {
            _pageId = done.PageId;
            _written.Clear();
        }

        ModelLines.Write(_line, done, origin);
        await _activity.WriteAsync(_line, cancellationToken).ConfigureAwait(false);
        tally.Activity();

        if (done.Comment is { } comment && _written.Add(comment.Id))
        {
            _line.Write(comment.WriteTo, origin.Now(comment.IsInline ? "inlineComment" : "footerComment") with { ContentId = comment.PageId, WebUrl = comment.WebUrl });
            await _comments.WriteAsync(_line, cancellationToken).ConfigureAwait(false);
            tally.Comment();
        }

        if (done is { Attachment: Attachment attachment, AttachmentId: { } id } && _written.Add(id))
        {
            _line.Write(attachment, origin.Now("attachment") with { ContentId = done.PageId });
            await _attachments.WriteAsync(_line, cancellationToken).ConfigureAwait(false);
            tally.Attachment();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _activity.DisposeAsync().ConfigureAwait(false);
        await _comments.DisposeAsync().ConfigureAwait(false);
        await _attachments.DisposeAsync().ConfigureAwait(false);
    }
}
