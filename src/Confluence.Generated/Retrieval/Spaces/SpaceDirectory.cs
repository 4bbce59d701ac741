using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Finds spaces by key and by id, each once for one retrieval. Safe to use from several threads.</summary>
internal sealed class SpaceDirectory(ConfluenceClient client, RetrievalOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<Space?>> _byId = new(StringComparer.Ordinal);

    /// <summary>Finds the spaces with these keys, in the order of the keys; a repeated key counts once.</summary>
    /// <exception cref="ConfluenceRetrievalException">A key belongs to no space that the account can see.</exception>
    public async Task<IReadOnlyList<Space>> FindByKeysAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        List<Space> spaces = [];
        List<string> unknown = [];
        foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await FindByKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } space)
            {
                spaces.Add(space);
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
    public Task<Space?> FindByIdAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out Task<Space?>? known) || known.IsFaulted || known.IsCanceled)
            {
                known = ReadByIdAsync(id, cancellationToken);
                _byId[id] = known;
            }

            return known;
        }
    }

    private async Task<Space?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        // One key a call: what sites make of several values in this parameter is not settled.
        GetSpacesOptions call = options.Each(new GetSpacesOptions { Keys = [key] });
        await foreach (Space space in client.Spaces.GetSpacesAsync(call, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(space.Key, key, StringComparison.OrdinalIgnoreCase))
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
            if (string.Equals(space.Id, id, StringComparison.Ordinal))
            {
                return space;
            }
        }

        return null;
    }

    private void Remember(Space space)
    {
        if (space.Id is { } id)
        {
            lock (_gate)
            {
                _byId[id] = Task.FromResult<Space?>(space);
            }
        }
    }
}
