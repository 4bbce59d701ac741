using Confluence.Generated.Json;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Spaces;

/// <summary>
/// Finds spaces by key and by id, each once for one retrieval. Safe to use from several threads. A space whose key was changed answers to its alias, which
/// people see, and to its system key, which the search knows.
/// </summary>
internal sealed class SpaceDirectory(ISiteClient client, RetrievalOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<Space?>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<Space?>> _byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the spaces with these keys or aliases, in the order of the keys; a space that is named twice counts once.</summary>
    /// <exception cref="ConfluenceRetrievalException">A key belongs to no space that the account can see.</exception>
    public async Task<IReadOnlyList<Space>> FindByKeysAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        List<Space> spaces = [];
        List<string> unknown = [];
        foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await FindByKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } space)
            {
                if (!spaces.Exists(known => known.IdOrNull == space.IdOrNull))
                {
                    spaces.Add(space);
                }
            }
            else
            {
                unknown.Add($"'{key}'");
            }
        }

        return unknown.Count == 0
            ? spaces
            : throw new ConfluenceRetrievalException(
                $"No space has the key {string.Join(" or ", unknown)}, or the account may not see it. "
                + "The key of a space stands in its address, after /wiki/spaces/; it is not its name and not its id.");
    }

    /// <summary>The space with this id; null when there is none that the account can see.</summary>
    public Task<Space?> FindByIdAsync(string id, CancellationToken cancellationToken) => FindAsync(_byId, id, () => ReadByIdAsync(id, cancellationToken));

    private Task<Space?> FindByKeyAsync(string key, CancellationToken cancellationToken) => FindAsync(_byKey, key, () => ReadByKeyAsync(key, cancellationToken));

    private Task<Space?> FindAsync(Dictionary<string, Task<Space?>> known, string name, Func<Task<Space?>> read)
    {
        lock (_gate)
        {
            if (!known.TryGetValue(name, out Task<Space?>? space) || space.IsFaulted || space.IsCanceled)
            {
                space = read();
                known[name] = space;
            }

            return space;
        }
    }

    // Documents name the alias since 2026 only.
    private static bool Answers(Space space, string key) =>
        string.Equals(space.KeyOrNull, key, StringComparison.OrdinalIgnoreCase)
        || string.Equals(JsonMember.Text(space, "currentActiveAlias"), key, StringComparison.OrdinalIgnoreCase);

    private async Task<Space?> ReadByKeyAsync(string key, CancellationToken cancellationToken)
    {
        // One key a call: what sites make of several values in this parameter is not settled.
        GetSpacesOptions call = options.Each(new GetSpacesOptions { Keys = [key] });
        await foreach (Space space in client.Spaces.GetSpacesAsync(call, cancellationToken).ConfigureAwait(false))
        {
            if (Answers(space, key))
            {
                Remember(space);
                return space;
            }
        }

        return null;
    }

    private async Task<Space?> ReadByIdAsync(string id, CancellationToken cancellationToken)
    {
        GetSpacesOptions call = options.Each(new GetSpacesOptions { Ids = [id] });
        await foreach (Space space in client.Spaces.GetSpacesAsync(call, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(space.IdOrNull, id, StringComparison.Ordinal))
            {
                return space;
            }
        }

        return null;
    }

    private void Remember(Space space)
    {
        if (space.IdOrNull is { } id)
        {
            lock (_gate)
            {
                _byId[id] = Task.FromResult<Space?>(space);
            }
        }
    }
}
