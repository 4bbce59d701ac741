using System.Text;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Faults;

/// <summary>Does to a request what a fault says.</summary>
internal static class FaultStrike
{
    private static readonly byte[] s_page = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>Log in</title></head><body><h1>Log in</h1></body></html>");

    /// <summary>Answers in place of the route, or resets the connection.</summary>
    public static async Task ReplaceAsync(HttpContext http, SandboxFault fault, string retryAfter)
    {
        Refusal refusal;
        switch (fault)
        {
            case SandboxFault.TooManyRequests or SandboxFault.TooManyRequestsWithoutRetryAfter:
                refusal = GatewayError.TooManyRequests();
                refusal.Headers["RateLimit-Reason"] = "confluence-burst-based";
                break;
            case SandboxFault.Unavailable or SandboxFault.UnavailableWithoutRetryAfter:
                refusal = Refusal.WithHtml(StatusCodes.Status503ServiceUnavailable, "503 Service Temporarily Unavailable");
                break;
            default:
                http.Abort();
                return;
        }

        if (fault is SandboxFault.TooManyRequests or SandboxFault.Unavailable)
        {
            refusal.Headers["Retry-After"] = retryAfter;
        }

        await refusal.WriteAsync(http.Response).ConfigureAwait(false);
    }

    /// <summary>Sends what is left of an answer. A refusal, or an answer without a body, has nothing to cut and is sent as it is.</summary>
    public static async Task SendAsync(HttpContext http, SandboxFault? fault, ReadOnlyMemory<byte> body)
    {
        HttpResponse response = http.Response;
        bool cuts = fault is { } kind && FaultPlan.NeedsBody(kind) && response.StatusCode < StatusCodes.Status300MultipleChoices && body.Length > 1;
        ReadOnlyMemory<byte> sent = !cuts ? body
            : fault == SandboxFault.HtmlAsJson ? s_page
            : body[..(body.Length / 2)];
        if (body.Length > 0)
        {
            // A length that is not kept makes the server close the connection after what was written. A reset could overtake that.
            response.ContentLength = fault == SandboxFault.ClosedInBody ? body.Length : sent.Length;
            await response.Body.WriteAsync(sent, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
