using Confluence.Generated.Retrieval.Activity.Events;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Sources;

/// <summary>Who attached files to a page, and new versions of them.</summary>
internal sealed class AttachmentActivity : ActivitySource
{
    private readonly PartOfAll _versions;

    public AttachmentActivity(ActivityOptions options, PageWalkState walk)
        : base("The attachments", options, walk) => _versions = Part("The earlier versions");

    public override ActivitySources Flag => ActivitySources.Attachments;

    public override Task<RetrievalGap?> ReadAsync(PageEvents events, CancellationToken cancellationToken)
    {
        RetrievedPage page = events.Page;
        IAsyncEnumerable<Attachment> attachments = page.Kind == PageKind.BlogPost
            ? Client.Attachments.GetBlogPostAttachmentsAsync(page.Id, Options.Each(new GetBlogPostAttachmentsOptions()), cancellationToken)
            : Client.Attachments.GetPageAttachmentsAsync(page.Id, Options.Each(new GetPageAttachmentsOptions()), cancellationToken);
        return EachAsync(events, attachments, attachment => AddAsync(events, attachment, cancellationToken), cancellationToken);
    }

    private async Task AddAsync(PageEvents events, Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.IdOrNull is not { Length: > 0 } id)
        {
            events.MissId("An attachment");
            return;
        }

        if (Options.Since is { } since && attachment.VersionOrNull?.CreatedAtOrNull < since)
        {
            return; // Its last version is older than the period, and so are the others.
        }

        if (attachment.VersionOrNull is { NumberOrNull: > 1 })
        {
            GetAttachmentVersionsOptions call = Options.Each(new GetAttachmentVersionsOptions());
            bool isWhole = await EachOfChildAsync(
                _versions,
                events,
                "attachment",
                id,
                Client.Versions.GetAttachmentVersionsAsync(id, call, cancellationToken),
                version => events.Add(Attached(events.Page, attachment, id, version.NumberOrNull, version.AuthorIdOrNull, version.CreatedAtOrNull, version.Message)),
                cancellationToken).ConfigureAwait(false);
            if (isWhole)
            {
                return;
            }
        }

        // The list tells of the last version, whatever becomes of the others.
        events.Add(Attached(
            events.Page, attachment, id, attachment.VersionOrNull?.NumberOrNull, attachment.VersionOrNull?.AuthorIdOrNull, attachment.VersionOrNull?.CreatedAtOrNull ?? attachment.CreatedAtOrNull, attachment.VersionOrNull?.Message));
    }

    private static ActivityEvent Attached(RetrievedPage page, Attachment attachment, string id, int? version, string? authorId, DateTimeOffset? at, string? message) =>
        ActivityEvent.On(
            page, ActivityKind.Attached, FormattableString.Invariant($"attached:{id}:{version ?? 1}"), authorId, at,
            version: version ?? 1, message: message, attachment: attachment, attachmentId: id, fileName: attachment.TitleOrNull);
}
