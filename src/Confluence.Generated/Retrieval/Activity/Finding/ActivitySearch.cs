using Confluence.Generated.Retrieval.Search;
using Confluence.Generated.Retrieval.Spaces;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>The searches that find what changed or what somebody worked on: one for each portion of spaces and users.</summary>
internal sealed class ActivitySearch
{
    // What a query names goes into the address of the request, whose length has limits.
    private const int NamesInQuery = 40;

    private readonly ActivityOptions _options;
    private readonly IReadOnlyList<string> _spaceKeys;

    private ActivitySearch(ActivityOptions options, IReadOnlyList<string> spaceKeys)
    {
        _options = options;
        _spaceKeys = spaceKeys;
    }

    /// <summary>Finds the spaces by name, since a search knows them by their keys only.</summary>
    /// <exception cref="ConfluenceRetrievalException">A key or id belongs to no space that the account can see.</exception>
    public static async Task<ActivitySearch> ResolveAsync(ActivityOptions options, SpaceDirectory spaces, CancellationToken cancellationToken)
    {
        List<string> keys = [.. (await spaces.FindByKeysAsync(options.SpaceKeys ?? [], cancellationToken).ConfigureAwait(false)).Select(static space => space.Key)];
        foreach (string id in options.SpaceIds ?? [])
        {
            Space space = await spaces.FindByIdAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw new ConfluenceRetrievalException($"No space has the id '{id}', or the account may not see it. client.Spaces.GetSpacesAsync lists ids and keys.");
            keys.Add(space.Key);
        }

        return new ActivitySearch(options, [.. keys.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The queries for content of some types.</summary>
    /// <param name="types">The types as CQL calls them.</param>
    public IEnumerable<CqlText> Queries(IReadOnlyList<string> types)
    {
        foreach (string? spaces in Portions("space", _spaceKeys))
        {
            foreach (string? users in Portions("contributor", _options.AccountIds))
            {
                yield return CqlText.Of(types.Count == 1 ? $"type = {types[0]}" : $"type in ({string.Join(", ", types)})")
                    .And(spaces)
                    .And(users)
                    .And(_options.Since is { } since ? $"lastmodified >= {CqlText.Since(since)}" : null);
            }
        }
    }

    /// <summary>The clauses that limit a field to some values; one null clause when there is no limit.</summary>
    public static IEnumerable<string?> Portions(string field, IReadOnlyList<string>? values) =>
        values is { Count: > 0 }
            ? values.Distinct(StringComparer.Ordinal).Chunk(NamesInQuery).Select(string? (chunk) => $"{field} in ({string.Join(", ", chunk.Select(CqlText.Quote))})")
            : [null];
}
