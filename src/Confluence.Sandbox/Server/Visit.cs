using Confluence.Sandbox.Faults;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.OAuth;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Server;

/// <summary>A request on its way through the <see cref="RequestPipeline"/>.</summary>
internal sealed class Visit(HttpContext http, Door door, SandboxRequest entry)
{
    public HttpContext Http => http;

    public Door Door => door;

    public SandboxRequest Entry => entry;

    public string Method => http.Request.Method;

    public bool IsRead => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    /// <summary>Gets what a fault would strike; null for a request that none strikes.</summary>
    public FaultTarget? FaultTarget => entry.IsAuthorization
        ? AuthorizationServer.AsksForTokens(Method, door.Path) ? Faults.FaultTarget.Token : null
        : door.Api == Api.None ? null
        : IsRead ? Faults.FaultTarget.Read
        : Faults.FaultTarget.Write;

    /// <summary>Gets or sets the credential that was admitted; null before that.</summary>
    public SandboxCredential? Credential { get; set; }

    /// <summary>Gives the decoded path without the prefix of the gateway.</summary>
    public PathString PathInSite(string cloudId) =>
        http.Request.Path.StartsWithSegments(Door.GatewayPrefix + cloudId, out PathString rest) ? rest : http.Request.Path;

    /// <summary>Throws away an answer that was made, except for the ids that all answers have.</summary>
    public void ForgetAnswer()
    {
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] ids =
            [.. http.Response.Headers.Where(static header => header.Key.StartsWith("atl-", StringComparison.OrdinalIgnoreCase))];
        http.Response.Clear();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in ids)
        {
            http.Response.Headers[name] = value;
        }
    }
}
