namespace Confluence.Generated;

/// <summary>The settings of a <see cref="ConfluenceOAuthApp"/>. The app takes a copy.</summary>
public sealed class OAuthAppOptions
{
    /// <summary>The address of the authorization server. The default is <c>https://auth.atlassian.com</c>.</summary>
    public Uri AuthorizationAddress { get; set; } = new("https://auth.atlassian.com");

    /// <summary>The address of the gateway, which lists the sites that tokens reach. The default is <c>https://api.atlassian.com</c>.</summary>
    public Uri GatewayAddress { get; set; } = new("https://api.atlassian.com");

    /// <summary>
    /// The client to reach both with; null, the default, for one that all apps share. Its handler should neither follow redirects nor keep cookies, and its default headers must hold
    /// no <c>Authorization</c>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The longest that one request for tokens may take. Longer than zero; the default is 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock. Tests put a fake one here.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal OAuthAppOptions Copy()
    {
        Check(AuthorizationAddress, nameof(AuthorizationAddress));
        Check(GatewayAddress, nameof(GatewayAddress));
        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
        {
            throw new ArgumentException($"The option {nameof(Timeout)} is {Timeout}; it must be longer than zero and at most {int.MaxValue} milliseconds.");
        }

        if (HttpClient?.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException($"The option {nameof(HttpClient)} has an Authorization among its default headers. Remove it there.");
        }

        return TimeProvider is null ? throw new ArgumentException($"The option {nameof(TimeProvider)} is null. Leave it as it is, or give it a value.") : (OAuthAppOptions)MemberwiseClone();
    }

    private static void Check(Uri? address, string name)
    {
        if (address is null || !ConfluenceSite.IsGatewayAddress(address))
        {
            throw new ArgumentException($"The option {name} must be an address with https (or on this machine) and without a query: secrets are sent there.");
        }
    }
}
