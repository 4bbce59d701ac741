using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Who attached files to a page, and new versions of them.</summary>
internal sealed class AttachmentActivity(ConfluenceClient client, ActivityOptions options, RetrievalGaps gaps) : ActivitySource(client, options, gaps)
{
    public override ActivitySources Flag => ActivitySources.Attachments;

    protected override string What => "The attachments";

    public override async Task ReadAsync(RetrievedPage page, List<ActivityEvent> events, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<Attachment> attachments = page.Kind == PageKind.BlogPost
            ? Client.Attachments.GetBlogPostAttachmentsAsync(page.Id, Options.Each(new GetBlogPostAttachmentsOptions { Limit = LargestPage }), cancellationToken)
            : Client.Attachments.GetPageAttachmentsAsync(page.Id, Options.Each(new GetPageAttachmentsOptions { Limit = LargestPage }), cancellationToken);
        await foreach (Attachment attachment in attachments.ConfigureAwait(false))
        {
            if (attachment.Id is not { Length: > 0 } id)
            {
                events.Add(WithoutId(page, "An attachment"));
                continue;
            }

            if (Options.Since is { } since && attachment.Version?.CreatedAt < since)
            {
                continue; // Its last version is older than the period, and so are the others.
            }

            if (attachment.Version is { Number: > 1 })
            {
                GetAttachmentVersionsOptions call = Options.Each(new GetAttachmentVersionsOptions { Limit = LargestPage });
                await foreach (AttachmentVersion version in Client.Versions.GetAttachmentVersionsAsync(id, call, cancellationToken).ConfigureAwait(false))
                {
                    events.Add(Attached(page, attachment, id, version.Number, version.AuthorId, version.CreatedAt, version.Message));
                }
            }
            else
            {
                events.Add(Attached(
                    page, attachment, id, attachment.Version?.Number, attachment.Version?.AuthorId, attachment.Version?.CreatedAt ?? attachment.CreatedAt, attachment.Version?.Message));
            }
        }
    }

    private static ActivityEvent Attached(RetrievedPage page, Attachment attachment, string id, int? version, string? authorId, DateTimeOffset? at, string? message) =>
        ActivityEvent.On(
            page, ActivityKind.Attached, FormattableString.Invariant($"attached:{id}:{version ?? 1}"), authorId, at,
            version: version ?? 1, message: message, attachment: attachment, attachmentId: id, fileName: attachment.Title);
}
