using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;
using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V1.Models;

/// <content>Making the request from an attachment that was read.</content>
public sealed partial class AttachmentPropertiesUpdateRequest
{
    private const string Kind = "attachment";

    /// <summary>
    /// Makes the request that changes the name or the media type of an attachment and leaves its content alone. Nothing is sent yet, and nothing is read.
    /// </summary>
    /// <param name="attachment">The attachment as it was read, with its version.</param>
    /// <param name="title">The new file name; null keeps the one that was read.</param>
    /// <param name="mediaType">The new media type, such as <c>image/png</c>; null keeps the one that was read.</param>
    /// <returns>The request, for <see cref="AttachmentsV1Client.UpdateAttachmentPropertiesAsync"/>.</returns>
    /// <remarks>
    /// It carries the version that was read, because only new content makes a new version. Members that the document does not know are not sent.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="attachment"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The attachment cannot be written as it was read: it is not current, or its id, name or version did not come. The message says what to do.
    /// </exception>
    public static AttachmentPropertiesUpdateRequest From(AttachmentDetails attachment, string? title = null, string? mediaType = null)
    {
        RequestSource source = new(Kind, attachment, nameof(attachment), attachment?.IdOrNull);
        return Make(source, attachment.StatusOrNull, attachment.TitleOrNull, attachment.MediaTypeOrNull, attachment.VersionOrNull, title, mediaType);
    }

    /// <inheritdoc cref="From(AttachmentDetails, string?, string?)"/>
    public static AttachmentPropertiesUpdateRequest From(Attachment attachment, string? title = null, string? mediaType = null)
    {
        RequestSource source = new(Kind, attachment, nameof(attachment), attachment?.IdOrNull);
        return Make(source, attachment.StatusOrNull, attachment.TitleOrNull, attachment.MediaTypeOrNull, attachment.VersionOrNull, title, mediaType);
    }

    private static AttachmentPropertiesUpdateRequest Make(
        in RequestSource source, IOpenEnum? status, string? readTitle, string? readType, ContentVersion? version, string? title, string? mediaType)
    {
        source.RequireCurrent(status, "Restore it first.");
        string? type = mediaType is { Length: 0 } ? throw source.Unusable(nameof(mediaType), "is empty; give one such as image/png, or leave it out to keep what was read.") : mediaType ?? readType;
        return new AttachmentPropertiesUpdateRequest
        {
            Id = source.Id,
            Type = Kind,
            Title = source.Text(nameof(title), readTitle, title),
            Metadata = string.IsNullOrEmpty(type) ? null : new AttachmentPropertiesUpdateRequestMetadata { MediaType = type },
            Version = new VersionInfo
            {
                Number = source.NextVersion(version?.NumberOrNull) - 1,
                When = version?.CreatedAtOrNull,
                MinorEdit = version?.MinorEditOrNull ?? false,
            },
        };
    }
}
