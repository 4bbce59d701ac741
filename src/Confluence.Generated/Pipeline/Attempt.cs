using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;
using Confluence.Generated.Http;
using Polly;

namespace Confluence.Generated.Pipeline;

/// <summary>Makes one attempt: gets the authorization, sends one message, and reads the answer. Every result, including an exception, is an outcome.</summary>
internal sealed class Attempt(Wire wire, CredentialGuard credential, GatewayFinder gateway, CallTeller teller, TimeSpan limit)
{
    public async ValueTask<Outcome<HttpAnswer>> MakeAsync(ResilienceContext context, Call call)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        call.BeginAttempt();
        try
        {
            teller.Attempt(call);
            if (gateway.IsNeededFirst)
            {
                await gateway.TryAsync(call, cancellationToken).ConfigureAwait(false);
            }

            AuthenticationHeaderValue authorization = await credential.AuthorizeAsync(call, cancellationToken).ConfigureAwait(false);
            HttpAnswer answer = await wire.SendAsync(call, authorization, cancellationToken).ConfigureAwait(false);
            call.Answer = answer;
            teller.Arrived(call, answer);
            if (answer.IsSuccess)
            {
                call.Read(answer);
            }
            else
            {
                call.GoesOn = await GoesOnAsync(call, answer, authorization, cancellationToken).ConfigureAwait(false) && call.Request.IsReplayable;
            }

            return Outcome.FromResult(answer);
        }
        catch (Exception exception)
        {
            bool isOver = call.Permitted.IsCancellationRequested;
            AttemptEnd end = new(isOver, !isOver && cancellationToken.IsCancellationRequested ? limit : null, wire.ClientTimeout, wire.HasAnswered);
            call.LastException = AttemptFailures.Translate(call, exception, end);
            return call.LastOutcome;
        }
    }

    /// <summary>Whether a refused message should be sent again immediately, in a different way.</summary>
    private async ValueTask<bool> GoesOnAsync(Call call, HttpAnswer answer, AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.ExpectationFailed)
        {
            return !call.IsSentUnannounced && (call.IsSentUnannounced = true);
        }

        if (gateway.MayHelp(call, answer) && await gateway.TryAsync(call, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        if (call.IsRenewed || !CredentialGuard.MayHelp(answer))
        {
            return false;
        }

        return call.IsRenewed = await credential.TryRenewAsync(call, rejected, cancellationToken).ConfigureAwait(false);
    }
}
