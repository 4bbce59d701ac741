using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Users;

/// <summary>The members of groups.</summary>
internal sealed class GroupMembers(ISiteClient client, RetrievalOptions options)
{
    public IAsyncEnumerable<UserAccount> Of(string groupId, CancellationToken cancellationToken) =>
        client.V1.Groups.GetGroupMembersByGroupIdAsync(
            groupId,
            options.Each(new GetGroupMembersByGroupIdOptions()),
            cancellationToken);

    /// <summary>Finds a group by its id or its name.</summary>
    /// <exception cref="ConfluenceRetrievalException">There is none that the account can see.</exception>
    public async Task<Group> FindAsync(string group, CancellationToken cancellationToken) =>
        (Guid.TryParse(group, out _) ? await FindByIdAsync(group, cancellationToken).ConfigureAwait(false) : null)
        ?? await FindByNameAsync(group, cancellationToken).ConfigureAwait(false)
        ?? throw new ConfluenceRetrievalException(
            $"No group has the name or the id '{group}', or the account may not see it. client.V1.Groups.GetGroupsAsync lists the groups that it sees.");

    private async Task<Group?> FindByIdAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.V1.Groups.GetGroupByGroupIdAsync(id, options.Each(new ConfluenceRequestOptions()), cancellationToken).ConfigureAwait(false);
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.NotFound)
        {
            return null; // The name of a group may look like an id.
        }
    }

    private async Task<Group?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        // The search looks for parts of names.
        SearchGroupsOptions call = options.Each(new SearchGroupsOptions());
        await foreach (Group group in client.V1.Groups.SearchGroupsAsync(name, call, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(group.NameOrNull, name, StringComparison.OrdinalIgnoreCase))
            {
                return group;
            }
        }

        return null;
    }
}
