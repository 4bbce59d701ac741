using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Operations;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.Access;

/// <summary>Decides who may come in, through which door and to which operations. It runs before routes and arguments are looked at.</summary>
internal sealed class AccessControl(IReadOnlyList<SandboxCredential> credentials, GrantBook grants, TimeProvider clock)
{
    /// <summary>Gives the credential of a request to one of the two APIs; else ends the request.</summary>
    public SandboxCredential Admit(string? header, in Door door)
    {
        SandboxCredential? credential = Find(header);
        bool v2 = door.Api == Api.V2;
        if (credential is null || (!IsGood(credential) && credential.Kind != SandboxCredentialKind.OAuth))
        {
            // v2 answers as if nothing were there, v1 as if the account had no licence. Neither says that the credential is wrong.
            throw v2 ? V2Error.NotFound() : V1Error.NoAccess();
        }

        if (credential.Kind != SandboxCredentialKind.ApiToken && !door.IsGateway)
        {
            throw Refusal.WithHtml(401, "HTTP Status 401 – Unauthorized");
        }

        if (!IsGood(credential) || credential.App is { IsOnThisSite: false })
        {
            throw GatewayError.Unauthorized();
        }

        return credential;
    }

    /// <summary>Ends the request when the credential lacks a scope that the operation asks for.</summary>
    public static void RequireScopes(SandboxCredential credential, string method, in Door door)
    {
        if (credential.IsBoundByScopes && OperationScopes.Of(method, door.Path).Except(credential.Scopes).Any())
        {
            throw GatewayError.ScopeMissing();
        }
    }

    /// <summary>Gives the credential of a bearer who asks the gateway for the sites it may reach; else ends the request.</summary>
    public SandboxCredential AdmitBearer(string? header) =>
        Authorization.TryRead(header, out Authorization authorization) && authorization.IsBearer && Find(header) is { } credential && IsGood(credential)
            ? credential
            : throw GatewayError.Unauthorized();

    private bool IsGood(SandboxCredential credential) =>
        !credential.IsRevoked && (credential.ExpiresAt is not { } end || clock.GetUtcNow() < end);

    private SandboxCredential? Find(string? header)
    {
        if (!Authorization.TryRead(header, out Authorization given))
        {
            return null;
        }

        return credentials.FirstOrDefault(credential => credential.Token == given.Token && (given.IsBearer
                ? credential.Kind is SandboxCredentialKind.OAuth or SandboxCredentialKind.ServiceAccount
                : string.Equals(credential.Email, given.Email, StringComparison.OrdinalIgnoreCase)))
            ?? (given.IsBearer ? grants.FindCredential(given.Token) : null);
    }
}
