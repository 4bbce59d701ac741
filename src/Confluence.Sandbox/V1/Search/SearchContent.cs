using System.Text.Json;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;

namespace Confluence.Sandbox.V1.Search;

/// <summary>Writes content as a search of v1 gives it. Container, space and version are there when they are expanded, else named as expandable.</summary>
internal static class SearchContent
{
    private static readonly string[] s_empty = ["childTypes", "macroRenderedOutput", "restrictions"];
    private static readonly string[] s_expandable =
        ["container", "metadata", "extensions", "operations", "children", "ancestors", "body", "version", "descendants"];

    /// <summary>Reads which members of the content are to be expanded.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="prefix">What stands before their names.</param>
    public static IReadOnlySet<string> Expanded(Exchange exchange, string prefix) => exchange.Request.Query["expand"].ToString()
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => name[prefix.Length..])
        .ToHashSet(StringComparer.Ordinal);

    public static void WriteMembers(Utf8JsonWriter writer, Exchange exchange, SearchItem item, IReadOnlySet<string> expanded)
    {
        Site site = exchange.Site;
        Space space = site.Spaces.Get(item.Space);
        writer.WriteString("id"u8, item.IdText);
        writer.WriteString("type"u8, item.Type);
        writer.WriteString("status"u8, "current"u8);
        writer.WriteString("title"u8, item.Title);
        foreach (string empty in s_empty)
        {
            writer.WriteStartObject(empty);
            writer.WriteEndObject();
        }

        if (expanded.Contains("container"))
        {
            writer.WriteStartObject("container"u8);
            if (item.ContainerId is long container && site.FindPage(container) is Page page)
            {
                WriteMembers(writer, exchange, new PageItem(site, container, page.Kind), new HashSet<string>());
            }
            else
            {
                WriteSpace(writer, exchange, space);
            }

            writer.WriteEndObject();
        }

        if (expanded.Contains("space"))
        {
            writer.WriteStartObject("space"u8);
            WriteSpace(writer, exchange, space);
            writer.WriteEndObject();
        }

        if (expanded.Contains("version"))
        {
            AttachmentContent.WriteVersion(writer, exchange, item.Version);
        }

        WriteExpandable(writer, item.IdText, space.Key, expanded);
        writer.WriteStartObject("_links"u8);
        writer.WriteString("webui"u8, item.WebPath);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/api/content/{item.IdText}");
        writer.WriteString("tinyui"u8, "/x/" + PageJson.TinyId(item.Id));
        writer.WriteEndObject();
    }

    private static void WriteSpace(Utf8JsonWriter writer, Exchange exchange, Space space)
    {
        writer.WriteNumber("id"u8, space.Id);
        writer.WriteString("key"u8, space.Key);
        writer.WriteString("name"u8, space.Name);
        writer.WriteString("type"u8, space.Type);
        writer.WriteString("status"u8, space.Archived ? "archived"u8 : "current"u8);
        writer.WriteStartObject("_links"u8);
        writer.WriteString("webui"u8, "/spaces/" + space.Alias);
        writer.WriteString("self"u8, $"{exchange.Base}/rest/api/space/{space.Key}");
        writer.WriteEndObject();
    }

    private static void WriteExpandable(Utf8JsonWriter writer, string id, string spaceKey, IReadOnlySet<string> expanded)
    {
        writer.WriteStartObject("_expandable"u8);
        foreach (string name in s_expandable.Where(name => !expanded.Contains(name)))
        {
            writer.WriteString(name, "");
        }

        writer.WriteString("history"u8, $"/rest/api/content/{id}/history");
        if (!expanded.Contains("space"))
        {
            writer.WriteString("space"u8, $"/rest/api/space/{spaceKey}");
        }

        writer.WriteEndObject();
    }
}
