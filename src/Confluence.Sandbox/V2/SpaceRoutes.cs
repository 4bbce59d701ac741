using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Paging;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V2;

/// <summary>Reading spaces: <c>/spaces</c> and <c>/spaces/{id}</c>.</summary>
internal static class SpaceRoutes
{
    private static readonly string[] s_sorts = ["id", "key", "name"];
    private static readonly string[] s_statuses = ["current", "archived"];
    private static readonly string[] s_formats = ["plain", "view"];
    private static readonly string[] s_types =
        ["global", "collaboration", "knowledge_base", "personal", "system", "onboarding", "xflow_sample_space"];

    private static readonly (string Operation, string TargetType)[] s_operations =
    [
        ("read", "space"), ("update", "space"), ("delete", "space"), ("archive", "space"), ("export", "space"), ("administer", "space"),
        ("manage_content", "space"), ("create", "page"), ("create", "blogpost"), ("create", "comment"), ("create", "attachment"),
    ];

    public static void Add(RouteTable routes)
    {
        routes.Get("spaces", List);
        routes.Get("spaces/{}", Single);
    }

    /// <summary>Gives the space that the route names; else ends the request.</summary>
    public static Space Required(Exchange exchange) => exchange.Site.Ids.TryGetSpace(exchange.Id(), out int ordinal)
        ? exchange.Site.Spaces.Get(ordinal)
        : throw V2Error.NoSuch("space", exchange.Value(0));

    private static void List(Exchange exchange)
    {
        Site site = exchange.Site;
        V2List list = V2List.Read(exchange, "spaces", "id", s_sorts);
        IReadOnlySet<long>? ids = exchange.Ids("ids", 250);
        IReadOnlyList<string> keys = exchange.Many("keys", 250);
        string? type = exchange.OneOf("type", s_types);
        string? status = exchange.OneOf("status", s_statuses);
        string? format = exchange.OneOf("description-format", s_formats);
        bool withIcon = exchange.Flag("include-icon");
        HashSet<string> wantedKeys = new(keys, StringComparer.OrdinalIgnoreCase);

        IEnumerable<Space> spaces = Enumerable.Range(0, site.Spaces.Count).Select(site.Spaces.Get).Where(space =>
            (ids is null || ids.Contains(space.Id))
            && (wantedKeys.Count == 0 || wantedKeys.Contains(space.Key) || wantedKeys.Contains(space.Alias))
            && (type is null || space.Type == type)
            && (status is null || Status(space) == status));
        Func<Space, ListKey> key = list.Order switch
        {
            "key" => static space => ListKey.ByText(space.Key, space.Id),
            "name" => static space => ListKey.ByText(space.Name, space.Id),
            _ => static space => ListKey.ById(space.Id),
        };

        list.Write(exchange, list.Cut(spaces, key), key, (writer, space) =>
        {
            writer.WriteStartObject();
            WriteMembers(writer, exchange, space, withIcon);
            if (format is null)
            {
                writer.WriteNull("description"u8);
            }
            else
            {
                WriteDescription(writer, space, format);
            }

            writer.WriteStartObject("_links"u8);
            writer.WriteString("webui"u8, "/spaces/" + space.Alias);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    private static void Single(Exchange exchange)
    {
        Space space = Required(exchange);
        string? format = exchange.OneOf("description-format", s_formats);
        bool withIcon = exchange.Flag("include-icon");
        bool withOperations = exchange.Flag("include-operations");
        bool withLabels = exchange.Flag("include-labels");
        bool withProperties = exchange.Flag("include-properties");
        string path = $"/api/v2/spaces/{Exchange.Text(space.Id)}";

        V2List.WriteLinkHeader(exchange, null);
        exchange.WriteObject(writer =>
        {
            WriteMembers(writer, exchange, space, withIcon);
            WriteDescription(writer, space, format);
            if (withLabels)
            {
                LabelRoutes.WriteIncluded(writer, exchange.Site, space.Id, "space", path);
            }

            if (withProperties)
            {
                PropertyRoutes.WriteIncluded(writer, exchange.Site, space.Id, "space", path);
            }

            if (withOperations)
            {
                Included.WriteOperations(writer, path + "/operations", s_operations);
            }

            writer.WriteStartObject("_links"u8);
            writer.WriteString("webui"u8, "/spaces/" + space.Alias);
            writer.WriteString("base"u8, exchange.Base);
            writer.WriteEndObject();
        });
    }

    private static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, Space space, bool withIcon)
    {
        Site site = exchange.Site;
        string author = site.Ids.AccountId(space.Author);
        writer.WriteString("spaceOwnerId"u8, author);
        writer.WriteId("homepageId"u8, site.Generated.HomepageOf(space.Ordinal) is int homepage ? site.Ids.PageId(homepage) : null);
        writer.WriteDate("createdAt"u8, space.CreatedAt);
        writer.WriteString("authorId"u8, author);
        if (withIcon)
        {
            writer.WriteStartObject("icon"u8);
            if (space.Type == "personal")
            {
                // The picture of its owner, which is no file of the space.
                writer.WriteString("path"u8, $"/wiki/aa-avatar/{author}");
                writer.WriteNull("apiDownloadLink"u8);
            }
            else
            {
                writer.WriteString("path"u8, $"/wiki/images/logo/{Exchange.Text(space.Id)}.png");
                writer.WriteString("apiDownloadLink"u8, $"/images/logo/{Exchange.Text(space.Id)}.png");
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("icon"u8);
        }

        writer.WriteString("name"u8, space.Name);
        writer.WriteString("key"u8, space.Key);
        writer.WriteId("id"u8, space.Id);
        writer.WriteString("type"u8, space.Type);
        writer.WriteString("status"u8, Status(space));
        writer.WriteString("currentActiveAlias"u8, space.Alias);
    }

    private static void WriteDescription(Utf8JsonWriter writer, Space space, string? format)
    {
        writer.WriteStartObject("description"u8);
        if (format is not null)
        {
            string text = $"All about {space.Name} – «{space.Key}»";
            PageJson.WriteRepresentation(writer, format, format == "view" ? $"<p>{text}</p>" : text);
        }

        writer.WriteEndObject();
    }

    private static string Status(Space space) => space.Archived ? "archived" : "current";
}
