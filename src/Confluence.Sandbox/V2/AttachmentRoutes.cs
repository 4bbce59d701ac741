using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Media;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V1;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.V2;

/// <summary>
/// Attachments in v2: of the site, of a page or blog post, one by id, deleting. Uploading is v1 alone. Lists show 50 unless asked otherwise.
/// </summary>
internal static class AttachmentRoutes
{
    public const string Type = "attachment";

    private const int DefaultLimit = 50;

    private static readonly string[] s_sorts = ["created-date", "modified-date"];
    private static readonly string[] s_statuses = ["current", "archived", "trashed"];
    private static readonly (string Operation, string TargetType)[] s_operations = [("read", Type), ("update", Type), ("delete", Type)];

    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            routes.Get(kind.Segment() + "/{}/attachments", exchange =>
            {
                Page page = PageRoutes.Required(exchange, kind);
                List(exchange, kind.Type() + "-attachments", _ => exchange.Site.Attachments.On(page));
            });
        }

        routes.Get("attachments", static exchange => List(exchange, "attachments", exchange.Site.Attachments.All));
        routes.Get("attachments/{}", Single);
        routes.Get("attachments/{}/thumbnail/download", static exchange =>
        {
            Attachment attachment = Required(exchange);
            MediaRoutes.Redirect(exchange, attachment, Version(exchange, attachment));
        });

        // The sandbox has comments on pages and blog posts only.
        routes.Get("attachments/{}/footer-comments", static exchange =>
        {
            _ = Required(exchange);
            V2List.Read(exchange, "attachment-footer-comments", "id", s_sorts).Write(exchange, new Slice<long>([], false), ListKey.ById, static (_, _) => { });
        });
        routes.Add("DELETE", "attachments/{}", Delete);
    }

    /// <summary>Gives the attachment that the route names, with or without the prefix of its id, in whatever status; else ends the request.</summary>
    public static Attachment Required(Exchange exchange) => AttachmentIds.TryParse(exchange.Value(0), out long id)
        ? exchange.Site.Attachments.Find(id) ?? throw V2Error.NoSuch(Type, exchange.Value(0))
        : throw V2Error.InvalidParameter("id", exchange.Value(0), "type is an attachment id, such as att123");

    /// <summary>Answers with the attachments that the parameters and <paramref name="also"/> ask for.</summary>
    public static void List(Exchange exchange, string name, Func<long, IEnumerable<Attachment>> source, Func<Attachment, bool>? also = null)
    {
        AttachmentStore store = exchange.Site.Attachments;
        V2List list = V2List.Read(exchange, name, "id", s_sorts, defaultLimit: DefaultLimit);
        IReadOnlyList<string> statuses = exchange.ManyOf("status", s_statuses) ?? ["current", "archived"];
        string? mediaType = exchange.One("mediaType");
        string? filename = exchange.One("filename");
        bool byId = list.Order == "id";
        IEnumerable<Attachment> attachments = source(byId && list.After is ListKey after ? after.Id : 0).Where(attachment =>
            (mediaType is null || attachment.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            && (also is null || also(attachment))
            && (filename is null || attachment.Title.Equals(filename, StringComparison.OrdinalIgnoreCase))
            && statuses.Contains(store.StatusOf(attachment).Text()));
        Func<Attachment, ListKey> key = list.Order switch
        {
            "created-date" => attachment => ListKey.ByDate(store.VersionDate(attachment, 1), attachment.Id),
            "modified-date" => attachment => ListKey.ByDate(store.VersionDate(attachment, attachment.VersionCount), attachment.Id),
            _ => static attachment => ListKey.ById(attachment.Id),
        };
        Slice<Attachment> slice = byId ? Slicing.InOrder(attachments, key, false, list.After, list.Limit) : list.Cut(attachments, key);
        list.Write(exchange, slice, key, (writer, attachment) => AttachmentJson.WriteListed(writer, exchange, attachment));
    }

    private static void Single(Exchange exchange)
    {
        Site site = exchange.Site;
        Attachment attachment = Required(exchange);
        int version = Version(exchange, attachment);
        bool withVersion = exchange.Flag("include-version", otherwise: true);
        bool withLabels = exchange.Flag("include-labels");
        bool withProperties = exchange.Flag("include-properties");
        bool withOperations = exchange.Flag("include-operations");
        bool withVersions = exchange.Flag("include-versions");
        string path = "/api/v2/attachments/" + AttachmentIds.Of(attachment);

        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            AttachmentJson.WriteMembers(writer, exchange, attachment, version, withVersion);
            if (withLabels)
            {
                LabelRoutes.WriteIncluded(writer, site, attachment.Id, Type, path);
            }

            if (withProperties)
            {
                PropertyRoutes.WriteIncluded(writer, site, attachment.Id, Type, path);
            }

            if (withOperations)
            {
                Included.WriteOperations(writer, path + "/operations", s_operations);
            }

            if (withVersions)
            {
                Included.Write(
                    writer,
                    "versions",
                    path + "/versions",
                    new V2List("attachment-versions", "modified-date", true, null, 0),
                    Enumerable.Range(1, attachment.VersionCount),
                    static number => ListKey.ById(number),
                    (json, number) => AttachmentJson.WriteVersion(json, site, attachment, number));
            }

            AttachmentJson.WriteLinks(writer, exchange, attachment, version, withBase: true);
        });
    }

    private static int Version(Exchange exchange, Attachment attachment)
    {
        int version = exchange.Number("version", attachment.VersionCount, int.MinValue, int.MaxValue);
        return version >= 1 && version <= attachment.VersionCount ? version : throw V2Error.NoSuch(Type, exchange.Value(0));
    }

    private static Task Delete(Exchange exchange)
    {
        Site site = exchange.Site;
        bool purge = exchange.Flag("purge");
        lock (site.WriteLock)
        {
            Attachment attachment = Required(exchange);
            bool trashed = site.Attachments.StatusOf(attachment) == PageStatus.Trashed;
            if (purge && !trashed)
            {
                throw V2Error.InvalidBody($"The attachment {exchange.Value(0)} is not in the trash; only what is in the trash can be purged");
            }

            if (!purge && trashed)
            {
                throw V2Error.NoSuch(Type, exchange.Value(0));
            }

            site.Attachments.Store(attachment with { OwnStatus = purge ? PageStatus.Purged : PageStatus.Trashed });
        }

        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
