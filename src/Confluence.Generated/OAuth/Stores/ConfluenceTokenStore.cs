namespace Confluence.Generated;

/// <summary>
/// Where the tokens of one person are kept. Refresh tokens work once: two processes that refresh at the same time lose the whole family, unless one waits for the other and takes
/// what it got. So a store holds one version, replaces it only when it is still the expected one, and gives a lease to one at a time.
/// Implementations must be safe to use from several threads. Derive your tests from the promises of the members.
/// </summary>
public abstract class ConfluenceTokenStore
{
    /// <summary>Reads the tokens.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens with their version; null when there are none. What a finished <see cref="TrySwapAsync"/> of any process wrote is seen.</returns>
    public abstract ValueTask<StoredTokens?> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the tokens, if they are still those of a version. When the method has returned true, a crash of the process or of the machine does not lose them.</summary>
    /// <param name="expectedVersion">The version that is to be replaced; null when there must be none.</param>
    /// <param name="tokens">The new tokens; null to remove them.</param>
    /// <param name="cancellationToken">Ends the wait, and nothing that was begun: a store either replaces the tokens or leaves them.</param>
    /// <returns>False when another version is there, which stays.</returns>
    public abstract ValueTask<bool> TrySwapAsync(string? expectedVersion, OAuthTokens? tokens, CancellationToken cancellationToken = default);

    /// <summary>Waits until nobody else has the lease, and takes it.</summary>
    /// <param name="duration">After this time another may take it, even if it was not given back, because the holder may have died. A store that notices the death by itself need not heed it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Gives the lease back when it is disposed.</returns>
    public abstract ValueTask<IAsyncDisposable> AcquireLeaseAsync(TimeSpan duration, CancellationToken cancellationToken = default);
}

/// <summary>Tokens of a store.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Version">Which ones they are: another text after each swap.</param>
public sealed record StoredTokens(OAuthTokens Tokens, string Version);
