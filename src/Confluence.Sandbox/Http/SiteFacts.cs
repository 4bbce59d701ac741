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
        writer.WriteStartObject();
        writer.WriteString("id"u8, cloudId);
        writer.WriteString("url"u8, exchange.SiteAddress);
        writer.WriteString("name"u8, "sandbox"u8);
        writer.WriteStartArray("scopes"u8);
        foreach (string scope in credential.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteString("avatarUrl"u8, exchange.SiteAddress + "/avatar.png");
        writer.WriteEndObject();
    });
}
