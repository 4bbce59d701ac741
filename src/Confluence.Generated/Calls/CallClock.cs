using System.Collections.Concurrent;

namespace Confluence.Generated.Calls;

/// <summary>
/// The limit of a whole call, combined with what else may end it: its caller and the end of the client. Polly's own timeout cannot be extended, as waits for
/// a quota extend this one. Clocks are reused, because a source with its timer is most of what a call would allocate.
/// </summary>
internal sealed class CallClock : IDisposable
{
    private const int MostKept = 256;

    /// <summary>The longest time that a timer supports.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly ConcurrentQueue<CallClock> s_kept = new();

    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _source;
    private CancellationTokenRegistration _caller;
    private CancellationTokenRegistration _client;
    private CancellationToken _callerToken;
    private CancellationToken _clientToken;
    private TimeSpan _extension;
    private long _started;
    private long _pausedAt;

    private CallClock(TimeProvider timeProvider, TimeSpan limit)
    {
        _timeProvider = timeProvider;
        _source = timeProvider == TimeProvider.System ? new CancellationTokenSource() : new CancellationTokenSource(limit, timeProvider);
    }

    /// <summary>The limit, apart from the waits for a quota.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>Cancelled when the call must end: its time ran out, its caller gave up, or the client was disposed.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the call must end.</summary>
    public bool IsOver => _source.IsCancellationRequested;

    /// <summary>Whether the call ends because a wait would have outlasted its time.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Whether the caller gave up.</summary>
    public bool IsCancelled => _callerToken.IsCancellationRequested;

    /// <summary>Whether the client was disposed.</summary>
    public bool IsClosed => _clientToken.IsCancellationRequested;

    /// <summary>How long the call has been running.</summary>
    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the limit.</summary>
    public TimeSpan Remaining => Limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Limit + _extension - Elapsed;

    public static CallClock Start(TimeProvider timeProvider, TimeSpan limit, CancellationToken callerToken, CancellationToken clientToken)
    {
        CallClock clock = timeProvider == TimeProvider.System && s_kept.TryDequeue(out CallClock? kept) ? kept : new CallClock(timeProvider, limit);
        clock.Begin(limit, callerToken, clientToken);
        return clock;
    }

    /// <summary>Stops the clock for a wait that does not count.</summary>
    public void Pause()
    {
        _pausedAt = _timeProvider.GetTimestamp();
        if (!IsOver)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Restarts the clock.</summary>
    /// <returns>How long it was stopped.</returns>
    public TimeSpan Resume()
    {
        TimeSpan pause = _timeProvider.GetElapsedTime(_pausedAt);
        _extension += pause;
        if (!IsOver && Limit != Timeout.InfiniteTimeSpan)
        {
            TimeSpan remaining = Remaining;
            _source.CancelAfter(remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining > Longest ? Longest : remaining);
        }

        return pause;
    }

    /// <summary>Ends the call now with its last outcome, because the next wait would outlast its time.</summary>
    public void CutShort()
    {
        IsCutShort = true;
        _source.Cancel();
    }

    public void Dispose()
    {
        _caller.Dispose();
        _client.Dispose();
        (_caller, _client, _callerToken, _clientToken) = (default, default, default, default);
        if (_timeProvider == TimeProvider.System && _source.TryReset() && s_kept.Count < MostKept)
        {
            s_kept.Enqueue(this);
            return;
        }

        _source.Dispose();
    }

    private void Begin(TimeSpan limit, CancellationToken callerToken, CancellationToken clientToken)
    {
        Limit = limit;
        _callerToken = callerToken;
        _clientToken = clientToken;
        _extension = TimeSpan.Zero;
        IsCutShort = false;
        _started = _timeProvider.GetTimestamp();
        if (_timeProvider == TimeProvider.System && limit != Timeout.InfiniteTimeSpan)
        {
            _source.CancelAfter(limit);
        }

        _caller = callerToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source); // The state is the source.
        _client = clientToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }
}
