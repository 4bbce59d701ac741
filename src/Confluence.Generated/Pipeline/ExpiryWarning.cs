using Confluence.Generated.Calls;

namespace Confluence.Generated.Pipeline;

/// <summary>Warns of a credential that is about to end, once a day while calls are made.</summary>
/// <param name="credential">The credential.</param>
/// <param name="expiresAt">When it ends.</param>
/// <param name="teller">Who is told.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ExpiryWarning(ConfluenceCredential credential, DateTimeOffset expiresAt, CallTeller teller, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_ahead = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_pause = TimeSpan.FromDays(1);

    private long _nextTicks = (expiresAt < DateTimeOffset.MinValue + s_ahead ? DateTimeOffset.MinValue : expiresAt - s_ahead).UtcTicks;

    public void Look(Call call)
    {
        long now = timeProvider.GetUtcNow().UtcTicks;
        long next = Volatile.Read(ref _nextTicks);
        if (now >= next && Interlocked.CompareExchange(ref _nextTicks, now + s_pause.Ticks, next) == next)
        {
            teller.Expires(call, credential, expiresAt, isOver: now >= expiresAt.UtcTicks);
        }
    }
}
