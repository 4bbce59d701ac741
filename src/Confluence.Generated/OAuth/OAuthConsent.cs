using System.Diagnostics;

namespace Confluence.Generated;

/// <summary>
/// A consent that was asked for: where to send the person, and what to keep until the browser comes back. Keep <see cref="State"/> and <see cref="CodeVerifier"/> in the
/// session of that person, and nowhere else: they prove that the browser that comes back is the one that was sent.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuthConsent
{
    /// <summary>Restores a consent that was asked for before, from what was kept in the person's session.</summary>
    /// <param name="redirectAddress">Where the browser comes back to.</param>
    /// <param name="state">The <see cref="State"/> of then.</param>
    /// <param name="codeVerifier">The <see cref="CodeVerifier"/> of then.</param>
    /// <exception cref="ArgumentException">A value is null or empty.</exception>
    public OAuthConsent(Uri redirectAddress, string state, string codeVerifier)
    {
        ArgumentNullException.ThrowIfNull(redirectAddress);
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentException.ThrowIfNullOrEmpty(codeVerifier);
        RedirectAddress = redirectAddress;
        State = state;
        CodeVerifier = codeVerifier;
        Scopes = [];
    }

    internal OAuthConsent(Uri address, Uri redirectAddress, string state, string codeVerifier, IReadOnlyList<string> scopes)
    {
        Address = address;
        RedirectAddress = redirectAddress;
        State = state;
        CodeVerifier = codeVerifier;
        Scopes = scopes;
    }

    /// <summary>The address to open in the browser of the person; null for a consent that was restored.</summary>
    public Uri? Address { get; }

    /// <summary>Where the browser comes back to.</summary>
    public Uri RedirectAddress { get; }

    /// <summary>The value that must come back with the code.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string State { get; }

    /// <summary>The secret that goes with the code when it is exchanged (PKCE).</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string CodeVerifier { get; }

    /// <summary>The scopes that are asked for; empty for a consent that was restored.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Names what is asked for, without state and verifier.</summary>
    /// <returns>For example <c>consent to 3 scopes</c>.</returns>
    public override string ToString() => $"consent to {Scopes.Count} scopes";
}
