using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;
using Confluence.Generated.Sites;

namespace Confluence.Generated.Http;

/// <summary>Sends the message of an attempt and reads the answer. Only this class sends messages.</summary>
internal sealed class Wire(HttpClient client, bool isOwnClient, RequestMessageFactory messages, SiteConnection connection, ConfluenceClientOptions options) : IDisposable
{
    /// <summary>Error bodies are small; a page of a proxy may not be.</summary>
    private const long MaxErrorBody = 256 * 1024;

    /// <summary>How much is read of an answer that is not wanted: enough to recognize where it comes from.</summary>
    private const long EnoughToRecognise = 1024;
    private const int MaxRedirects = 5;

    private readonly ContentHosts _contentHosts = new(client, isOwnClient);
    private readonly AuthorizationText _credentials = new();
    private volatile bool _hasAnswered;

    /// <summary>Whether the server has ever answered this client.</summary>
    public bool HasAnswered => _hasAnswered;

    /// <summary>The limit of the caller's client; null if the client is our own, which has none.</summary>
    public TimeSpan? ClientTimeout => isOwnClient ? null : client.Timeout;

    public async ValueTask<HttpAnswer> SendAsync(Call call, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        ConfluenceSite site = call.Site = connection.Current;
        HttpResponseMessage response = await SendToSiteAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        string? contentHost = FinalAddress.HostOf(response, site);
        IEnumerable<string> secrets = call.Request.Settings.AdditionalValues;
        for (int hops = 0; call.Wanted == WantedAnswer.Download && Redirect.IsFollowable(response); hops++)
        {
            Uri target = Redirect.TargetOf(call, response, site, hops < MaxRedirects);
            contentHost = target.Host;
            secrets = [.. secrets, .. Redirect.SecretsOf(target)];
            (HttpClient sender, bool isOwn) = _contentHosts.SenderFor(target, site);
            using HttpRequestMessage message = messages.CreateBare(HttpMethod.Get, target, call.Request.Rest);
            response = await SendAsync(sender, isOwn, message, cancellationToken).ConfigureAwait(false);
        }

        HttpAnswer answer = new(response, options.TimeProvider.GetUtcNow()) { ContentHost = contentHost, Authorization = authorization, AdditionalValues = secrets };
        await ReadAsync(call, answer, cancellationToken).ConfigureAwait(false);
        call.IsInFlight = false;
        return answer;
    }

    /// <summary>Asks an address outside the API, without a credential.</summary>
    /// <returns>The answer with its body. The caller releases it.</returns>
    public async ValueTask<HttpAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = messages.CreateBare(HttpMethod.Get, address);
        HttpAnswer answer = new(await SendAsync(client, isOwnClient, message, cancellationToken).ConfigureAwait(false), options.TimeProvider.GetUtcNow());
        try
        {
            await answer.ReadBodyAsync(MaxErrorBody, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Release();
            throw;
        }
    }

    public void Dispose() => _contentHosts.Dispose();

    private async ValueTask<HttpResponseMessage> SendToSiteAsync(Call call, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = messages.Create(call.Site, call.Request, call.Wanted);
        call.Content = (OutgoingContent)message.Content!; // The factory adds it to every message.
        message.Headers.TryAddWithoutValidation("Authorization", _credentials.TextOf(authorization));
        if (call.IsSentUnannounced)
        {
            message.Headers.ExpectContinue = false;
        }

        Uri address = message.RequestUri!; // Set by the factory.
        HttpMethod method = message.Method;

        // With HTTP/2, the headers of a request without a body leave before its content can stop a second sending.
        bool isGuardedByContent = !isOwnClient && call is { IsUnrepeatable: true, Request.Body: null };
        call.IsInFlight = true;
        HttpResponseMessage response;
        try
        {
            response = await SendAsync(client, isOwnClient, message, cancellationToken, isGuardedByContent).ConfigureAwait(false);
        }
        catch (RepeatedSendException exception) when (message.RequestUri != address)
        {
            throw LostCalls.RedirectedOn(call, FinalAddress.Show(message.RequestUri), exception);
        }

        _hasAnswered = true;
        call.StatusCode = response.StatusCode;
        FinalAddress.Check(call, message, method, address, response);
        return response;
    }

    /// <summary>Sends a message, also one that is not for the site.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpClient sender, bool isOwn, HttpRequestMessage message, CancellationToken cancellationToken, bool isHttp11Needed = false)
    {
        (message.Version, message.VersionPolicy) = isOwn
            ? (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower)
            : (sender.DefaultRequestVersion, sender.DefaultVersionPolicy);
        if (isHttp11Needed && message.VersionPolicy != HttpVersionPolicy.RequestVersionExact)
        {
            (message.Version, message.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
        }

        return sender.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async ValueTask ReadAsync(Call call, HttpAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            if (!answer.IsSuccess)
            {
                await answer.ReadBodyAsync(MaxErrorBody, cancellationToken).ConfigureAwait(false);
            }
            else if (call.Wanted == WantedAnswer.Nothing)
            {
                await answer.ReadBodyAsync(EnoughToRecognise, cancellationToken).ConfigureAwait(false);
            }
            else if (call.Wanted == WantedAnswer.Json && !await answer.ReadBodyAsync(options.MaxResponseSize, cancellationToken).ConfigureAwait(false))
            {
                throw CallFailures.AnswerTooLarge(call, answer, options.MaxResponseSize);
            }
        }
        catch (Exception exception) when (!answer.IsSuccess && exception is HttpRequestException or IOException or InvalidDataException && !cancellationToken.IsCancellationRequested)
        {
            // The status alone says that the call was refused; a body that is cut off must not turn that into a lost answer.
            answer.IsBodyCutOff = true;
        }
        catch
        {
            answer.Release();
            throw;
        }
    }
}
