using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Confluence.Generated;

/// <summary>
/// The address that a client talks to: a Confluence Cloud site, or Atlassian's API gateway for one site.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConfluenceSite : IEquatable<ConfluenceSite>
{
    private const string GatewayPath = "/ex/confluence/";
    private const int LongestShown = 80;

    /// <summary>No part of a usual address is longer; the id of a site has 36 characters, and tokens have many more.</summary>
    private const int LongestPart = 40;

    /// <summary>Text with spaces is not an address: words are shown, the values of headers are not.</summary>
    private const int LongestWord = 16;
    private const string WhatToWrite =
        "Write the site's name ('your-company'), its address ('https://your-company.atlassian.net') or the gateway's ('https://api.atlassian.com/ex/confluence/{cloudId}').";

    private ConfluenceSite(string baseAddress, string? cloudId, Uri? webBase = null)
    {
        BaseAddress = new Uri(baseAddress, UriKind.Absolute);
        Cloud = ConfluenceCloud.Of(BaseAddress.IdnHost);
        Base = baseAddress;
        CloudId = cloudId;
        WebBase = webBase ?? (cloudId is null ? new Uri(baseAddress + "/wiki", UriKind.Absolute) : null);
    }

    /// <summary>The address that the paths of the API are appended to, without <c>/wiki</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>
    /// The address that people open in a browser, with <c>/wiki</c>. Null when only the address at the gateway is known, which no browser can open.
    /// </summary>
    public Uri? WebBase { get; }

    /// <summary>Whether requests go through Atlassian's API gateway.</summary>
    public bool IsGateway => CloudId is not null;

    /// <summary>The id of the site if requests go through the gateway; otherwise null.</summary>
    public string? CloudId { get; }

    /// <summary>The cloud that the address belongs to.</summary>
    internal ConfluenceCloud Cloud { get; }

    /// <summary>The normalized address, without a slash at its end: paths are appended to it.</summary>
    internal string Base { get; }

    /// <summary>Gives the address at the gateway of a site whose cloud id is known. Links for people still lead to the site.</summary>
    /// <param name="cloudId">The id of the site, as <c>/_edge/tenant_info</c> tells it or the list of accessible resources.</param>
    /// <param name="gateway">The address of the gateway up to <c>/ex</c>; null for that of the site's cloud.</param>
    /// <returns>The site, reached through the gateway.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cloudId"/> is null.</exception>
    /// <exception cref="ArgumentException">The cloud id holds another character than letters, digits and hyphens, or the gateway is not an address with https (or on this machine).</exception>
    public ConfluenceSite AtGateway(string cloudId, Uri? gateway = null)
    {
        ArgumentNullException.ThrowIfNull(cloudId);
        if (!IsCloudId(cloudId))
        {
            throw new ArgumentException("The cloud id contains a character that is not a letter, a digit or a hyphen. Copy it from https://your-company.atlassian.net/_edge/tenant_info.", nameof(cloudId));
        }

        string address = gateway is null ? $"https://{Cloud.GatewayHost}" : GatewayText(gateway);
        return new ConfluenceSite(address + GatewayPath + cloudId, cloudId, WebBase);
    }

    /// <summary>
    /// Parses a site in any of these forms: <c>your-company</c>, <c>your-company.atlassian.net</c>,
    /// <c>https://your-company.atlassian.net/wiki/spaces/ABC</c>, <c>https://api.atlassian.com/ex/confluence/{cloudId}</c>,
    /// a custom domain, and <c>http://127.0.0.1:8080</c> for a server on the same machine.
    /// </summary>
    /// <remarks>
    /// Sites and the gateway of Atlassian Government Cloud are supported too (<c>your-agency.atlassian-us-gov-mod.net</c>,
    /// <c>https://api.atlassian-us-gov-mod.com/ex/confluence/{cloudId}</c>). A gateway on any other host is given in the same form: the path
    /// <c>/ex/confluence/{cloudId}</c> marks the address as a gateway's.
    /// </remarks>
    /// <param name="site">The text to parse.</param>
    /// <returns>The site.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="site"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is not a valid site. The message says what was given, what is wrong and what to use.</exception>
    public static ConfluenceSite Parse(string site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return TryParse(site, out ConfluenceSite? parsed, out string? problem)
            ? parsed
            : throw new ArgumentException($"{problem} {WhatToWrite}", nameof(site));
    }

    /// <summary>Returns the normalized address.</summary>
    /// <returns>For example <c>https://your-company.atlassian.net</c>.</returns>
    public override string ToString() => Base;

    /// <summary>Compares the address with that of another site.</summary>
    /// <param name="other">The other site.</param>
    /// <returns>True if the addresses are the same.</returns>
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

        if (InvisibleIn(text) is { } invisible)
        {
            problem = invisible;
            return false;
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + (IsBareName(text) ? text + ConfluenceCloud.Commercial.SiteSuffix : text);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || HostOf(uri) is not { Length: > 0 } idnHost)
        {
            problem = $"The site {Shown(given)} is not an address.";
            return false;
        }

        problem = Refuse(uri, idnHost, given);
        if (problem is null)
        {
            string host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{idnHost}]" : idnHost;
            string authority = $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? string.Empty : $":{uri.Port}")}";
            string? cloudId = IsAtGateway(uri, idnHost) ? CloudIdOf(uri) : null;
            site = new ConfluenceSite(cloudId is null ? authority : authority + GatewayPath + cloudId, cloudId);
        }

        return site is not null;
    }

    private static string? Refuse(Uri uri, string host, string given)
    {
        if (uri.UserInfo.Length > 0)
        {
            return $"The site {Shown(given)} contains a user name or an e-mail address. Pass those in the credential.";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            return uri.Scheme == Uri.UriSchemeHttp
                ? $"The site {Shown(given)} uses plain http, which would send the credential unencrypted; only a server on this machine may do so. Use https."
                : $"The site {Shown(given)} uses the scheme '{uri.Scheme}'. Use https.";
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return $"The site {Shown(given)} contains a {(uri.Query.Length > 0 ? "query ('?')" : "fragment ('#')")}. Leave it out.";
        }

        if (IsAtGateway(uri, host))
        {
            return CloudIdOf(uri) is null ? $"The site {Shown(given)} is the gateway without the id of a Confluence site." : null;
        }

        if (ConfluenceCloud.IsOther(host))
        {
            return $"The host of {Shown(given)} belongs to Atlassian, but is not a Confluence site.";
        }

        bool isWiki = uri.AbsolutePath is "/" or "/wiki" || uri.AbsolutePath.StartsWith("/wiki/", StringComparison.Ordinal);
        return isWiki ? null : $"The site {Shown(given)} has a path that does not begin with /wiki, so it is not a Confluence Cloud site.";
    }

    /// <summary>Whether the address is that of a gateway: of a known cloud, or of any host with the gateway's path.</summary>
    private static bool IsAtGateway(Uri uri, string host) =>
        ConfluenceCloud.All.Any(cloud => cloud.GatewayHost == host) || uri.AbsolutePath.StartsWith(GatewayPath, StringComparison.Ordinal);

    /// <summary>Gets the host in ASCII; null if it has no such form, as some Unicode names.</summary>
    private static string? HostOf(Uri uri)
    {
        try
        {
            string host = uri.IdnHost;
            return uri.HostNameType == UriHostNameType.Unknown || host.AsSpan().ContainsAnyExceptInRange('!', '~') || host.Contains("..", StringComparison.Ordinal) ? null : host;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Gets the error for an invisible character, which may be copied along with an address; null if there is none.</summary>
    private static string? InvisibleIn(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            UnicodeCategory category = char.GetUnicodeCategory(text, index);
            if (category is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return $"The site contains an invisible or invalid character (U+{(int)text[index]:X4}, character number {index + 1}). Remove it, or type the address again.";
            }
        }

        return null;
    }

    private static string? CloudIdOf(Uri uri)
    {
        if (!uri.AbsolutePath.StartsWith(GatewayPath, StringComparison.Ordinal))
        {
            return null;
        }

        string[] rest = uri.AbsolutePath[GatewayPath.Length..].Split('/');
        bool isId = IsCloudId(rest[0]);
        bool isBase = rest.Length == 1 || rest[1] is "" or "wiki";
        return isId && isBase ? rest[0] : null;
    }

    /// <summary>Whether a text can be the id of a site: nothing that would change an address.</summary>
    internal static bool IsCloudId(string text) => text.Length > 0 && text.All(static character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>Whether credentials may be sent to an address.</summary>
    internal static bool IsGatewayAddress(Uri gateway) =>
        gateway is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } && (gateway.Scheme == Uri.UriSchemeHttps || (gateway.Scheme == Uri.UriSchemeHttp && gateway.IsLoopback));

    private static string GatewayText(Uri gateway)
    {
        return IsGatewayAddress(gateway)
            ? gateway.AbsoluteUri.TrimEnd('/')
            : throw new ArgumentException("The address of the gateway must begin with https:// (or be on this machine) and have no query. Write for example 'https://api.atlassian.com'.", nameof(gateway));
    }

    private static bool IsBareName(string text) => text.All(static character => char.IsAsciiLetterOrDigit(character) || character == '-') && text != "localhost";

    /// <summary>
    /// Gets the given text in quotes if it is certainly just an address. People paste e-mail addresses, tokens and whole headers by mistake, so
    /// anything else is only described.
    /// </summary>
    private static string Shown(string given)
    {
        string text = given.Trim();
        int end = text.IndexOfAny(['?', '#']);
        string address = end < 0 ? text : text[..(end + 1)] + "…";
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        int path = address.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        string host = path < 0 ? address : address[..path];
        bool isPlain = address.Length <= LongestShown && !address.Contains('@', StringComparison.Ordinal) && !address.Contains('=', StringComparison.Ordinal)
            && (!address.Any(char.IsWhiteSpace) || address.Split().All(static word => word.Length <= LongestWord))
            && host.Split('.', ':', '/').All(static part => part.Length <= LongestPart)
            && (path < 0 || address[path..].Split('/').All(static part => part.Length <= LongestPart));
        return isPlain ? $"'{address}'" : string.Create(CultureInfo.InvariantCulture, $"that was given ({text.Length} characters, not shown because it may be confidential)");
    }
}
