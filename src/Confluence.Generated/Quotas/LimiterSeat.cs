using System.Threading.RateLimiting;

namespace Confluence.Generated.Quotas;

/// <summary>
/// Acquires permits from the caller's limiter. It tolerates the behavior of distributed limiters: they refuse instead of queuing, report the wait in a format of their own,
/// throw when a cost exceeds their limit, and do not support <see cref="RateLimiter.AttemptAcquire"/>.
/// </summary>
internal sealed class LimiterSeat(RateLimiter limiter, Func<ConfluenceOperation, int?, int>? cost, TimeProvider timeProvider)
{
    /// <summary>The metadata name that Redis-based limiters use for the wait, in whole seconds.</summary>
    private const string SecondsHint = "RATELIMIT_RETRYAFTER";

    /// <summary>The longest time that a timer supports.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestWithoutHint = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();

    /// <summary>The largest cost that the limiter has accepted.</summary>
    private int _taken;

    /// <summary>The smallest cost known to be too large for the limiter.</summary>
    private long _tooLarge = int.MaxValue + 1L;

    public string Name { get; } = limiter.GetType().Name;

    /// <summary>Waits for the permits of one message.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="pageSize">The number of results that the message asks for; null if it does not say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permits, to be released when the answer arrives.</returns>
    public async ValueTask<RateLimitLease> AcquireAsync(ConfluenceOperation operation, int? pageSize, CancellationToken cancellationToken)
    {
        int wanted = Math.Max(cost?.Invoke(operation, pageSize) ?? 1, 0);
        for (int refusals = 0; ; refusals++)
        {
            RateLimitLease lease = await AcquireClampedAsync(wanted, cancellationToken).ConfigureAwait(false);
            if (lease is null)
            {
                throw new InvalidOperationException($"The limiter in ConfluenceClientOptions.Quota ({Name}) returned null instead of a lease.");
            }

            if (lease.IsAcquired)
            {
                return lease;
            }

            TimeSpan wait = Hint(lease) ?? TimeSpan.FromMilliseconds(Math.Min(s_shortest.TotalMilliseconds * Math.Pow(2, Math.Min(refusals, 10)), s_longestWithoutHint.TotalMilliseconds));
            lease.Dispose();
            await Task.Delay(wait < s_shortest ? s_shortest : wait > s_longest ? s_longest : wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<RateLimitLease> AcquireClampedAsync(int wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            int permits = Clamp(wanted);
            try
            {
                RateLimitLease lease = await limiter.AcquireAsync(permits, cancellationToken).ConfigureAwait(false);
                Learn(permits, isTooLarge: false);
                return lease;
            }
            catch (ArgumentOutOfRangeException) when (permits > 1)
            {
                Learn(permits, isTooLarge: true);
            }
        }
    }

    /// <summary>A page may cost more than a whole period allows. It then takes the whole period's permits, a number that is found by bisection.</summary>
    private int Clamp(int wanted)
    {
        lock (_lock)
        {
            return wanted < _tooLarge ? wanted : (int)Math.Max(_taken + ((_tooLarge - _taken) / 2), 1);
        }
    }

    private void Learn(int permits, bool isTooLarge)
    {
        lock (_lock)
        {
            if (isTooLarge)
            {
                _tooLarge = Math.Min(_tooLarge, permits);
                _taken = (int)Math.Min(_taken, _tooLarge - 1);
            }
            else if (permits < _tooLarge)
            {
                _taken = Math.Max(_taken, permits);
            }
        }
    }

    private static TimeSpan? Hint(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait
        : lease.TryGetMetadata(SecondsHint, out object? seconds) && seconds is int whole ? TimeSpan.FromSeconds(whole)
        : null;
}
