using System.Text.Json;

namespace Confluence.Generated.Sites;

/// <summary>
/// Creates browser addresses from answers, which contain the site, with <c>/wiki</c>, and a path on it. Only web addresses are accepted, because callers offer them
/// to people to open.
/// </summary>
internal static class WebAddress
{
    private const string Context = "/wiki";

    /// <summary>Gets the address of a site from the text in an answer; null if the text is not one.</summary>
    public static Uri? Site(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? site) && IsOfWeb(site) && site is { UserInfo: "", Query: "", Fragment: "" } ? site : null;

    /// <summary>Gets the address of the site from <c>_links.base</c> of an answer; null if there is none.</summary>
    public static Uri? SiteOf(IReadOnlyDictionary<string, JsonElement> answer) =>
        answer.TryGetValue("_links", out JsonElement links) && links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("base"u8, out JsonElement site) && site.ValueKind == JsonValueKind.String
            ? Site(site.GetString())
            : null;

    /// <summary>Gets the address of a path on a site.</summary>
    /// <param name="site">The site, with <c>/wiki</c>; null if it is not known.</param>
    /// <param name="place">The path, with or without <c>/wiki</c>, and what follows it; null if it is not known.</param>
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
