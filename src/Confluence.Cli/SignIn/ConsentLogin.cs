using Confluence.Cli.Connection;
using Confluence.Cli.Kept;
using Confluence.Cli.Progress;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Generated;

namespace Confluence.Cli.SignIn;

/// <summary>What the command line says about a sign-in with an OAuth app.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="Site">The site to read; null for the only one that the person chooses.</param>
/// <param name="Port">The port that the browser comes back to.</param>
/// <param name="PortOption">The option that chooses the port.</param>
/// <param name="Scopes">What the person is asked for.</param>
internal sealed record ConsentRequest(string ClientId, string? Site, int Port, string PortOption, IReadOnlyList<string> Scopes);

/// <summary>Signs in with an OAuth app: sends a person to the page of consent, waits for the browser, and keeps the tokens.</summary>
internal sealed class ConsentLogin(SignInFolder folder, RequestSettings requests, CliEnvironment environment)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>Signs in.</summary>
    /// <exception cref="ConfluenceOAuthException">There are no tokens, or not for the site; nothing was kept.</exception>
    /// <exception cref="UsageException">The settings of the app cannot be right, the port is taken, or nobody consented in time.</exception>
    public async Task RunAsync(ConsentRequest request, string clientSecret, CancellationToken cancellationToken)
    {
        using HttpClient http = SourceConnection.CreateHttp(requests, environment, new ProgressLine(environment));
        ConfluenceOAuthApp app = OAuthAddresses.Read(environment.Variable).App(request.ClientId, clientSecret, http, environment.Clock);
        OAuthTokens tokens = await ConsentAsync(app, request, cancellationToken).ConfigureAwait(false);

        using MemoryTokenStore store = new(tokens);
        ConfluenceSite site = await new OAuthCredential(app, store).FindSiteAsync(request.Site, cancellationToken).ConfigureAwait(false);
        string address = site.WebBase?.GetLeftPart(UriPartial.Authority) ?? site.ToString();
        KeptSignIn signIn = new()
        {
            Version = KeptSignIn.CurrentVersion,
            Site = address,
            SignedInAt = environment.Clock.GetUtcNow(),
            App = new KeptApp
            {
                ClientId = request.ClientId,
                ClientSecret = clientSecret,
                CloudId = site.CloudId ?? throw new InvalidOperationException("A site that tokens reach came without its cloud id."),
            },
        };
        tokens = (await store.GetAsync(cancellationToken).ConfigureAwait(false))?.Tokens ?? tokens; // A short-lived token may have been renewed meanwhile.
        await folder.KeepAsync(signIn, tokens, cancellationToken).ConfigureAwait(false);
        environment.Output.WriteLine($"Signed in to {address} with the app {request.ClientId}. Site, client secret and tokens are kept in {folder.Path}, not encrypted, for you alone to read.");
        if (tokens.RefreshToken is null)
        {
            environment.Error.WriteLine("Note: the server gave no refresh token, so this sign-in ends with its access token. Allow offline_access in the app's settings, and sign in again.");
        }
    }

    private async Task<OAuthTokens> ConsentAsync(ConfluenceOAuthApp app, ConsentRequest request, CancellationToken cancellationToken)
    {
        CallbackListener listener = await CallbackListener.StartAsync(request.Port, request.PortOption, cancellationToken).ConfigureAwait(false);
        await using (listener.ConfigureAwait(false))
        {
            OAuthConsent consent = Consent(app, listener.Address, request.Scopes);
            environment.Output.WriteLine("Open this address in a browser on this machine, and agree there:");
            environment.Output.WriteLine();
            environment.Output.WriteLine($"  {consent.Address?.AbsoluteUri}");
            environment.Output.WriteLine();
            environment.Output.WriteLine($"Waiting for the browser to come back to {listener.Address}, which must be the callback URL of the app; at most {Duration.Text(s_longest)}. Ctrl-C ends the wait.");
            try
            {
                Uri callback = await listener.WaitAsync(s_longest, environment.Clock, cancellationToken).ConfigureAwait(false);
                return await app.ExchangeAsync(consent, callback, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                throw new SignInFailedException(
                    $"No browser came back to {listener.Address} within {Duration.Text(s_longest)}. If the page of consent showed an error, compare the callback URL and the scopes of the app in the developer console; then sign in again.");
            }
        }
    }

    private static OAuthConsent Consent(ConfluenceOAuthApp app, Uri callback, IReadOnlyList<string> scopes)
    {
        try
        {
            return app.CreateConsent(callback, scopes);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(SourceSettingsReader.MessageOf(exception));
        }
    }
}
