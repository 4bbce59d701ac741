using Confluence.Generated;

namespace Confluence.Cli.Settings;

/// <summary>Where the authorization server and the gateway are, and how an app is made that uses them. Other addresses than Atlassian's are for tests and for other clouds.</summary>
/// <param name="Authorization">The address of the authorization server; null for Atlassian's.</param>
/// <param name="Gateway">The address of the gateway; null for Atlassian's.</param>
internal sealed record OAuthAddresses(Uri? Authorization, Uri? Gateway)
{
    public const string AuthorizationVariable = "CONFLUENCE_OAUTH_AUTHORIZATION_ADDRESS";
    public const string GatewayVariable = "CONFLUENCE_OAUTH_GATEWAY_ADDRESS";

    /// <summary>Reads the variables.</summary>
    /// <exception cref="UsageException">One of them holds no address that secrets may be sent to.</exception>
    public static OAuthAddresses Read(Func<string, string?> variable) =>
        new(Address(variable, AuthorizationVariable), Address(variable, GatewayVariable));

    /// <summary>Makes the app.</summary>
    /// <exception cref="UsageException">The client id or the client secret cannot be right. The message does not show the secret.</exception>
    public ConfluenceOAuthApp App(string clientId, string clientSecret, HttpClient http, TimeProvider clock)
    {
        OAuthAppOptions options = new() { HttpClient = http, TimeProvider = clock };
        options.AuthorizationAddress = Authorization ?? options.AuthorizationAddress;
        options.GatewayAddress = Gateway ?? options.GatewayAddress;
        try
        {
            return new ConfluenceOAuthApp(clientId, clientSecret, options);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(ToolWords.Of(SourceSettingsReader.MessageOf(exception)));
        }
    }

    private static Uri? Address(Func<string, string?> variable, string name)
    {
        if (variable(name) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { AbsolutePath: "/", Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
            ? address
            : throw new UsageException($"{name} holds no address that secrets may be sent to. Set it to an address with https (http only on this machine) without a path, or leave it unset for Atlassian's.");
    }
}
