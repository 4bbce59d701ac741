using System.Globalization;

namespace Confluence.Sandbox;

/// <summary>
/// Says how large the sandbox site is, which seed its content grows from, and which credential it accepts.
/// </summary>
/// <remarks>
/// The content is computed, never stored: a site of 100,000 pages starts as fast and as small as one of ten.
/// Two sandboxes with the same numbers and the same <see cref="SiteAddress"/> give the same answers, byte for byte.
/// </remarks>
public sealed class SandboxOptions
{
    /// <summary>The largest accepted value of <see cref="Users"/>.</summary>
    public const int MaximumUsers = 20_000;

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
    /// </summary>
    public int Users { get; set; } = 25;

    /// <summary>Gets or sets the number of spaces: 1 to <see cref="MaximumSpaces"/>. The default is 3.</summary>
    public int Spaces { get; set; } = 3;

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

    /// <summary>Gets or sets the loopback port to listen on: 0 to 65535. The default, 0, takes any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets the address that stands in answers (<c>_links.base</c>, <c>self</c> links), as <c>https://site.example</c>.
    /// The default, null, is the address that the sandbox listens on. Set it to make two sandboxes answer alike.
    /// </summary>
    public Uri? SiteAddress { get; set; }

    /// <summary>Gets or sets the clock that dates the changes made through the API. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">
    /// A value is out of its range; the message names it, the value given and the values allowed.
    /// </exception>
    public void Validate()
    {
        RequireRange(nameof(Users), Users, 1, MaximumUsers);
        RequireRange(nameof(Spaces), Spaces, 1, MaximumSpaces);
        RequireRange(nameof(Pages), Pages, 0, MaximumPages);
        RequireRange(nameof(BlogPosts), BlogPosts, 0, MaximumBlogPosts);
        RequireRange(nameof(Port), Port, 0, 65_535);

        if (string.IsNullOrWhiteSpace(Email) || Email.Contains(':', StringComparison.Ordinal) || !Email.Contains('@', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{nameof(Email)} is no e-mail address. Give one with an @ and without a colon, such as sandbox@example.com.");
        }

        if (ApiToken is not null && (ApiToken.Length == 0 || ApiToken.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            throw new ArgumentException(
                $"{nameof(SandboxOptions)}.{nameof(ApiToken)} is empty or holds a character that no header can carry. "
                + "Give printable ASCII without spaces, or null for a random token.");
        }

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

    private static bool IsSiteAddress(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.PathAndQuery == "/"
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0;

    private static void RequireRange(string name, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(SandboxOptions)}.{name} is {value}. Give a number from {minimum} to {maximum}."));
        }
    }
}
