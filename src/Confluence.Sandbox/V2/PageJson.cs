using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Writes pages, blog posts and versions as v2 has them.</summary>
internal static class PageJson
{
    /// <summary>Writes the members that lists and single answers share.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, Page page, int version, bool withVersion = true)
    {
        Site site = exchange.Site;
        bool isPage = page.Kind == PageKind.Page;
        if (isPage)
        {
            WriteParent(writer, PageTree.ParentOf(page));
        }

        writer.WriteDate("createdAt"u8, page.CreatedAt);
        if (isPage)
        {
            writer.WriteString("ownerId"u8, page.OwnerId);
            writer.WriteString("lastOwnerId"u8, page.LastOwnerId);
        }

        writer.WriteString("authorId"u8, page.AuthorId);
        if (isPage)
        {
            writer.WriteNumber("position"u8, page.Position);
        }

        writer.WriteId("id"u8, page.Id);
        if (withVersion)
        {
            writer.WriteStartObject("version"u8);
            WriteVersionMembers(writer, site.Version(page, version));
            if (version % 2 == 0)
            {
                writer.WriteString("ncsStepVersion"u8, Exchange.Text(version));
            }
            else
            {
                writer.WriteNull("ncsStepVersion"u8);
            }

            writer.WriteEndObject();
        }

        writer.WriteId("spaceId"u8, site.Ids.SpaceId(page.Space));
        writer.WriteString("status"u8, version == page.VersionCount ? page.StatusText : "historical");
        writer.WriteString("title"u8, site.TitleAt(page, version));
    }

    private static void WriteParent(Utf8JsonWriter writer, long? parent)
    {
        if (parent is null)
        {
            writer.WriteNull("parentType"u8);
        }
        else
        {
            writer.WriteString("parentType"u8, "page"u8);
        }

        writer.WriteId("parentId"u8, parent);
    }

    /// <summary>Writes one page of a list.</summary>
    public static void WriteListed(Utf8JsonWriter writer, Exchange exchange, Page page, string? format)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exchange, page, page.VersionCount);
        WriteBody(writer, exchange.Site, page, page.VersionCount, format);
        WriteLinks(writer, exchange, page, withBase: false);
        writer.WriteEndObject();
    }

    /// <summary>Writes the body in the representation asked for; an empty object when none was.</summary>
    public static void WriteBody(Utf8JsonWriter writer, Site site, Page page, int version, string? format)
    {
        writer.WriteStartObject("body"u8);
        if (format is not null)
        {
            WriteRepresentation(writer, format, site.Body(page, version, format));
        }

        writer.WriteEndObject();
    }

    public static void WriteRepresentation(Utf8JsonWriter writer, string representation, string value)
    {
        writer.WriteStartObject(representation);
        writer.WriteString("representation"u8, representation);
        writer.WriteString("value"u8, value);
        writer.WriteEndObject();
    }

    public static void WriteVersionMembers(Utf8JsonWriter writer, VersionInfo version)
    {
        writer.WriteNumber("number"u8, version.Number);
        writer.WriteString("message"u8, version.Message);
        writer.WriteBoolean("minorEdit"u8, version.MinorEdit);
        writer.WriteString("authorId"u8, version.AuthorId);
        writer.WriteDate("createdAt"u8, version.CreatedAt);
    }

    public static void WriteLinks(Utf8JsonWriter writer, Exchange exchange, Page page, bool withBase)
    {
        string key = exchange.Site.Spaces.Get(page.Space).Alias;
        writer.WriteStartObject("_links"u8);
        writer.WriteString("editui"u8, $"/pages/resumedraft.action?draftId={Exchange.Text(page.Id)}");
        writer.WriteString("webui"u8, WebPath(exchange.Site, page, key));
        writer.WriteString("edituiv2"u8, $"/spaces/{key}/{(page.Kind == PageKind.Page ? "pages" : "blog")}/edit-v2/{Exchange.Text(page.Id)}");
        writer.WriteString("tinyui"u8, "/x/" + TinyId(page.Id));
        if (withBase)
        {
            writer.WriteString("base"u8, exchange.Base);
        }

        writer.WriteEndObject();
    }

    /// <summary>Gives the path at which people see the page, relative to the base.</summary>
    public static string WebPath(Site site, Page page, string? spaceKey = null)
    {
        string key = spaceKey ?? site.Spaces.Get(page.Space).Alias;
        if (page.Kind == PageKind.BlogPost)
        {
            string day = page.CreatedAt.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
            return $"/spaces/{key}/blog/{day}/{Exchange.Text(page.Id)}/{TitleInPath(page.Title)}";
        }

        return page.Place is PagePlace place && site.Generated.IsHomepage(place.Ordinal)
            ? $"/spaces/{key}/overview"
            : $"/spaces/{key}/pages/{Exchange.Text(page.Id)}/{TitleInPath(page.Title)}";
    }

    /// <summary>Gives the short form of an id: its bytes, the lowest first and without zeros at the end, in base64 for addresses.</summary>
    public static string TinyId(long id)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, id);
        return Convert.ToBase64String(bytes.TrimEnd((byte)0)).TrimEnd('=').Replace('+', '_').Replace('/', '-');
    }

    private static string TitleInPath(string title)
    {
        StringBuilder path = new();
        foreach (string word in title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append(path.Length == 0 ? "" : "+").Append(Uri.EscapeDataString(word));
        }

        return path.ToString();
    }
}
