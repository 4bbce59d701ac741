namespace Confluence.Sandbox;

/// <summary>What happens when an app asks for consent at the authorization server of a sandbox.</summary>
public enum SandboxConsent
{
    /// <summary>A web page with a form lets somebody accept or decline.</summary>
    Ask,

    /// <summary>The browser is redirected at once with a code, as if somebody had accepted.</summary>
    Accept,

    /// <summary>The browser is redirected at once with <c>error=access_denied</c>, as if somebody had declined.</summary>
    Decline,
}
