using System.Runtime.CompilerServices;
using Confluence.Generated;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Cli.Reading;

/// <summary>Reads the users of a site.</summary>
internal sealed class UserReader(ConfluenceClient client)
{
    /// <summary>The number of users at which the search of a site ends, however many there are.</summary>
    public const int SearchEnd = 10_000;

    private const int UsersPerRequest = 100;

    /// <summary>Gives each user once, guests from outside included, in the order of the site's user search.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async IAsyncEnumerable<UserAccount> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The search pages by position: a user who joins or leaves meanwhile can move another one onto two pages.
        HashSet<string> seen = new(StringComparer.Ordinal);
        SearchUserOptions options = new() { Limit = UsersPerRequest, SitePermissionTypeFilter = SitePermissionTypeFilter.All };
        await foreach (SearchResult result in client.V1.Search.SearchUserAsync("type=user", options, cancellationToken).ConfigureAwait(false))
        {
            if (result.User is UserAccount user && (user.AccountId is not string id || seen.Add(id)))
            {
                yield return user;
            }
        }
    }
}
