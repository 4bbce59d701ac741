using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Confluence.Generated.Quotas;

/// <summary>Finds the gate of a site and a credential. All clients that use the same two share it, because the server counts their calls together.</summary>
internal static class QuotaGates
{
    private static readonly ConditionalWeakTable<ConfluenceCredential, ConcurrentDictionary<(string Site, TimeProvider Clock), QuotaGate>> s_gates = [];

    public static QuotaGate For(ConfluenceSite site, ConfluenceCredential credential, TimeProvider timeProvider) =>
        s_gates.GetOrCreateValue(credential).GetOrAdd((site.Base, timeProvider), static key => new QuotaGate(key.Clock));
}
