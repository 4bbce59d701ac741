using System.Net.Http.Headers;

namespace Confluence.Generated;

/// <summary>
/// Proves to Confluence who is calling. The client asks for the proof before each attempt and sends it to the configured site only:
/// never along with a redirect, and never to the place that a link in an answer names.
/// Whatever an implementation throws ends the call in a <see cref="ConfluenceException"/> with that as its inner exception, without another attempt;
/// one that takes longer than the call may is abandoned.
/// Implementations must be safe to use from several threads and must keep their secret out of <see cref="object.ToString"/>.
/// </summary>
public abstract class ConfluenceCredential
{
    /// <summary>
    /// When the credential ends, as you know it from the page where it was made: no server tells it. From two weeks before that time on, the client warns once a day, in its log and to its
    /// observer. Null, the default, for not known, and for what renews itself.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gives the value of the <c>Authorization</c> header for one attempt.</summary>
    /// <param name="cancellationToken">Ends the wait, for example while a new access token is being fetched.</param>
    /// <returns>The header value.</returns>
    public abstract ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken);

    /// <summary>Whether no site takes the credential, but only the gateway.</summary>
    internal virtual bool WorksOnlyAtGateway => false;

    /// <summary>
    /// Asks for a fresh proof after the server answered 401 to the present one, unless it said that the token lacks a scope, which a fresh one would lack too.
    /// The default has nothing to renew.
    /// </summary>
    /// <param name="rejected">The header value that was refused. When another caller has renewed it already, return true at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when <see cref="GetAuthorizationAsync"/> will now give something new and the request is worth sending once more.</returns>
    public virtual ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken) => new(false);
}
