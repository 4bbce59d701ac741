using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Users;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>The users of a site: all, those with given account ids, those of a group.</summary>
/// <remarks>
/// E-mail addresses, time zones and some names are null unless the user lets the caller see them; no permission of an administrator changes
/// that in this API.
/// </remarks>
public class UserRetrieval
{
    private readonly ISiteClient? _client;

    internal UserRetrieval(ISiteClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected UserRetrieval()
    {
    }

    private ISiteClient Client => _client ?? throw new InvalidOperationException("This retrieval was made without a connection, as mocks are. Override the method.");

    /// <summary>
    /// All users of the site, each once: those of the user search, guests included, and where the search ends (at 10,000 users) the members of
    /// all groups that the account can see.
    /// </summary>
    /// <remarks>
    /// <para>Costs one request for 100 users; through the groups, one for 200 groups and at least one more for each group. Calls follow one another.
    /// Keeps the account ids that it has given, and nothing else.</para>
    /// <para>When the search has come to its end, users beyond it who are in no group cannot be listed. That is a limit of the API: it is passed to
    /// <see cref="RetrievalOptions.OnGap"/> and logged, and never thrown. A group whose members may not be seen is a gap, and the other groups are read.
    /// Where the search itself is refused or breaks off, that is a gap too, and the users come from the groups, unless
    /// <see cref="UserRetrievalOptions.ThroughGroups"/> is false.</para>
    /// <para>Permission: access to Confluence. Scopes: <c>read:content-details:confluence</c>; for groups <c>read:confluence-groups</c>, or
    /// <c>read:group:confluence</c> and <c>read:user:confluence</c>.</para>
    /// <para>See <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get">the operation in Atlassian's reference</see>.</para>
    /// </remarks>
    /// <param name="options">Which kinds of users, and settings of the calls. Null gives all users.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, in the order of the search, then group by group.</returns>
    /// <exception cref="ConfluenceApiException">The credential is refused; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">There are gaps and <see cref="RetrievalOptions.OnGap"/> is null, thrown at the end of the walk; or the site was lost.</exception>
    public virtual IAsyncEnumerable<RetrievedUser> GetAllAsync(UserRetrievalOptions? options = null, CancellationToken cancellationToken = default) =>
        WalkAllAsync(Client, options ?? new UserRetrievalOptions(), cancellationToken);

    /// <summary>The users with these account ids, in their order. An id without a user gives a result with <see cref="UserLookup.IsFound"/> false.</summary>
    /// <remarks>
    /// <para>Costs one request for 250 different ids (100 through <see cref="UserLookupApi.V1"/>), at most <see cref="RetrievalOptions.MaxConcurrency"/> at once.
    /// A repeated id is asked for once and given as often as it was asked for. Where one of several requests fails, its ids are given with their
    /// <see cref="UserLookup.Gap"/>.</para>
    /// <para>Permission: access to Confluence. Scope: see <see cref="UserLookupApi"/>.</para>
    /// <para>See <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post">the operation in Atlassian's reference</see>.</para>
    /// </remarks>
    /// <param name="accountIds">The account ids.</param>
    /// <param name="options">Which operation to ask, and settings of the calls. Null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>One result for each id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accountIds"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the ids is null or empty.</exception>
    /// <exception cref="ConfluenceException">The credential is refused or lacks the scope, or the only request fails; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">The site was lost; thrown by the walk.</exception>
    public virtual IAsyncEnumerable<UserLookup> GetByIdsAsync(IEnumerable<string> accountIds, UserLookupOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        string[] ids = [.. accountIds];
        int empty = Array.FindIndex(ids, string.IsNullOrEmpty);
        return empty < 0
            ? new AccountIdLookup(Client, options ?? new UserLookupOptions()).FindAsync(ids, cancellationToken)
            : throw new ArgumentException($"The account id at index {empty} is null or empty. An account id looks like 5b10ac8d82e05b22cc7d4ef5 or 712020:0e99….", nameof(accountIds));
    }

    /// <summary>The members of a group.</summary>
    /// <remarks>
    /// <para>Costs one or two requests to find the group and one for 200 members.</para>
    /// <para>Permission: access to Confluence. Scopes: <c>read:confluence-groups</c>, or <c>read:group:confluence</c> and <c>read:user:confluence</c>.</para>
    /// <para>See <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-groupid-membersbygroupid-get">the operation in Atlassian's reference</see>.</para>
    /// </remarks>
    /// <param name="group">The id of the group, or its name; case-insensitive.</param>
    /// <param name="options">Which kinds of users, and settings of the calls. Null gives all members.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The members, each once.</returns>
    /// <exception cref="ArgumentException"><paramref name="group"/> is null or empty.</exception>
    /// <exception cref="ConfluenceRetrievalException">There is no such group that the account can see; or there are gaps and <see cref="RetrievalOptions.OnGap"/> is null. Thrown by the walk.</exception>
    /// <exception cref="ConfluenceApiException">The site refuses the list; thrown by the walk.</exception>
    public virtual IAsyncEnumerable<RetrievedUser> GetByGroupAsync(string group, UserRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        return WalkGroupAsync(Client, group, options ?? new UserRetrievalOptions(), cancellationToken);
    }

    private static async IAsyncEnumerable<RetrievedUser> WalkAllAsync(ISiteClient client, UserRetrievalOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RetrievedUser user in new UserSearch(client, options).WalkAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return user;
        }
    }

    private static async IAsyncEnumerable<RetrievedUser> WalkGroupAsync(ISiteClient client, string name, UserRetrievalOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GroupMembers members = new(client, options);
        UserLedger ledger = new($"the members of the group '{name}'", client, options);
        Group group = await members.FindAsync(name, cancellationToken).ConfigureAwait(false);
        string id = group.IdOrNull ?? throw new ConfluenceRetrievalException($"The site gave the group '{name}' no id, and members can only be listed by it.");
        await foreach (UserAccount account in members.Of(id, cancellationToken).ConfigureAwait(false))
        {
            if (ledger.Take(account, group.NameOrNull) is { } user)
            {
                yield return user;
            }
        }

        ledger.Gaps.ThrowIfUntold();
    }
}
