using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Writes comments as v2 has them. Without a body format they have no member <c>body</c>, unlike pages.</summary>
internal static class CommentJson
{
    public static void WriteMembers(
        Utf8JsonWriter writer, Exchange exchange, Comment comment, int version, string? format, bool withBase, bool withVersion = true)
    {
        Site site = exchange.Site;
        Page? page = site.FindPage(comment.PageId);
        writer.WriteId("id"u8, comment.Id);
        writer.WriteString("status"u8, version == comment.VersionCount ? "current"u8 : "historical"u8);
        writer.WriteString("title"u8, $"Re: {page?.Title}");
        writer.WriteId(comment.PageKind.IdMember(), comment.PageId);
        if (comment.ParentId is long parent)
        {
            writer.WriteId("parentCommentId"u8, parent);
        }

        if (withVersion)
        {
            writer.WriteStartObject("version"u8);
            PageJson.WriteVersionMembers(writer, site.Comments.Version(comment, version));
            writer.WriteEndObject();
        }

        writer.WriteString("resolutionStatus"u8, comment.ResolutionStatus);
        if (comment.Inline)
        {
            WriteInlineMembers(writer, site, comment);
        }

        if (format is not null)
        {
            WriteBody(writer, site, comment, version, format);
        }

        writer.WriteStartObject("_links"u8);
        string webPath = page is null ? "" : PageJson.WebPath(site, page);
        writer.WriteString("webui"u8, $"{webPath}?focusedCommentId={Exchange.Text(comment.Id)}");
        if (withBase)
        {
            writer.WriteString("base"u8, exchange.Base);
        }

        writer.WriteEndObject();
    }

    public static void WriteVersion(Utf8JsonWriter writer, Site site, Comment comment, int number, string? format)
    {
        VersionInfo version = site.Comments.Version(comment, number);
        writer.WriteStartObject();
        PageJson.WriteVersionMembers(writer, version);
        writer.WriteStartArray("contributorIds"u8);
        writer.WriteStringValue(version.AuthorId);
        writer.WriteEndArray();
        writer.WriteStartObject("comment"u8);
        if (format is not null)
        {
            WriteBody(writer, site, comment, number, format);
        }

        writer.WriteString("title"u8, $"Re: {site.Title(comment.PageId)}");
        writer.WriteId("id"u8, comment.Id);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInlineMembers(Utf8JsonWriter writer, Site site, Comment comment)
    {
        if (site.Comments.ResolutionOf(comment) is Resolution resolution)
        {
            writer.WriteString("resolutionLastModifierId"u8, resolution.AccountId);
            writer.WriteDate("resolutionLastModifiedAt"u8, resolution.At);
        }

        string marker = site.Comments.MarkerOf(comment);
        string selection = site.Comments.SelectionOf(comment);
        writer.WriteStartObject("properties"u8);
        writer.WriteString("inlineMarkerRef"u8, marker);
        writer.WriteString("inlineOriginalSelection"u8, selection);
        writer.WriteString("inline-original-selection"u8, selection);
        writer.WriteString("inline-marker-ref"u8, marker);
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, Site site, Comment comment, int version, string format)
    {
        writer.WriteStartObject("body"u8);
        PageJson.WriteRepresentation(writer, format, site.Comments.Body(comment, version, format));
        writer.WriteEndObject();
    }
}
