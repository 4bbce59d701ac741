namespace Confluence.Sandbox;

/// <summary>
/// Says how large the sandbox site is, which seed its content grows from, which credentials it accepts, and what it refuses or spoils.
/// </summary>
/// <remarks>
/// The content is computed, never stored: a site of 100,000 pages starts as fast and as small as one of ten.
/// Two sandboxes with the same numbers and the same <see cref="SiteAddress"/> give the same answers, byte for byte.
/// </remarks>
public sealed class SandboxOptions
{
    /// <summary>The largest accepted value of <see cref="Users"/>.</summary>
    public const int MaximumUsers = 20_000;

    /// <summary>The largest accepted value of <see cref="RequestLogSize"/>.</summary>
    public const int MaximumRequestLogSize = 1_000_000;

    /// <summary>The largest accepted value of <see cref="Spaces"/>.</summary>
    public const int MaximumSpaces = 5_000;

    /// <summary>The largest accepted value of <see cref="Pages"/>.</summary>
    public const int MaximumPages = 100_000;

    /// <summary>The largest accepted value of <see cref="BlogPosts"/>.</summary>
    public const int MaximumBlogPosts = 100_000;

    /// <summary>Gets or sets the seed from which all content grows. The default is 1; every value is valid.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Gets or sets the number of accounts, guests and apps among them: 1 to <see cref="MaximumUsers"/>. The default is 25.
    /// The user search ends after 10,000 of them, as on a real site; most of the others are found through their groups.
    /// </summary>
    public int Users { get; set; } = 25;

    /// <summary>Gets or sets the number of spaces: 1 to <see cref="MaximumSpaces"/>. The default is 3.</summary>
    public int Spaces { get; set; } = 3;

    /// <summary>
    /// Gets or sets how many of the spaces, counted from the last, the account that calls cannot see: 0 to <see cref="Spaces"/>. The default is 0.
    /// They and what they hold are missing from lists and searches, and answer 404 by id. See <see cref="SandboxTruth.HiddenSpaceIds"/>.
    /// </summary>
    public int HiddenSpaces { get; set; }

    /// <summary>
    /// Gets or sets the number of pages that exist at start, over all spaces: 0 to <see cref="MaximumPages"/>. The default is 200.
    /// </summary>
    public int Pages { get; set; } = 200;

    /// <summary>
    /// Gets or sets the number of blog posts that exist at start, over all spaces: 0 to <see cref="MaximumBlogPosts"/>. The default is 20.
    /// </summary>
    public int BlogPosts { get; set; } = 20;

    /// <summary>
    /// Gets or sets the e-mail address of the account that calls. The default is <c>sandbox@example.com</c>.
    /// </summary>
    public string Email { get; set; } = "sandbox@example.com";

    /// <summary>
    /// Gets or sets the API token that the sandbox accepts. The default, null, makes a random one at start;
    /// read it from <see cref="ConfluenceSandbox.ApiToken"/>.
    /// </summary>
    public string? ApiToken { get; set; }

    /// <summary>
    /// Gets the credentials that are accepted beside <see cref="Email"/> and <see cref="ApiToken"/>: with scopes, of service accounts,
    /// of OAuth. None by default.
    /// </summary>
    public IList<SandboxCredential> Credentials { get; } = [];

    /// <summary>Gets the apps that get tokens at the authorization server, <see cref="ConfluenceSandbox.AuthorizationAddress"/>. None by default.</summary>
    public IList<SandboxApp> Apps { get; } = [];

    /// <summary>Gets or sets whether the account that calls may see the analytics of content. The default is true; false answers 403.</summary>
    public bool AnalyticsPermitted { get; set; } = true;

    /// <summary>Gets or sets whether the account that calls is a Confluence administrator, who may read the audit log. The default is true; false answers 403.</summary>
    public bool Administrator { get; set; } = true;

    /// <summary>
    /// Gets spaces whose key was changed after they were made: the key of the space, as it was and as the API goes on to give it, and the new one, its
    /// alias. <c>GET /spaces?keys=</c> finds the space by both, addresses show the alias, and CQL knows the first key alone. None by default.
    /// See <see cref="SandboxTruth.SpaceKeys"/> for the keys.
    /// </summary>
    public IDictionary<string, string> SpaceAliases { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the rules that answer some requests with something else than the site would. None by default.</summary>
    public IList<SandboxRule> Rules { get; } = [];

    /// <summary>Gets or sets the points that each credential may use up in a window of time. The default, null, counts none and sends no headers about it.</summary>
    public SandboxQuota? Quota { get; set; }

    /// <summary>Gets or sets which faults strike requests, and how often. The default, null, is none.</summary>
    public SandboxFaults? Faults { get; set; }

    /// <summary>
    /// Gets or sets how many of the last requests <see cref="ConfluenceSandbox.Requests"/> holds: 0 to <see cref="MaximumRequestLogSize"/>.
    /// The default is 1,000.
    /// </summary>
    public int RequestLogSize { get; set; } = 1_000;

    /// <summary>Gets or sets the loopback port to listen on: 0 to 65535. The default, 0, takes any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets the address that stands in answers (<c>_links.base</c>, <c>self</c> links), as <c>https://site.example</c>.
    /// The default, null, is the address that the sandbox listens on. Set it to make two sandboxes answer alike.
    /// </summary>
    public Uri? SiteAddress { get; set; }

    /// <summary>Gets or sets the clock that dates the changes made through the API, ends credentials and tokens, and renews quotas. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">
    /// A value is out of its range; the message names it, the value given and the values allowed.
    /// </exception>
    public void Validate()
    {
        OptionRange.Require(nameof(Users), Users, 1, MaximumUsers);
        OptionRange.Require(nameof(Spaces), Spaces, 1, MaximumSpaces);
        OptionRange.Require(nameof(HiddenSpaces), HiddenSpaces, 0, Spaces);
        OptionRange.Require(nameof(Pages), Pages, 0, MaximumPages);
        OptionRange.Require(nameof(BlogPosts), BlogPosts, 0, MaximumBlogPosts);
        OptionRange.Require(nameof(RequestLogSize), RequestLogSize, 0, MaximumRequestLogSize);
        OptionRange.Require(nameof(Port), Port, 0, 65_535);
        Quota?.Validate();
        Faults?.Validate();
        ValidateCredentials();
        AppRange.Require(Apps);
        ValidateRules();
        ValidateSpaceAliases();

        if (SiteAddress is not null && !IsSiteAddress(SiteAddress))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{nameof(SiteAddress)} must be an absolute http or https address without path, query or "
                + "credential, such as https://site.example.");
        }

        if (TimeProvider is null)
        {
            throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(TimeProvider)} is null. Leave it out to use the system clock.");
        }
    }

    private void ValidateCredentials()
    {
        if (!CredentialText.IsEmail(Email))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{nameof(Email)} is no e-mail address. Give one with an @ and without a colon, such as sandbox@example.com.");
        }

        if (ApiToken is not null && !CredentialText.IsToken(ApiToken))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{nameof(ApiToken)} is empty or holds a character that no header can carry. "
                + "Give printable ASCII without spaces, or null for a random token.");
        }

        HashSet<string> tokens = ApiToken is null ? [] : [ApiToken];
        for (int index = 0; index < Credentials.Count; index++)
        {
            if (Credentials[index] is null)
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(Credentials)}[{index}] is null. Give a credential, or leave it out.");
            }

            if (!tokens.Add(Credentials[index].Token))
            {
                throw new ArgumentException(
                    $"{nameof(SandboxOptions)}.{nameof(Credentials)}[{index}] has the token of another credential. Give each a token of its own: the token tells them apart.");
            }
        }
    }

    private void ValidateRules()
    {
        for (int index = 0; index < Rules.Count; index++)
        {
            if (Rules[index] is null)
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(Rules)}[{index}] is null. Give a rule, or leave it out.");
            }

            Rules[index].Validate($"{nameof(SandboxOptions)}.{nameof(Rules)}[{index}]");
        }
    }

    private void ValidateSpaceAliases()
    {
        HashSet<string> aliases = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string alias) in SpaceAliases)
        {
            if (string.IsNullOrEmpty(alias) || !alias.All(char.IsAsciiLetterOrDigit))
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(SpaceAliases)} gives the space '{key}' the key '{alias}'. Give letters and digits only.");
            }

            if (!aliases.Add(alias))
            {
                throw new ArgumentException($"{nameof(SandboxOptions)}.{nameof(SpaceAliases)} gives the key '{alias}' to two spaces. Give each a key of its own.");
            }
        }
    }

    private static bool IsSiteAddress(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.PathAndQuery == "/"
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0;
}
