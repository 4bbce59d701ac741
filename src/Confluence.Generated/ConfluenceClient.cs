using System.Diagnostics;
using Confluence.Generated.Http;
using Confluence.Generated.Transport;

namespace Confluence.Generated;

/// <summary>
/// The client for Confluence Cloud. It is safe to use from several threads; make one and keep it, because it holds the connections.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public partial class ConfluenceClient : IDisposable
{
    private readonly HttpClient? _ownHttpClient;
    private readonly ConfluenceSite? _site;

    /// <summary>Makes a client.</summary>
    /// <param name="options">The settings; <see cref="ConfluenceClientOptions.Site"/> and <see cref="ConfluenceClientOptions.Credential"/> are required.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A setting is missing or cannot be used. The message names it and says what to write.</exception>
    public ConfluenceClient(ConfluenceClientOptions options)
        : this(options, known: null)
    {
    }

    private ConfluenceClient(ConfluenceClientOptions options, ConfluenceSite? known)
    {
        ArgumentNullException.ThrowIfNull(options);
        ConfluenceClientOptions copy = options.Copy();
        copy.Validate();
        _site = known ?? ConfluenceSite.Parse(copy.Site ?? throw new ArgumentException(
            $"The option {nameof(ConfluenceClientOptions.Site)} is missing. Write the site's name ('your-company') or its address ('https://your-company.atlassian.net').", nameof(options)));
        if (copy.GatewayAddress is { } gateway && !ConfluenceSite.IsGatewayAddress(gateway))
        {
            throw new ArgumentException($"The option {nameof(ConfluenceClientOptions.GatewayAddress)} must be an address with https (or on this machine) and without a query, such as 'https://api.atlassian.com': the credential is sent there.", nameof(options));
        }

        HttpClient httpClient = copy.HttpClient ?? (_ownHttpClient = OwnHttpClient.Create());
        Transport = new ConfluenceTransport(_site, copy.Credential!, copy, httpClient, isOwnClient: _ownHttpClient is not null); // Validate refuses a null credential.
    }

    /// <summary>Makes a client.</summary>
    /// <param name="site">The site, in any form that <see cref="ConfluenceSite.Parse"/> understands, such as <c>your-company</c>.</param>
    /// <param name="credential">Who is calling.</param>
    /// <param name="options">Further settings; its own site and credential are not used. Null takes the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="site"/> or <paramref name="credential"/> is null.</exception>
    /// <exception cref="ArgumentException">The site or a setting cannot be used. The message names it and says what to write.</exception>
    public ConfluenceClient(string site, ConfluenceCredential credential, ConfluenceClientOptions? options = null)
        : this(With(site, credential, options))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="site">The site, as <see cref="OAuthCredential.FindSiteAsync"/> or <see cref="ConfluenceSite.AtGateway"/> gives it, with its address for requests and its address for people.</param>
    /// <param name="credential">Who is calling.</param>
    /// <param name="options">Further settings; its own site and credential are not used. Null takes the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="site"/> or <paramref name="credential"/> is null.</exception>
    /// <exception cref="ArgumentException">A setting cannot be used. The message names it and says what to write.</exception>
    public ConfluenceClient(ConfluenceSite site, ConfluenceCredential credential, ConfluenceClientOptions? options = null)
        : this(With(site?.Base!, credential, options), site) // The helper refuses null.
    {
    }

    /// <summary>Makes a client without a connection, for mocks that override its members. Every call through it fails.</summary>
    protected ConfluenceClient() => Transport = ConfluenceTransport.Unavailable;

    /// <summary>
    /// The site that the client talks to, with its address for requests and its address for people. When the site refuses the credential because it works only at the gateway,
    /// the client goes on there by itself (<see cref="ConfluenceClientOptions.FindsGateway"/>), and this becomes the gateway's address.
    /// </summary>
    /// <exception cref="InvalidOperationException">The client is a mock and does not override the property.</exception>
    public virtual ConfluenceSite Site => Transport.Site ?? throw new InvalidOperationException("This client was made without a connection, as mocks are. Override the property.");

    /// <summary>Calls of whatever this version of the library does not know: any method and path of Confluence.</summary>
    public virtual RawClient Raw => field ??= new RawClient(Transport);

    /// <summary>The address for people of the site that the client talks to; null when only the gateway's is known, and of a mock.</summary>
    internal Uri? WebBase => Transport.Site?.WebBase;

    internal ConfluenceTransport Transport { get; }

    /// <summary>Names the site, and nothing that is secret.</summary>
    /// <returns>For example <c>ConfluenceClient for https://your-company.atlassian.net</c>.</returns>
    public override string ToString() => $"{nameof(ConfluenceClient)} for {Transport.Site?.ToString() ?? "no site"}";

    /// <summary>
    /// Ends the calls under way, waits between attempts included, and closes the connections that the client made. An <see cref="HttpClient"/> that was given to it
    /// stays as it is. The calls end in an <see cref="ObjectDisposedException"/>; a write that was sent already and must not be repeated ends in a
    /// <see cref="ConfluenceOutcomeUnknownException"/>.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that the client made.</summary>
    /// <param name="disposing">True when <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _site is not null)
        {
            Transport.Dispose();
            _ownHttpClient?.Dispose();
        }
    }

    private static ConfluenceClientOptions With(string site, ConfluenceCredential credential, ConfluenceClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(credential);
        ConfluenceClientOptions copy = (options ?? new ConfluenceClientOptions()).Copy();
        copy.Site = site;
        copy.Credential = credential;
        return copy;
    }
}
