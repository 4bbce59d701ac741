using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1;

/// <summary>Writes attachments as v1 has them: as content, with size and media type among the extensions.</summary>
internal static class AttachmentContent
{
    public static void Write(Utf8JsonWriter writer, Exchange exchange, Attachment attachment)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exchange, attachment);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, Attachment attachment)
    {
        AttachmentStore store = exchange.Site.Attachments;
        VersionInfo version = store.Version(attachment, attachment.VersionCount);
        string id = AttachmentIds.Of(attachment);
        writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, "attachment"u8);
        writer.WriteString("status"u8, store.StatusOf(attachment).Text());
        writer.WriteString("title"u8, attachment.Title);
        WriteVersion(writer, exchange, version);
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("comment"u8, version.Message);
        writer.WriteString("mediaType"u8, attachment.MediaType);
        writer.WriteEndObject();
        writer.WriteStartObject("extensions"u8);
        writer.WriteString("mediaType"u8, attachment.MediaType);
        writer.WriteNumber("fileSize"u8, store.Size(attachment, attachment.VersionCount));
        writer.WriteString("comment"u8, version.Message);
        writer.WriteString("fileId"u8, attachment.FileId);
        writer.WriteString("collectionName"u8, "contentId-" + Exchange.Text(attachment.PageId));
        writer.WriteEndObject();
        writer.WriteStartObject("_links"u8);
        writer.WriteString("webui"u8, AttachmentJson.WebPath(attachment));
        writer.WriteString("self"u8, $"{exchange.Base}/rest/api/content/{id}");
        writer.WriteString("download"u8, AttachmentJson.DownloadPath(attachment, version));
        writer.WriteEndObject();
    }

    /// <summary>Writes the version of any content as v1 has it.</summary>
    public static void WriteVersion(Utf8JsonWriter writer, Exchange exchange, VersionInfo version)
    {
        writer.WriteStartObject("version"u8);
        if (exchange.Site.Ids.TryGetUser(version.AuthorId, out int author))
        {
            writer.WriteStartObject("by"u8);
            UserJson.WriteMembers(writer, exchange, exchange.Site.Users.Get(author));
            writer.WriteEndObject();
        }

        writer.WriteDate("when"u8, version.CreatedAt);
        writer.WriteString("friendlyWhen"u8, "just a moment ago"u8);
        writer.WriteString("message"u8, version.Message);
        writer.WriteNumber("number"u8, version.Number);
        writer.WriteBoolean("minorEdit"u8, version.MinorEdit);
        writer.WriteEndObject();
    }
}
