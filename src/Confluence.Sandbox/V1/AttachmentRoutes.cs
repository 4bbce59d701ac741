using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Media;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1;

/// <summary>
/// What v1 alone can do with attachments: upload, new versions, name and media type, download. All below <c>/content/{id}/child/attachment</c>.
/// </summary>
internal static class AttachmentRoutes
{
    private const string Collection = "api/content/{}/child/attachment";

    public static void Add(RouteTable routes)
    {
        routes.Add("POST", Collection, static exchange => UploadAsync(exchange, versionExisting: false));
        routes.Add("PUT", Collection, static exchange => UploadAsync(exchange, versionExisting: true));
        routes.Add("POST", Collection + "/{}/data", ReplaceAsync);
        routes.Add("PUT", Collection + "/{}", ChangeAsync);
        routes.Get(Collection + "/{}/download", Download);
    }

    /// <summary>Gives the page or blog post that the route names, unless it is in the trash; else ends the request.</summary>
    public static Page RequiredPage(Exchange exchange) =>
        long.TryParse(exchange.Value(0), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
        && exchange.Site.FindPage(id) is Page page
        && page.Status != PageStatus.Trashed
            ? page
            : throw V1Error.NoContent(exchange.Value(0));

    /// <summary>Adds files to a page. A name that the page has already is refused, or gets a new version.</summary>
    private static async Task UploadAsync(Exchange exchange, bool versionExisting)
    {
        Site site = exchange.Site;
        _ = RequiredPage(exchange);
        MultipartUpload upload = await MultipartUpload.ReadAsync(exchange).ConfigureAwait(false);
        List<Attachment> stored = [];
        lock (site.WriteLock)
        {
            Page page = RequiredPage(exchange);
            if (!versionExisting && upload.Files.FirstOrDefault(file => site.Attachments.FindByTitle(page, file.Name) is not null) is UploadedFile known)
            {
                throw V1Error.BadRequest("Cannot add a new attachment with same file name as an existing attachment: " + known.Name);
            }

            foreach (UploadedFile file in upload.Files)
            {
                Attachment attachment = site.Attachments.FindByTitle(page, file.Name) is Attachment existing
                    ? WithVersion(site, existing, file, upload)
                    : Create(site, page, file, upload);
                site.Attachments.Store(attachment);
                stored.Add(attachment);
            }
        }

        exchange.WriteObject(writer =>
        {
            writer.WriteStartArray("results"u8);
            foreach (Attachment attachment in stored)
            {
                AttachmentContent.Write(writer, exchange, attachment);
            }

            writer.WriteEndArray();
            writer.WriteNumber("size"u8, stored.Count);
            V1List.WriteLinks(writer, exchange, next: null);
        });
    }

    /// <summary>Gives an attachment new content; it keeps its name.</summary>
    private static async Task ReplaceAsync(Exchange exchange)
    {
        Site site = exchange.Site;
        _ = Required(exchange);
        MultipartUpload upload = await MultipartUpload.ReadAsync(exchange).ConfigureAwait(false);
        Attachment attachment;
        lock (site.WriteLock)
        {
            attachment = WithVersion(site, Required(exchange), upload.Files[0], upload);
            site.Attachments.Store(attachment);
        }

        exchange.WriteObject(writer => AttachmentContent.WriteMembers(writer, exchange, attachment));
    }

    /// <summary>Changes name and media type. This makes no version; a real site takes the number of the current one and the one after it.</summary>
    private static async Task ChangeAsync(Exchange exchange)
    {
        Site site = exchange.Site;
        using JsonDocument document = await V1Json.ReadAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        if (V1Json.Text(root, "type") != "attachment")
        {
            throw V1Error.BadRequest("'type' must be attachment");
        }

        if (!root.TryGetProperty("version", out JsonElement version)
            || version.ValueKind != JsonValueKind.Object
            || !version.TryGetProperty("number", out JsonElement number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out int sent))
        {
            throw V1Error.BadRequest("'version.number' is required and must be an integer");
        }

        string? mediaType = root.TryGetProperty("metadata", out JsonElement metadata) ? V1Json.Text(metadata, "mediaType") : null;
        string? title = V1Json.Text(root, "title");
        Attachment attachment;
        lock (site.WriteLock)
        {
            attachment = Required(exchange);
            if (!AttachmentIds.TryParse(V1Json.Text(root, "id") ?? "", out long id) || id != attachment.Id)
            {
                throw V1Error.BadRequest("'id' is required and must be the id in the path");
            }

            if (sent != attachment.VersionCount && sent != attachment.VersionCount + 1)
            {
                throw V1Error.Conflict(string.Create(
                    CultureInfo.InvariantCulture, $"The attachment has version {attachment.VersionCount}, and the request names version {sent}"));
            }

            if (title is not null && title != attachment.Title && site.Attachments.FindByTitle(RequiredPage(exchange), title) is not null)
            {
                throw V1Error.BadRequest("The page has another attachment with this file name: " + title);
            }

            attachment = attachment with { Title = title ?? attachment.Title, MediaType = mediaType ?? attachment.MediaType };
            site.Attachments.Store(attachment);
        }

        exchange.WriteObject(writer => AttachmentContent.WriteMembers(writer, exchange, attachment));
    }

    private static void Download(Exchange exchange)
    {
        Attachment attachment = Required(exchange);
        string? text = exchange.Request.Query["version"];
        int version = attachment.VersionCount;
        if (text is not null && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version) || version < 1 || version > attachment.VersionCount))
        {
            throw V1Error.NotFound($"The attachment {exchange.Value(1)} has no version {text}");
        }

        MediaRoutes.Redirect(exchange, attachment, version);
    }

    private static Attachment Required(Exchange exchange)
    {
        Page page = RequiredPage(exchange);
        return AttachmentIds.TryParse(exchange.Value(1), out long id)
            && exchange.Site.Attachments.Find(id) is { OwnStatus: PageStatus.Current } attachment
            && attachment.PageId == page.Id
                ? attachment
                : throw V1Error.NoContent(exchange.Value(1));
    }

    private static Attachment Create(Site site, Page page, UploadedFile file, MultipartUpload upload)
    {
        long id = site.NextId();
        Draw draw = new(site.Seed, EntityKind.Attachment, id);
        return new Attachment
        {
            Id = id,
            Seat = null,
            PageId = page.Id,
            PageKind = page.Kind,
            Title = file.Name,
            MediaType = file.MediaType,
            FileId = Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1)),
            GeneratedVersions = 0,
            StoredVersions = [new StoredFile(new VersionInfo(1, upload.Comment, upload.MinorEdit, site.CallerId, site.Now()), file.Bytes)],
        };
    }

    private static Attachment WithVersion(Site site, Attachment attachment, UploadedFile file, MultipartUpload upload)
    {
        VersionInfo info = new(attachment.VersionCount + 1, upload.Comment, upload.MinorEdit, site.CallerId, site.Now());
        return attachment with { MediaType = file.MediaType, StoredVersions = attachment.StoredVersions.Add(new StoredFile(info, file.Bytes)) };
    }
}
