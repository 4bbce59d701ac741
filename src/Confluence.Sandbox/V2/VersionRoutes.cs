using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Versions of pages, blog posts, comments and attachments: <c>…/versions</c> and <c>…/versions/{number}</c>, the newest first.</summary>
internal static class VersionRoutes
{
    private static readonly string[] s_sorts = ["modified-date"];

    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Get(kind.Segment() + "/{}/versions", exchange =>
            {
                Page page = PageRoutes.Required(exchange, kind);
                string? format = exchange.OneOf("body-format", Representations.Primary);
                List(exchange, ListName(kind), page.VersionCount, (writer, number) => WritePageVersion(writer, exchange.Site, page, number, format));
            });
            routes.Get(kind.Segment() + "/{}/versions/{}", exchange =>
            {
                Page page = PageRoutes.Required(exchange, kind);
                Single(exchange, page.VersionCount, number => exchange.Site.Version(page, number));
            });
        }

        routes.Get("attachments/{}/versions", static exchange =>
        {
            Attachment attachment = AttachmentRoutes.Required(exchange);
            List(exchange, "attachment-versions", attachment.VersionCount, (writer, number) => AttachmentJson.WriteVersion(writer, exchange.Site, attachment, number));
        });
        routes.Get("attachments/{}/versions/{}", static exchange =>
        {
            Attachment attachment = AttachmentRoutes.Required(exchange);
            Single(exchange, attachment.VersionCount, number => exchange.Site.Attachments.Version(attachment, number));
        });
        foreach (bool inline in (ReadOnlySpan<bool>)[false, true])
        {
            string name = CommentRoutes.Name(inline);
            routes.Get(name + "/{}/versions", exchange =>
            {
                Comment comment = CommentRoutes.Required(exchange, inline);
                string? format = exchange.OneOf("body-format", Representations.Primary);
                List(exchange, name + "-versions", comment.VersionCount, (writer, number) => CommentJson.WriteVersion(writer, exchange.Site, comment, number, format));
            });
            routes.Get(name + "/{}/versions/{}", exchange =>
            {
                Comment comment = CommentRoutes.Required(exchange, inline);
                Single(exchange, comment.VersionCount, number => exchange.Site.Comments.Version(comment, number));
            });
        }
    }

    public static void WriteIncluded(Utf8JsonWriter writer, Site site, Page page, string path, string? format)
    {
        // Older versions exist in the primary representations only.
        string? primary = format is not null && Representations.Primary.Contains(format) ? format : null;
        Included.Write(
            writer,
            "versions",
            path + "/versions",
            new V2List(ListName(page.Kind), "modified-date", true, null, 0),
            Enumerable.Range(1, page.VersionCount),
            static number => ListKey.ById(number),
            (json, number) => WritePageVersion(json, site, page, number, primary));
    }

    private static string ListName(PageKind kind) => kind.Type() + "-versions";

    private static void List(Exchange exchange, string name, int count, Action<Utf8JsonWriter, int> write)
    {
        V2List list = V2List.Read(exchange, name, "-modified-date", s_sorts);
        Func<int, ListKey> key = static number => ListKey.ById(number);
        list.Write(exchange, list.Cut(Enumerable.Range(1, count), key), key, write);
    }

    private static void Single(Exchange exchange, int count, Func<int, VersionInfo> version)
    {
        long number = exchange.Id(1);
        if (number < 1 || number > count)
        {
            throw V2Error.NoSuch("version", exchange.Value(1));
        }

        VersionInfo info = version((int)number);
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            PageJson.WriteVersionMembers(writer, info);
            writer.WriteBoolean("contentTypeModified"u8, false);
            writer.WriteStartArray("collaborators"u8);
            writer.WriteStringValue(info.AuthorId);
            writer.WriteEndArray();
            if (number > 1)
            {
                writer.WriteNumber("prevVersion"u8, number - 1);
            }

            if (number < count)
            {
                writer.WriteNumber("nextVersion"u8, number + 1);
            }
        });
    }

    private static void WritePageVersion(Utf8JsonWriter writer, Site site, Page page, int number, string? format)
    {
        VersionInfo version = site.Version(page, number);
        writer.WriteStartObject();
        PageJson.WriteVersionMembers(writer, version);
        writer.WriteStartArray("contributorIds"u8);
        writer.WriteStringValue(version.AuthorId);
        writer.WriteEndArray();
        writer.WriteStartObject(page.Kind.Type());
        if (format is not null)
        {
            PageJson.WriteBody(writer, site, page, number, format);
        }

        writer.WriteString("title"u8, site.TitleAt(page, number));
        writer.WriteId("id"u8, page.Id);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
