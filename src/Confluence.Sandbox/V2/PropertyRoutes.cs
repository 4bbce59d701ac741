using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.V2;

/// <summary>Properties of pages, blog posts, attachments, comments and spaces: <c>…/{id}/properties</c>, reading and writing.</summary>
internal static class PropertyRoutes
{
    private const string SpaceType = "space";

    private static readonly string[] s_sorts = ["key"];

    public static void Add(RouteTable routes)
    {
        foreach (PageKind kind in PageKinds.All)
        {
            Add(routes, kind.Segment(), kind.Type(), exchange => PageRoutes.Required(exchange, kind).Id);
        }

        Add(routes, "attachments", AttachmentRoutes.Type, static exchange => AttachmentRoutes.Required(exchange).Id);
        Add(routes, "comments", "comment", static exchange => CommentRoutes.Required(exchange).Id);
        Add(routes, "spaces", SpaceType, static exchange => SpaceRoutes.Required(exchange).Id);
    }

    public static void WriteIncluded(Utf8JsonWriter writer, Site site, long ownerId, string type, string path) => Included.Write(
        writer,
        "properties",
        path + "/properties",
        new V2List(ListName(type), "key", false, null, 0),
        site.Properties.Of(ownerId),
        static property => ListKey.ByText(property.Key, property.Id),
        (json, property) => Write(json, property, type));

    private static void Add(RouteTable routes, string segment, string type, Func<Exchange, long> owner)
    {
        routes.Get(segment + "/{}/properties", exchange => List(exchange, type, owner(exchange)));
        routes.Add("POST", segment + "/{}/properties", exchange => CreateAsync(exchange, type, owner));
        routes.Get(segment + "/{}/properties/{}", exchange => Answer(exchange, Required(exchange, owner(exchange)), type));
        routes.Add("PUT", segment + "/{}/properties/{}", exchange => UpdateAsync(exchange, type, owner));
        routes.Add("DELETE", segment + "/{}/properties/{}", exchange => Delete(exchange, owner));
    }

    private static string ListName(string type) => type + "-properties";

    private static Property Required(Exchange exchange, long ownerId) =>
        exchange.Site.Properties.Find(ownerId, exchange.Id(1)) ?? throw V2Error.NoSuch("property", exchange.Value(1));

    private static void List(Exchange exchange, string type, long ownerId)
    {
        V2List list = V2List.Read(exchange, ListName(type), "key", type == SpaceType ? [] : s_sorts);
        string? wanted = exchange.One("key");
        Func<Property, ListKey> key = static property => ListKey.ByText(property.Key, property.Id);
        IEnumerable<Property> properties = exchange.Site.Properties.Of(ownerId).Where(property => wanted is null || property.Key == wanted);
        list.Write(exchange, list.Cut(properties, key), key, (writer, property) => Write(writer, property, type));
    }

    private static async Task CreateAsync(Exchange exchange, string type, Func<Exchange, long> owner)
    {
        Site site = exchange.Site;
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        string key = JsonRequest.RequiredText(document.RootElement, "key");
        string json = Value(document.RootElement);
        Property property;
        lock (site.WriteLock)
        {
            long ownerId = owner(exchange);
            if (site.Properties.Of(ownerId).Any(other => other.Key == key))
            {
                throw V2Error.DuplicateKey(key);
            }

            DateTimeOffset now = site.Now();
            property = new Property(site.NextId(), key, json, new VersionInfo(1, "", false, site.CallerId, now), site.CallerId, now);
            site.Properties.Store(ownerId, property);
        }

        Answer(exchange, property, type, type == SpaceType ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task UpdateAsync(Exchange exchange, string type, Func<Exchange, long> owner)
    {
        Site site = exchange.Site;
        using JsonDocument document = await JsonRequest.ReadObjectAsync(exchange).ConfigureAwait(false);
        string key = JsonRequest.RequiredText(document.RootElement, "key");
        string json = Value(document.RootElement);
        (int number, string message, _) = JsonRequest.Version(document.RootElement);
        Property property;
        lock (site.WriteLock)
        {
            long ownerId = owner(exchange);
            property = Required(exchange, ownerId);
            if (key != property.Key)
            {
                throw V2Error.InvalidBody($"The property has the key '{property.Key}', which cannot be changed");
            }

            if (number != property.Version.Number + 1)
            {
                throw V2Error.StaleVersion("property", property.Version.Number, number);
            }

            property = property with { Json = json, Version = new VersionInfo(number, message, false, site.CallerId, site.Now()) };
            site.Properties.Store(ownerId, property);
        }

        Answer(exchange, property, type);
    }

    private static Task Delete(Exchange exchange, Func<Exchange, long> owner)
    {
        lock (exchange.Site.WriteLock)
        {
            long ownerId = owner(exchange);
            exchange.Site.Properties.Remove(ownerId, Required(exchange, ownerId).Id);
        }

        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static string Value(JsonElement root) =>
        root.TryGetProperty("value", out JsonElement value) ? value.GetRawText() : throw V2Error.InvalidBody("'value' is required");

    private static void Answer(Exchange exchange, Property property, string type, int status = StatusCodes.Status200OK)
    {
        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer => WriteMembers(writer, property, type), status);
    }

    private static void Write(Utf8JsonWriter writer, Property property, string type)
    {
        writer.WriteStartObject();
        WriteMembers(writer, property, type);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Property property, string type)
    {
        writer.WriteStartObject("version"u8);
        PageJson.WriteVersionMembers(writer, property.Version);
        writer.WriteEndObject();
        if (type == SpaceType)
        {
            // The document calls this member createdBy; a real site sends it under this name.
            writer.WriteString("authorId"u8, property.AuthorId);
            writer.WriteDate("createdAt"u8, property.CreatedAt);
        }

        writer.WritePropertyName("value"u8);
        writer.WriteRawValue(property.Json);
        writer.WriteString("key"u8, property.Key);
        writer.WriteId("id"u8, property.Id);
    }
}
