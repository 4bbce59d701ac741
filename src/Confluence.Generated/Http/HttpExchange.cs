using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;
using Confluence.Generated.Pipeline;
using Confluence.Generated.Requests;
using Polly;

namespace Confluence.Generated.Http;

/// <summary>One attempt: a fresh message, the credential, the answer read inside the attempt's own time limit.</summary>
internal sealed class HttpExchange(HttpClient client, bool isOwnClient, RequestMessageFactory messages, ConfluenceSite site, ConfluenceClientOptions options, ConfluenceCredential credential) : IDisposable
{
    /// <summary>Error bodies are small; a page of a proxy may not be.</summary>
    private const long MaxErrorBody = 256 * 1024;

    /// <summary>What is read of an answer that nobody wants: enough to see whose it is.</summary>
    private const long EnoughToRecognise = 1024;
    private const int MaxRedirects = 5;

    private readonly CredentialGuard _credential = new(credential);
    private readonly ContentHosts _contentHosts = new(client, isOwnClient);
    private volatile bool _hasAnswered;

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
        catch (Exception exception)
        {
            AttemptEnd end = new(outer.IsCancellationRequested, timer.IsCancellationRequested ? limit : null, isOwnClient ? null : client.Timeout, _hasAnswered);
            return Outcome.FromException<HttpAnswer>(AttemptFailures.Translate(call, exception, end));
        }
    }

    public void Dispose() => _contentHosts.Dispose();

    private async Task<HttpAnswer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        AuthenticationHeaderValue authorization = await _credential.AuthorizeAsync(call, cancellationToken).ConfigureAwait(false);
        HttpAnswer answer = await AskAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.ExpectationFailed && !call.IsSentUnannounced && call.Request.IsReplayable)
        {
            call.IsSentUnannounced = true;
            answer.Dispose();
            answer = await AskAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        }

        if (!CredentialGuard.MayHelp(answer) || !call.Request.IsReplayable)
        {
            return answer;
        }

        bool isRenewed;
        try
        {
            isRenewed = await _credential.TryRenewAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        if (!isRenewed)
        {
            return answer;
        }

        answer.Dispose();
        authorization = await _credential.AuthorizeAsync(call, cancellationToken).ConfigureAwait(false);
        return await AskAsync(call, authorization, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpAnswer> AskAsync(Call call, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await SendOnceAsync(call, authorization, cancellationToken).ConfigureAwait(false);
        string? contentHost = FinalAddress.HostOf(response, site);
        for (int hops = 0; call.Wanted == WantedAnswer.Download && Redirect.IsFollowable(response); hops++)
        {
            Uri target = Redirect.TargetOf(call, response, site, hops < MaxRedirects);
            contentHost = target.Host;
            (HttpClient sender, bool isOwn) = _contentHosts.SenderFor(target, site);
            using HttpRequestMessage message = Configure(messages.CreateBare(HttpMethod.Get, target), sender, isOwn);
            response = await sender.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        HttpAnswer answer = new(response) { ContentHost = contentHost, Authorization = authorization, AdditionalValues = call.Request.Settings.AdditionalValues };
        await ReadAsync(call, answer, cancellationToken).ConfigureAwait(false);
        call.IsInFlight = false;
        return answer;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Call call, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = Configure(messages.Create(call.Request, call.Wanted), client, isOwnClient);
        call.Content = (OutgoingContent)message.Content!; // The factory gives every message such content.
        message.Headers.Authorization = authorization;
        if (call.IsSentUnannounced)
        {
            message.Headers.ExpectContinue = false;
        }

        if (!isOwnClient && call is { IsUnrepeatable: true, Request.Body: null } && message.VersionPolicy != HttpVersionPolicy.RequestVersionExact)
        {
            // With HTTP/2 the headers, all that there is of this request, leave before its content can stop a second sending.
            message.Version = HttpVersion.Version11;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }

        Uri address = message.RequestUri!; // The factory names it.
        HttpMethod method = message.Method;
        call.IsInFlight = true;
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
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

    private static HttpRequestMessage Configure(HttpRequestMessage message, HttpClient sender, bool isOwn)
    {
        if (isOwn)
        {
            message.Version = HttpVersion.Version20;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }
        else
        {
            message.Version = sender.DefaultRequestVersion;
            message.VersionPolicy = sender.DefaultVersionPolicy;
        }

        return message;
    }

    private async Task ReadAsync(Call call, HttpAnswer answer, CancellationToken cancellationToken)
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
