using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Confluence.Sandbox.State;

/// <summary>
/// The ids of what was created through the API, in groups, such as the comments of one page. Readers take no lock; who writes holds
/// <see cref="Site.WriteLock"/>.
/// </summary>
internal sealed class CreatedIds
{
    private readonly ConcurrentDictionary<long, ImmutableSortedSet<long>> _groups = new();

    /// <summary>Gets the ids of a group, ascending, as they are at this moment.</summary>
    public ImmutableSortedSet<long> this[long group] => _groups.TryGetValue(group, out ImmutableSortedSet<long>? ids) ? ids : [];

    public void Set(long group, long id, bool present)
    {
        ImmutableSortedSet<long> ids = this[group];
        _groups[group] = present ? ids.Add(id) : ids.Remove(id);
    }
}
