using Confluence.Cli.Settings;
using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Reading;

/// <summary>Finds spaces by their keys.</summary>
internal sealed class SpaceReader(ConfluenceClient client)
{
    /// <summary>Finds the spaces with these keys.</summary>
    /// <param name="keys">The keys, in any case; a repeated one counts once.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The spaces in the order of the keys; null if no key was given.</returns>
    /// <exception cref="UsageException">A key belongs to no space that can be seen.</exception>
    public async Task<IReadOnlyList<Space>?> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        List<Space> spaces = [];
        List<string> unknown = [];
        foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Space? space = await FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (space is null)
            {
                unknown.Add($"'{key}'");
            }
            else
            {
                spaces.Add(space);
            }
        }

        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"No space has the key {string.Join(" or ", unknown)}, or your account may not see it. "
                + "The key of a space stands in its address, after /wiki/spaces/.");
        }

        return spaces;
    }

    private async Task<Space?> FindAsync(string key, CancellationToken cancellationToken)
    {
        GetSpacesOptions options = new() { Keys = [key] };
        await foreach (Space space in client.Spaces.GetSpacesAsync(options, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(space.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return space;
            }
        }

        return null;
    }
}
