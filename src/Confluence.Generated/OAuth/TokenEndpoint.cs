using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Confluence.Generated.Answers;
using Confluence.Generated.Http;
using Confluence.Generated.Sites;
using Polly;
using Polly.Retry;

namespace Confluence.Generated.OAuth;

/// <summary>The requests to the authorization server and to the list of sites.</summary>
internal sealed class TokenEndpoint
{
    private const long MaxAnswer = 1024 * 1024;

    private static readonly Lazy<HttpClient> s_shared = new(OwnHttpClient.Create);

    private readonly string _clientId;
    private readonly string _clientSecret;
    private readonly OAuthAppOptions _options;
    private readonly ResiliencePipeline _pipeline;

    public TokenEndpoint(string clientId, string clientSecret, OAuthAppOptions options)
    {
        _clientId = clientId;
        _clientSecret = clientSecret;
        _options = options;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Exception is ConfluenceOAuthException { Kind: ConfluenceOAuthErrorKind.Unavailable }),
            })
            .Build();
    }

    public Task<OAuthTokens> ExchangeAsync(string code, OAuthConsent consent, CancellationToken cancellationToken) => GetTokensAsync(
        TokenRequest.Code, [("code", code), ("redirect_uri", consent.RedirectAddress.OriginalString), ("code_verifier", consent.CodeVerifier)], cancellationToken);

    public Task<OAuthTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        GetTokensAsync(TokenRequest.Refresh, [("refresh_token", refreshToken)], cancellationToken);

    public Task<OAuthTokens> GetOwnTokensAsync(CancellationToken cancellationToken) =>
        GetTokensAsync(TokenRequest.Own, [("audience", "api.atlassian.com")], cancellationToken);

    public async Task<IReadOnlyList<OAuthResource>> GetResourcesAsync(string accessToken, CancellationToken cancellationToken) => await _pipeline.ExecuteAsync(
        async token =>
        {
            using HttpRequestMessage message = new(HttpMethod.Get, At(_options.GatewayAddress, "/oauth/token/accessible-resources"));
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
            HttpAnswer answer = await SendAsync(message, [accessToken], token).ConfigureAwait(false);
            try
            {
                return answer.IsSuccess ? ReadResources(answer) : throw TokenFailures.Resources(answer);
            }
            finally
            {
                answer.Release();
            }
        },
        cancellationToken).ConfigureAwait(false);

    private static Uri At(Uri address, string path) => new(address.AbsoluteUri.TrimEnd('/') + path, UriKind.Absolute);

    private async Task<OAuthTokens> GetTokensAsync(TokenRequest request, (string Name, string Value)[] values, CancellationToken cancellationToken) => await _pipeline.ExecuteAsync(
        async token =>
        {
            using HttpRequestMessage message = new(HttpMethod.Post, At(_options.AuthorizationAddress, "/oauth/token"));
            (string Name, string Value)[] all = [("grant_type", request.GrantType), ("client_id", _clientId), ("client_secret", _clientSecret), .. values];
            message.Content = new ByteArrayContent(TokenJson.Write(all)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            HttpAnswer answer = await SendAsync(message, [_clientSecret, .. values.Where(static value => value.Name is not ("audience" or "redirect_uri")).Select(static value => value.Value)], token).ConfigureAwait(false);
            try
            {
                return answer.IsSuccess
                    ? TokenJson.Read(answer, _options.TimeProvider.GetUtcNow()) ?? throw TokenFailures.Unreadable(request, answer)
                    : throw TokenFailures.Refused(request, answer);
            }
            finally
            {
                answer.Release();
            }
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a message and reads the whole answer within the time limit.</summary>
    private async Task<HttpAnswer> SendAsync(HttpRequestMessage message, string[] secrets, CancellationToken cancellationToken)
    {
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", RequestMessageFactory.OwnProduct);
        using CancellationTokenSource limit = new(_options.Timeout, _options.TimeProvider);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpAnswer? answer = null;
        try
        {
            HttpClient sender = _options.HttpClient ?? s_shared.Value;
            answer = new HttpAnswer(await Wire.SendAsync(sender, _options.HttpClient is null, message, both.Token).ConfigureAwait(false), _options.TimeProvider.GetUtcNow())
            {
                Authorization = message.Headers.Authorization,
                AdditionalValues = secrets,
            };
            await answer.ReadBodyAsync(MaxAnswer, both.Token).ConfigureAwait(false);
            return answer;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            answer?.Release();
            throw TokenFailures.Unreachable(message.RequestUri!, _options.Timeout, exception); // Named above.
        }
        catch
        {
            answer?.Release();
            throw;
        }
    }

    private IReadOnlyList<OAuthResource> ReadResources(HttpAnswer answer)
    {
        Uri? gateway = _options.GatewayAddress.Host == ConfluenceCloud.Commercial.GatewayHost ? null : _options.GatewayAddress;
        return TokenJson.ReadResources(answer, gateway) ?? throw TokenFailures.Resources(answer);
    }
}
