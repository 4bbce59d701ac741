using System.Globalization;
using System.Runtime.CompilerServices;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Quota;

/// <summary>Counts the points that each credential or app uses, and tells them in headers.</summary>
internal sealed class QuotaMeter
{
    private const double NearShare = 0.2;

    private readonly ConditionalWeakTable<object, Account> _accounts = [];
    private readonly TimeProvider _clock;
    private readonly long _window;
    private readonly int _points;
    private readonly string _reason;

    public QuotaMeter(SandboxQuota quota, TimeProvider clock)
    {
        _clock = clock;
        _window = quota.Window.Ticks;
        _points = quota.Points;
        _reason = quota.Reason;
    }

    /// <summary>Ends the request when its credential has no point left in this window.</summary>
    public void RequirePoints(SandboxCredential credential)
    {
        long now = _clock.GetUtcNow().UtcTicks;
        if (Use(credential, now, 0) < _points)
        {
            return;
        }

        Refusal refusal = GatewayError.TooManyRequests();
        long seconds = (End(now) - now + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        refusal.Headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        refusal.Headers["RateLimit-Reason"] = _reason;
        throw refusal;
    }

    /// <summary>Charges an answer to a credential, and writes the state into the headers.</summary>
    public void Charge(SandboxCredential credential, int points, HttpResponse response)
    {
        long now = _clock.GetUtcNow().UtcTicks;
        int left = Math.Max(0, _points - Use(credential, now, points));
        response.Headers["X-RateLimit-Limit"] = _points.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = new DateTime(End(now), DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-NearLimit"] = left < _points * NearShare ? "true" : "false";
    }

    private long End(long now) => now - (now % _window) + _window;

    private int Use(SandboxCredential credential, long now, int points)
    {
        Account account = _accounts.GetOrCreateValue(credential.QuotaHolder);
        lock (account)
        {
            if (account.Window != now / _window)
            {
                account.Window = now / _window;
                account.Used = 0;
            }

            return account.Used = (int)Math.Min(int.MaxValue, (long)account.Used + points);
        }
    }

    private sealed class Account
    {
        public long Window { get; set; }

        public int Used { get; set; }
    }
}
