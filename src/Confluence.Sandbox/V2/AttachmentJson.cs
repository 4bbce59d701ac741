using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Writes attachments as v2 has them.</summary>
internal static class AttachmentJson
{
    public static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, Attachment attachment, int version, bool withVersion = true)
    {
        Site site = exchange.Site;
        VersionInfo info = site.Attachments.Version(attachment, version);
        writer.WriteNull("mediaTypeDescription"u8);
        writer.WriteString("webuiLink"u8, WebPath(attachment));
        writer.WriteString("downloadLink"u8, DownloadPath(attachment, info));
        writer.WriteDate("createdAt"u8, site.Attachments.VersionDate(attachment, 1));
        if (withVersion)
        {
            writer.WriteStartObject("version"u8);
            PageJson.WriteVersionMembers(writer, info);
            writer.WriteEndObject();
        }

        writer.WriteString("comment"u8, info.Message);
        writer.WriteString("id"u8, AttachmentIds.Of(attachment));
        writer.WriteId(attachment.PageKind.IdMember(), attachment.PageId);
        writer.WriteString("fileId"u8, attachment.FileId);
        writer.WriteString("mediaType"u8, attachment.MediaType);
        writer.WriteString("status"u8, version == attachment.VersionCount ? site.Attachments.StatusOf(attachment).Text() : "historical");
        writer.WriteString("title"u8, attachment.Title);
        writer.WriteNumber("fileSize"u8, site.Attachments.Size(attachment, version));
    }

    public static void WriteLinks(Utf8JsonWriter writer, Exchange exchange, Attachment attachment, int version, bool withBase)
    {
        writer.WriteStartObject("_links"u8);
        writer.WriteString("download"u8, DownloadPath(attachment, exchange.Site.Attachments.Version(attachment, version)));
        writer.WriteString("webui"u8, WebPath(attachment));
        if (withBase)
        {
            writer.WriteString("base"u8, exchange.Base);
        }

        writer.WriteEndObject();
    }

    public static void WriteListed(Utf8JsonWriter writer, Exchange exchange, Attachment attachment)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exchange, attachment, attachment.VersionCount);
        WriteLinks(writer, exchange, attachment, attachment.VersionCount, withBase: false);
        writer.WriteEndObject();
    }

    public static void WriteVersion(Utf8JsonWriter writer, Site site, Attachment attachment, int number)
    {
        VersionInfo version = site.Attachments.Version(attachment, number);
        writer.WriteStartObject();
        PageJson.WriteVersionMembers(writer, version);
        writer.WriteStartArray("contributorIds"u8);
        writer.WriteStringValue(version.AuthorId);
        writer.WriteEndArray();
        writer.WriteStartObject("attachment"u8);
        writer.WriteString("title"u8, attachment.Title);
        writer.WriteString("id"u8, AttachmentIds.Of(attachment));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Gives the path at which people see the attachment, relative to the base.</summary>
    public static string WebPath(Attachment attachment)
    {
        string page = Exchange.Text(attachment.PageId);
        string preview = Uri.EscapeDataString($"/{page}/{Exchange.Text(attachment.Id)}/{attachment.Title}");
        return $"/pages/viewpageattachments.action?pageId={page}&preview={preview}";
    }

    /// <summary>Gives the path of the download, relative to the base. A real site sends either form; the sandbox sends both, by turns.</summary>
    public static string DownloadPath(Attachment attachment, VersionInfo version)
    {
        string page = Exchange.Text(attachment.PageId);
        return attachment.Id % 2 == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"/download/attachments/{page}/{Uri.EscapeDataString(attachment.Title)}?version={version.Number}&modificationDate={version.CreatedAt.ToUnixTimeMilliseconds()}&cacheVersion=1&api=v2")
            : $"/rest/api/content/{page}/child/attachment/{AttachmentIds.Of(attachment)}/download";
    }
}
