using System.Threading.RateLimiting;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>A limiter as those that lie elsewhere are: it knows nothing of what asks without waiting, and does what the test says.</summary>
internal sealed class FakeLimiter(Func<int, CancellationToken, ValueTask<RateLimitLease>> acquire) : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly List<int> _asked = [];

    public override TimeSpan? IdleDuration => throw new NotSupportedException("Nobody is to ask for this.");

    /// <summary>How many permits each asking was for.</summary>
    public IReadOnlyList<int> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public bool IsDisposed { get; private set; }

    public override RateLimiterStatistics GetStatistics() => throw new NotSupportedException("Nobody is to ask for this.");

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException("Nobody is to ask for this.");

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _asked.Add(permitCount);
        }

        return acquire(permitCount, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        IsDisposed = true;
        return base.DisposeAsyncCore();
    }
}

/// <summary>What a fake limiter gives.</summary>
internal sealed class FakeLease(bool isAcquired, string? name = null, object? value = null) : RateLimitLease
{
    private int _returned;

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => name is null ? [] : [name];

    /// <summary>How many times it was given back.</summary>
    public int Returned => Volatile.Read(ref _returned);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == name ? value : null;
        return metadataName == name;
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Increment(ref _returned);
        base.Dispose(disposing);
    }
}
