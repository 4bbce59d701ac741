using System.Globalization;
using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Json;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Confluence.Sandbox.V2;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.V1;

/// <summary>Putting labels on pages, blog posts and attachments, and taking them off.</summary>
internal static class LabelRoutes
{
    private const int Limit = 200;

    private static readonly string[] s_prefixes = ["global", "my", "team"];

    public static void Add(RouteTable routes)
    {
        routes.Add("POST", "api/content/{}/label", PutAsync);
        routes.Add("DELETE", "api/content/{}/label", static exchange => Remove(exchange, exchange.Request.Query["name"].ToString()));
        routes.Add("DELETE", "api/content/{}/label/{}", static exchange => Remove(exchange, exchange.Value(1)));
    }

    private static async Task PutAsync(Exchange exchange)
    {
        Site site = exchange.Site;
        long id = Required(exchange);
        using JsonDocument document = await V1Json.ReadAsync(exchange).ConfigureAwait(false);
        JsonElement root = document.RootElement;
        List<(string Prefix, string Name)> labels = [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root]).Select(Read)];
        lock (site.WriteLock)
        {
            foreach ((string prefix, string name) in labels)
            {
                site.Labels.Put(id, prefix, name);
            }
        }

        new V1List(0, Limit).Write(exchange, site.Labels.Of(id), withTotal: false, static (writer, label) =>
        {
            writer.WriteStartObject();
            writer.WriteString("prefix"u8, label.Prefix);
            writer.WriteString("name"u8, label.Name);
            writer.WriteId("id"u8, label.Id);
            writer.WriteString("label"u8, label.Name);
            writer.WriteEndObject();
        });
    }

    private static Task Remove(Exchange exchange, string name)
    {
        Site site = exchange.Site;
        long id = Required(exchange);
        lock (site.WriteLock)
        {
            if (!site.Labels.Remove(id, name))
            {
                throw V1Error.NotFound($"The content {exchange.Value(0)} has no label '{name}'");
            }
        }

        exchange.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static (string Prefix, string Name) Read(JsonElement element)
    {
        string prefix = V1Json.Text(element, "prefix") ?? "";
        string name = V1Json.Text(element, "name") ?? "";
        if (!s_prefixes.Contains(prefix))
        {
            throw V1Error.BadRequest("'prefix' must be one of " + string.Join(", ", s_prefixes));
        }

        return name.Length > 0 && !name.Any(static character => char.IsWhiteSpace(character) || character is ':' or ';' or ',' or '?' or '&')
            ? (prefix, name.ToLowerInvariant())
            : throw V1Error.BadRequest($"'{name}' is no name of a label: it is empty, or holds a blank or one of : ; , ? &");
    }

    private static long Required(Exchange exchange)
    {
        Site site = exchange.Site;
        string text = exchange.Value(0);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long page) && site.FindPage(page) is { Status: not PageStatus.Trashed })
        {
            return page;
        }

        return AttachmentIds.TryParse(text, out long id)
            && site.Attachments.Find(id) is Attachment attachment
            && site.Attachments.StatusOf(attachment) != PageStatus.Trashed
                ? id
                : throw V1Error.NoContent(text);
    }
}
