namespace Confluence.Generated;

/// <summary>The authorization server gave no tokens, or there are none to begin with. <see cref="Kind"/> says why, the message what to do.</summary>
public sealed class ConfluenceOAuthException : ConfluenceException
{
    internal ConfluenceOAuthException(ConfluenceOAuthErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What is wrong.</summary>
    public ConfluenceOAuthErrorKind Kind { get; }

    /// <summary>The error code of the server, such as <c>unauthorized_client</c>; null when it sent none.</summary>
    public string? ErrorCode { get; init; }
}

/// <summary>What can be wrong between an app and the authorization server.</summary>
public enum ConfluenceOAuthErrorKind
{
    /// <summary>Something that the library does not know. The message has what the server said.</summary>
    Unknown,

    /// <summary>There are no tokens in the store: nobody has signed in yet, or somebody signed out.</summary>
    NotSignedIn,

    /// <summary>
    /// The refresh token is used up, because another process used it and kept the next one for itself, or because it was idle for 90 days. The person must consent again.
    /// </summary>
    RefreshTokenRejected,

    /// <summary>There is no refresh token, and the access token has ended: <c>offline_access</c> was not asked for. The person must consent again.</summary>
    NoRefreshToken,

    /// <summary>The client id or the client secret is wrong.</summary>
    ClientRejected,

    /// <summary>The person did not consent.</summary>
    Declined,

    /// <summary>The code is used up, is older than some minutes, or belongs to another redirect address. Begin again.</summary>
    CodeRejected,

    /// <summary>What the browser came back with does not belong to this consent: its state is another one. Do not go on.</summary>
    StateMismatch,

    /// <summary>The account did not choose the site at its consent, or has no access to it.</summary>
    SiteNotGranted,

    /// <summary>Several sites are granted, and none was named.</summary>
    SiteNotNamed,

    /// <summary>The authorization server could not be reached, or is out of order.</summary>
    Unavailable,

    /// <summary>The store did not give the lease of the tokens in time. Failures of the store itself are the inner exception of the call that needed a token.</summary>
    StoreFailed,
}
