using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.OAuth;

/// <summary>Where browsers are sent to for consent. The form on the page is sent to the address of the page, so that nothing of it need be kept.</summary>
internal sealed class AuthorizeEndpoint(GrantBook grants)
{
    public const string Path = "/authorize";

    public async Task AnswerAsync(Exchange exchange)
    {
        AuthorizationRequest request = AuthorizationRequest.Read(exchange.Request.Query, grants);
        exchange.Response.Headers.CacheControl = "no-store";
        if (request.Mistake(exchange.Request.Query) is { } mistake)
        {
            SendBack(exchange, request, ("error", mistake.Error), ("error_description", mistake.Description));
            return;
        }

        bool? accepted = HttpMethods.IsPost(exchange.Request.Method) ? await IsAcceptedAsync(exchange).ConfigureAwait(false)
            : request.App.Consent == SandboxConsent.Ask ? null
            : request.App.Consent == SandboxConsent.Accept;
        switch (accepted)
        {
            case null:
                await ConsentPage.WriteAsync(exchange, request).ConfigureAwait(false);
                break;
            case true:
                SendBack(exchange, request, ("code", grants.Consent(request.App, request.RedirectUri, request.Scopes, request.Challenge)));
                break;
            default:
                SendBack(exchange, request, ("error", "access_denied"), ("error_description", "The account declined"));
                break;
        }
    }

    private static async Task<bool> IsAcceptedAsync(Exchange exchange) =>
        (await Parameters.ReadAsync(exchange).ConfigureAwait(false)).Optional(ConsentPage.Decision) == ConsentPage.Accept;

    private static void SendBack(Exchange exchange, AuthorizationRequest request, params (string Name, string Value)[] told)
    {
        exchange.Response.StatusCode = StatusCodes.Status302Found;
        exchange.Response.Headers.Location = request.Back(told.Select(static pair => KeyValuePair.Create<string, string?>(pair.Name, pair.Value)));
    }
}
