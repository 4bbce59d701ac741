using System.Runtime.CompilerServices;
using Confluence.Cli.Settings;
using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Connection;

/// <summary>The spaces that a command is about.</summary>
internal static class SpaceChoice
{
    /// <summary>Gives all spaces that the account can see, by ascending id: one request for 250 of them.</summary>
    public static IAsyncEnumerable<Space> AllAsync(ConfluenceClient client, CallSettings calls, CancellationToken cancellationToken) =>
        client.Spaces.GetSpacesAsync(
            calls.Of(new GetSpacesOptions { Sort = SpaceSortOrder.Id }), cancellationToken);

    /// <summary>Gives the spaces with these keys in the order of the keys, or all if there are none. A space counts once, under whatever keys.</summary>
    /// <exception cref="UsageException">A key belongs to no space that can be seen; the message names all such keys.</exception>
    public static async IAsyncEnumerable<Space> ChosenAsync(
        ConfluenceClient client, CallSettings calls, IReadOnlyList<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            await foreach (Space space in AllAsync(client, calls, cancellationToken).ConfigureAwait(false))
            {
                yield return space;
            }

            yield break;
        }

        List<Space> spaces = [];
        List<string> unknown = [];
        foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await FindAsync(client, calls, key, cancellationToken).ConfigureAwait(false) is { } space)
            {
                spaces.Add(space);
            }
            else
            {
                unknown.Add($"'{key}'");
            }
        }

        if (unknown.Count > 0)
        {
            throw new UsageException(
                $"No space has the key {string.Join(" or ", unknown)}, or your account may not see it. "
                + "The key of a space stands in its address, after /wiki/spaces/.");
        }

        foreach (Space space in spaces.DistinctBy(static space => space.Id))
        {
            yield return space;
        }
    }

    /// <summary>
    /// Finds one space; null when there is none with this key, in any case of letters, that the account can see. A space that was renamed has two keys:
    /// its first one, and the one that stands in its address now.
    /// </summary>
    public static async Task<Space?> FindAsync(ConfluenceClient client, CallSettings calls, string key, CancellationToken cancellationToken)
    {
        // One key a request: what sites make of several keys in one parameter is not settled.
        await foreach (Space space in client.Spaces.GetSpacesAsync(calls.Of(new GetSpacesOptions { Keys = [key] }), cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(space.Key, key, StringComparison.OrdinalIgnoreCase) || string.Equals(space.CurrentActiveAlias, key, StringComparison.OrdinalIgnoreCase))
            {
                return space;
            }
        }

        return null;
    }
}
