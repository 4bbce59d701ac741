using System.Net;
using System.Text.Json;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Http;
using Confluence.Generated.Sites;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// Finds the gateway when the site refuses a credential that works only there: tokens with scopes, of service accounts and of OAuth. The site itself tells its cloud id to
/// everybody. Calls that are refused at the same time ask once.
/// </summary>
internal sealed class GatewayFinder(SiteConnection connection, ConfluenceCredential credential, Wire wire, ConfluenceClientOptions options, CallTeller teller)
{
    private const string TenantInfo = "/_edge/tenant_info";

    private readonly Lock _lock = new();
    private Task<bool>? _search;
    private volatile bool _isHopeless;

    /// <summary>Whether a first attempt at the site would be in vain, so that the gateway is looked for before.</summary>
    public bool IsNeededFirst => credential.WorksOnlyAtGateway && MayBeLookedFor(connection.Current);

    /// <summary>Whether an answer is what a site says to a credential that works only at the gateway.</summary>
    public bool MayHelp(Call call, HttpAnswer answer)
    {
        if (answer is not { StatusCode: HttpStatusCode.Unauthorized, ContentHost: null } || !MayBeLookedFor(call.Site))
        {
            return false;
        }

        // A wrong e-mail address or token is told in other ways; this page, which is not Confluence's own, only those see whose token belongs elsewhere. No site takes bearers.
        ErrorBody body = ErrorBody.Read(answer.Body, answer.ContentType, answer.Secrets, answer.CharSet);
        ConfluenceErrorKind kind = ErrorClassifier.Classify(call.Site, call.Request, answer, body);
        bool isBearer = "Bearer".Equals(answer.Authorization?.Scheme, StringComparison.OrdinalIgnoreCase);
        return kind == ConfluenceErrorKind.ScopedTokenAtSite || (isBearer && kind == ConfluenceErrorKind.Unauthenticated);
    }

    /// <summary>Looks for the gateway, unless it is found already.</summary>
    /// <returns>Whether requests go to the gateway now, and went elsewhere before.</returns>
    public async ValueTask<bool> TryAsync(Call call, CancellationToken cancellationToken)
    {
        Task<bool> search;
        lock (_lock)
        {
            if (connection.Current.IsGateway)
            {
                return !call.Site.IsGateway;
            }

            search = _search is { IsCompleted: false } running ? running : _search = SearchAsync(call);
        }

        return await search.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Behind a host that is not Atlassian's stands something of the customer's own, whose credentials are not for Atlassian's gateway.
    /// </summary>
    private bool MayBeLookedFor(ConfluenceSite site) =>
        options.FindsGateway && !_isHopeless && !site.IsGateway && (options.GatewayAddress is not null || ConfluenceCloud.IsSite(site.BaseAddress.IdnHost));

    /// <summary>Asks the site for its cloud id. It belongs to no caller, but to all who wait for it, so it has a limit of its own.</summary>
    private async Task<bool> SearchAsync(Call call)
    {
        ConfluenceSite stated = connection.Stated;
        using CancellationTokenSource limit = new(options.AttemptTimeout, options.TimeProvider);
        try
        {
            HttpAnswer answer = await wire.AskAsync(new Uri(stated.Base + TenantInfo, UriKind.Absolute), limit.Token).ConfigureAwait(false);
            try
            {
                if (!answer.IsSuccess || CloudIdIn(answer.Body) is not { } cloudId)
                {
                    _isHopeless = answer.StatusCode is not (HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError);
                    return false; // What the site said to the call itself is worth more than this.
                }

                ConfluenceSite gateway = stated.AtGateway(cloudId, options.GatewayAddress);
                connection.MoveTo(gateway);
                teller.Moved(call, stated, gateway);
                return true;
            }
            finally
            {
                answer.Release();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return false; // The next call that is refused asks again.
        }
    }

    private static string? CloudIdIn(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body);
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("cloudId"u8, out JsonElement id) && id.ValueKind == JsonValueKind.String
                && id.GetString() is { } text && ConfluenceSite.IsCloudId(text)
                ? text
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
