using System.Text.Json;

namespace Confluence.Generated.Sites;

/// <summary>
/// Addresses for people: answers tell the site, with <c>/wiki</c>, and a place on it. What is no address of the web is none at all, because callers offer these
/// to people to open.
/// </summary>
internal static class WebAddress
{
    private const string Context = "/wiki";

    /// <summary>The address of a site as an answer tells it, without a slash at its end; null when that is none.</summary>
    public static Uri? Site(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? site) && IsOfWeb(site) && site is { UserInfo: "", Query: "", Fragment: "" } ? site : null;

    /// <summary>The address of the site that an answer tells under <c>_links.base</c>; null when it tells none.</summary>
    public static Uri? SiteOf(IReadOnlyDictionary<string, JsonElement> answer) =>
        answer.TryGetValue("_links", out JsonElement links) && links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("base"u8, out JsonElement site) && site.ValueKind == JsonValueKind.String
            ? Site(site.GetString())
            : null;

    /// <summary>The address of a place on a site.</summary>
    /// <param name="site">The site, with <c>/wiki</c>; null when it is not known.</param>
    /// <param name="place">The path, which begins behind <c>/wiki</c> or with it, and what follows it; null when it is not known.</param>
    public static Uri? Of(Uri? site, string? place)
    {
        if (site is null || string.IsNullOrEmpty(place) || place[0] != '/' || place.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        string path = site.AbsolutePath.TrimEnd('/');
        bool isWhole = path == Context && (place == Context || place.StartsWith(Context + "/", StringComparison.Ordinal));
        string root = site.GetLeftPart(UriPartial.Authority) + (isWhole ? "" : path);
        return Uri.TryCreate(root + place, UriKind.Absolute, out Uri? address) && IsOfWeb(address) && address.Authority == site.Authority ? address : null;
    }

    private static bool IsOfWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;
}
