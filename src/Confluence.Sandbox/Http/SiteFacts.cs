using System.Text.Json;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.Http;

/// <summary>What can be asked about the site outside both APIs: its cloud id, and the sites that a bearer may reach.</summary>
internal static class SiteFacts
{
    public const string TenantInfo = "/_edge/tenant_info";
    public const string AccessibleResources = "/oauth/token/accessible-resources";

    public static string CloudId(int seed)
    {
        Draw draw = new(seed, EntityKind.Site, 1);
        return Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
    }

    public static void WriteTenantInfo(Exchange exchange, string cloudId) =>
        exchange.WriteObject(writer => writer.WriteString("cloudId"u8, cloudId));

    public static void WriteAccessibleResources(Exchange exchange, string cloudId, SandboxCredential credential) => exchange.WriteArray(writer =>
    {
        if (credential.App is not { IsOnThisSite: false })
        {
            WriteSite(writer, cloudId, "sandbox", exchange.SiteAddress, credential.Scopes);
        }

        foreach (SandboxSite site in credential.App?.FurtherSites ?? [])
        {
            WriteSite(writer, site.CloudId, site.Name, site.Url.AbsoluteUri.TrimEnd('/'), credential.Scopes);
        }
    });

    private static void WriteSite(Utf8JsonWriter writer, string cloudId, string name, string address, IReadOnlyList<string> scopes)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, cloudId);
        writer.WriteString("url"u8, address);
        writer.WriteString("name"u8, name);
        writer.WriteStartArray("scopes"u8);
        foreach (string scope in scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteString("avatarUrl"u8, address + "/avatar.png");
        writer.WriteEndObject();
    }
}
