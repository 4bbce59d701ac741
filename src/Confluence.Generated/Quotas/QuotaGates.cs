using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Confluence.Generated.Quotas;

/// <summary>Finds the gate of a site and a credential, which all clients share that use the same two: the server counts the calls of both together.</summary>
internal static class QuotaGates
{
    private static readonly ConditionalWeakTable<ConfluenceCredential, ConcurrentDictionary<(string Site, TimeProvider Clock), QuotaGate>> s_gates = [];

    public static QuotaGate For(ConfluenceSite site, ConfluenceCredential credential, TimeProvider timeProvider) =>
        s_gates.GetOrCreateValue(credential).GetOrAdd((site.Base, timeProvider), static key => new QuotaGate(key.Clock));
}
