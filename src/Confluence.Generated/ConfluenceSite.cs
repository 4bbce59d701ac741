using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Confluence.Generated;

/// <summary>
/// The address that a client talks to: a Confluence Cloud site, or Atlassian's API gateway for one site.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceSite : IEquatable<ConfluenceSite>
{
    private const string GatewayHost = "api.atlassian.com";
    private const string GatewayPath = "/ex/confluence/";
    private const string SiteSuffix = ".atlassian.net";
    private const string WhatToWrite =
        "Write the site's name ('your-company'), its address ('https://your-company.atlassian.net') or the gateway's ('https://api.atlassian.com/ex/confluence/{cloudId}').";

    private ConfluenceSite(string baseAddress, string? cloudId)
    {
        BaseAddress = new Uri(baseAddress, UriKind.Absolute);
        Base = baseAddress;
        CloudId = cloudId;
    }

    /// <summary>The address that the paths of the API are appended to, without <c>/wiki</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// The address that people open in a browser, with <c>/wiki</c>; null behind the gateway, whose addresses no browser can open.
    /// </summary>
    public Uri? Url => IsGateway ? null : new Uri(Base + "/wiki", UriKind.Absolute);

    /// <summary>Whether requests go through Atlassian's API gateway.</summary>
    public bool IsGateway => CloudId is not null;

    /// <summary>The id of the site, when requests go through the gateway; otherwise null.</summary>
    public string? CloudId { get; }

    /// <summary>The normalised address, without a slash at its end: paths are put right behind it.</summary>
    internal string Base { get; }

    /// <summary>
    /// Understands the forms in which people name a site: <c>your-company</c>, <c>your-company.atlassian.net</c>,
    /// <c>https://your-company.atlassian.net/wiki/spaces/ABC</c>, <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>,
    /// a domain of your own, and <c>http://127.0.0.1:8080</c> for a server on the same machine, which may stand in for the gateway too
    /// (<c>http://127.0.0.1:8080/ex/confluence/{cloudId}</c>).
    /// </summary>
    /// <param name="site">What was written.</param>
    /// <returns>The site.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="site"/> is null.</exception>
    /// <exception cref="ArgumentException">It names no site. The message shows what was given, what is wrong and what to write.</exception>
    public static ConfluenceSite Parse(string site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return TryParse(site, out ConfluenceSite? parsed, out string? problem)
            ? parsed
            : throw new ArgumentException($"{problem} {WhatToWrite}", nameof(site));
    }

    /// <summary>The normalised address.</summary>
    /// <returns>For example <c>https://your-company.atlassian.net</c>.</returns>
    public override string ToString() => Base;

    /// <summary>Whether both are the same address.</summary>
    /// <param name="other">The other site.</param>
    /// <returns>True when requests go to the same place.</returns>
    public bool Equals(ConfluenceSite? other) => other is not null && other.Base == Base;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfluenceSite);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Base, StringComparison.Ordinal);

    private static bool TryParse(string given, [NotNullWhen(true)] out ConfluenceSite? site, [NotNullWhen(false)] out string? problem)
    {
        site = null;
        string text = given.Trim();
        if (text.Length == 0)
        {
            problem = "The site is empty.";
            return false;
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + (IsBareName(text) ? text + SiteSuffix : text);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            problem = $"The site '{Shown(given)}' is not an address.";
            return false;
        }

        problem = Refuse(uri, given);
        if (problem is null)
        {
            string host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
            string authority = $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? string.Empty : $":{uri.Port}")}";
            string? cloudId = IsAtGateway(uri) ? CloudIdOf(uri) : null;
            site = new ConfluenceSite(cloudId is null ? authority : authority + GatewayPath + cloudId, cloudId);
        }

        return site is not null;
    }

    private static string? Refuse(Uri uri, string given)
    {
        if (uri.UserInfo.Length > 0)
        {
            return $"The site '{Shown(given)}' holds a user name or an e-mail address. Pass those with a credential.";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            return uri.Scheme == Uri.UriSchemeHttp
                ? $"The site '{Shown(given)}' uses plain http, which would send the credential unencrypted; only a server on this machine may do so. Use https."
                : $"The site '{Shown(given)}' uses the scheme '{uri.Scheme}'. Use https.";
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return $"The site '{Shown(given)}' holds a {(uri.Query.Length > 0 ? "query ('?')" : "fragment ('#')")}. Leave it out.";
        }

        if (IsAtGateway(uri))
        {
            return CloudIdOf(uri) is null ? $"The site '{Shown(given)}' is the gateway without the id of a Confluence site." : null;
        }

        if (uri.Host is "atlassian.net" or "atlassian.com" || uri.Host.EndsWith(".atlassian.com", StringComparison.Ordinal))
        {
            return $"The host of '{Shown(given)}' belongs to Atlassian, but it is no Confluence site.";
        }

        bool isWiki = uri.AbsolutePath is "/" or "/wiki" || uri.AbsolutePath.StartsWith("/wiki/", StringComparison.Ordinal);
        return isWiki ? null : $"The site '{Shown(given)}' has a path that does not begin with /wiki, so it is no Confluence Cloud site.";
    }

    /// <summary>Whether the address is the gateway's, or that of something on this machine that stands in for it, such as the sandbox.</summary>
    private static bool IsAtGateway(Uri uri) =>
        uri.Host == GatewayHost || (uri.IsLoopback && uri.AbsolutePath.StartsWith(GatewayPath, StringComparison.Ordinal));

    private static string? CloudIdOf(Uri uri)
    {
        if (!uri.AbsolutePath.StartsWith(GatewayPath, StringComparison.Ordinal))
        {
            return null;
        }

        string[] rest = uri.AbsolutePath[GatewayPath.Length..].Split('/');
        bool isId = rest[0].Length > 0 && rest[0].All(static character => char.IsAsciiLetterOrDigit(character) || character == '-');
        bool isBase = rest.Length == 1 || rest[1] is "" or "wiki";
        return isId && isBase ? rest[0] : null;
    }

    private static bool IsBareName(string text) => text.All(static character => char.IsAsciiLetterOrDigit(character) || character == '-') && text != "localhost";

    /// <summary>What was given, without the parts in which people leave passwords and tokens.</summary>
    private static string Shown(string given)
    {
        string text = given.Trim();
        int end = text.IndexOfAny(['?', '#']);
        if (end >= 0)
        {
            text = text[..(end + 1)] + "…";
        }

        int at = text.LastIndexOf('@');
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(scheme < 0 || scheme > at ? string.Empty : text.AsSpan(0, scheme + 3), "…", text.AsSpan(at));
    }
}
