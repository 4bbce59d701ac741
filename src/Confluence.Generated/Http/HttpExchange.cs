using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Errors;
using Polly;

namespace Confluence.Generated.Http;

/// <summary>One attempt: a fresh message, the credential, the answer read inside the attempt's own time limit.</summary>
internal sealed class HttpExchange(HttpClient client, bool isOwnClient, RequestMessageFactory messages, ConfluenceClientOptions options, ConfluenceCredential credential)
{
    /// <summary>Error bodies are small; a page of a proxy may not be.</summary>
    private const long MaxErrorBody = 256 * 1024;
    private const int MaxRedirects = 5;

    /// <summary>Makes the attempt. Failures come back as outcomes, as the retry pipeline wants them.</summary>
    public async ValueTask<Outcome<HttpAnswer>> AttemptAsync(ResilienceContext context, Call call)
    {
        call.BeginAttempt();
        CancellationToken outer = context.CancellationToken;
        TimeSpan limit = call.Request.Body is { IsUpload: true } ? Timeout.InfiniteTimeSpan : options.AttemptTimeout;
        using CancellationTokenSource timer = new(limit, options.TimeProvider);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(outer, timer.Token);
        try
        {
            return Outcome.FromResult(await SendAsync(call, linked.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (!outer.IsCancellationRequested && timer.IsCancellationRequested)
        {
            return Outcome.FromException<HttpAnswer>(CallFailures.AttemptTimedOut(call, limit, exception));
        }
        catch (OperationCanceledException exception) when (!outer.IsCancellationRequested && exception.InnerException is TimeoutException)
        {
            return Outcome.FromException<HttpAnswer>(CallFailures.AttemptTimedOut(call, client.Timeout, exception));
        }
        catch (Exception exception) when (call.IsInFlight && exception is HttpRequestException or IOException)
        {
            call.IsInFlight = !CallFailures.IsBeforeSending(exception);
            return Outcome.FromException<HttpAnswer>(CallFailures.ConnectionFailed(call, exception));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpAnswer>(exception);
        }
    }

    private async Task<HttpAnswer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        AuthenticationHeaderValue authorization = await AuthorizeAsync(cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendOnceAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && call.Request.IsReplayable)
        {
            call.IsInFlight = false; // Refused: whatever happens to the renewal, nothing was carried out.
            bool isRenewed;
            try
            {
                isRenewed = await credential.TryRenewAsync(authorization, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            if (isRenewed)
            {
                response.Dispose();
                authorization = await AuthorizeAsync(cancellationToken).ConfigureAwait(false);
                response = await SendOnceAsync(call, authorization, cancellationToken).ConfigureAwait(false);
            }
        }

        string? contentHost = null;
        for (int hops = 0; call.Wanted == WantedAnswer.Download && Redirect.IsFollowable(response); hops++)
        {
            Uri target = Redirect.TargetOf(call, response, hops < MaxRedirects);
            contentHost = target.Host;
            using HttpRequestMessage message = Configure(messages.CreateBare(HttpMethod.Get, target));
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        HttpAnswer answer = new(response) { ContentHost = contentHost };
        await ReadAsync(call, answer, cancellationToken).ConfigureAwait(false);
        call.IsInFlight = false;
        return answer;
    }

    private async ValueTask<AuthenticationHeaderValue> AuthorizeAsync(CancellationToken cancellationToken) =>
        await credential.GetAuthorizationAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The credential ({credential.GetType().Name}) gave no authorization. Its {nameof(ConfluenceCredential.GetAuthorizationAsync)} must return a header value.");

    private async Task<HttpResponseMessage> SendOnceAsync(Call call, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = Configure(messages.Create(call.Request, call.Wanted));
        message.Headers.Authorization = authorization;
        call.IsInFlight = true;
        HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        call.StatusCode = response.StatusCode;
        return response;
    }

    private HttpRequestMessage Configure(HttpRequestMessage message)
    {
        if (isOwnClient)
        {
            message.Version = HttpVersion.Version20;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
        else
        {
            message.Version = client.DefaultRequestVersion;
            message.VersionPolicy = client.DefaultVersionPolicy;
        }

        return message;
    }

    private async Task ReadAsync(Call call, HttpAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            if (answer.IsSuccess && call.Wanted == WantedAnswer.Json)
            {
                if (!await answer.ReadBodyAsync(options.MaxResponseSize, cancellationToken).ConfigureAwait(false))
                {
                    throw CallFailures.AnswerTooLarge(call, answer, options.MaxResponseSize);
                }
            }
            else if (!answer.IsSuccess)
            {
                await answer.ReadBodyAsync(MaxErrorBody, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!answer.IsSuccess && exception is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // The status alone says that the call was refused; a body that breaks off must not turn that into a lost answer.
            answer.IsBodyCutOff = true;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
