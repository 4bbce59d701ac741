using System.Globalization;

namespace Confluence.Generated;

/// <summary>Keeps tokens in memory, for tests and for tools that ask for consent each time. Other processes do not see them.</summary>
public sealed class MemoryTokenStore : ConfluenceTokenStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _lease = new(1, 1);
    private StoredTokens? _stored;
    private long _version;

    /// <summary>Makes a store.</summary>
    /// <param name="tokens">What it holds at the beginning; null for nothing.</param>
    public MemoryTokenStore(OAuthTokens? tokens = null) => _stored = tokens is null ? null : new StoredTokens(tokens, Next());

    /// <inheritdoc/>
    public override ValueTask<StoredTokens?> GetAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return new ValueTask<StoredTokens?>(_stored);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<bool> TrySwapAsync(string? expectedVersion, OAuthTokens? tokens, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_stored?.Version != expectedVersion)
            {
                return new ValueTask<bool>(false);
            }

            _stored = tokens is null ? null : new StoredTokens(tokens, Next());
            return new ValueTask<bool>(true);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A holder cannot die without the store, so the duration is not heeded.</remarks>
    public override async ValueTask<IAsyncDisposable> AcquireLeaseAsync(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        await _lease.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lease(_lease);
    }

    /// <summary>Releases what the store holds. Nobody may use it any more.</summary>
    public void Dispose() => _lease.Dispose();

    private string Next() => (++_version).ToString(CultureInfo.InvariantCulture);

    private sealed class Lease(SemaphoreSlim lease) : IAsyncDisposable
    {
        private SemaphoreSlim? _lease = lease;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _lease, null)?.Release();
            return default;
        }
    }
}
