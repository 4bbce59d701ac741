using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval.Users;

/// <summary>One walk over all users: the search first, then the groups, each user once.</summary>
internal sealed class UserSearch(ISiteClient client, UserRetrievalOptions options)
{
    /// <summary>The number of users at which the search of a site ends, however many there are.</summary>
    internal const int SearchEnd = 10_000;


    private readonly UserLedger _ledger = new("all users", client, options);
    private readonly WalkFailures _failures = new(client.Watch, options);
    private readonly GroupMembers _members = new(client, options);
    private bool _isSearchCutOff;
    private bool _isSearchBroken;

    public async IAsyncEnumerable<RetrievedUser> WalkAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RetrievedUser user in SearchAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return user;
        }

        if (options.ThroughGroups ?? (_isSearchCutOff || _isSearchBroken))
        {
            await foreach (RetrievedUser user in GroupsAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return user;
            }
        }

        if (_isSearchCutOff)
        {
            _ledger.Gaps.Report(CutOff());
        }

        _ledger.Gaps.ThrowIfUntold();
    }

    private async IAsyncEnumerable<RetrievedUser> SearchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int rows = 0;
        SearchUserOptions call = options.Each(new SearchUserOptions
        {
            SitePermissionTypeFilter = SitePermissionTypeFilter.All,
        });
        await using IAsyncEnumerator<ResultPage<SearchResult>> pages =
            client.V1.Search.SearchUserAsync("type=user", call, cancellationToken).AsPages(null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            PartResult<bool> read = await _failures.TryAsync("user search", _ => pages.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out bool isThere, out ConfluenceException? error))
            {
                if (read.Failure == PartFailure.RefusedForAll && options.ThroughGroups == false)
                {
                    ExceptionDispatchInfo.Throw(error); // There is no other way.
                }

                await _failures.ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
                _isSearchBroken = true;
                _ledger.Gaps.Report(RetrievalGap.Of($"Users that the user search gives{(rows == 0 ? "" : ", from some point on")}", error));
                yield break;
            }

            if (!isThere)
            {
                yield break;
            }

            foreach (SearchResult row in pages.Current.Items)
            {
                if (_ledger.Take(row.User ?? new UserAccount { Type = UserAccountType.Unknown }, groupName: null) is { } user)
                {
                    yield return user;
                }
            }

            rows += pages.Current.Items.Count;
            if (rows >= SearchEnd)
            {
                // What a site answers beyond its end is not known, so nobody asks.
                _isSearchCutOff = true;
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<RetrievedUser> GroupsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GetGroupsOptions call = options.Each(new GetGroupsOptions());
        await using IAsyncEnumerator<Group> groups = client.V1.Groups.GetGroupsAsync(call, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(groups, "The groups of the site, and the users that only they lead to", cancellationToken).ConfigureAwait(false))
        {
            Group group = groups.Current;
            string name = group.NameOrNull ?? group.IdOrNull ?? "without a name";
            if (group.IdOrNull is not { } id)
            {
                _ledger.Gaps.Report(new RetrievalGap($"The members of the group '{name}'", "the site gave the group no id, and members can only be listed by it."));
                continue;
            }

            await using IAsyncEnumerator<UserAccount> members = _members.Of(id, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(members, $"The members of the group '{name}'", cancellationToken).ConfigureAwait(false))
            {
                if (_ledger.Take(members.Current, name) is { } user)
                {
                    yield return user;
                }
            }
        }
    }

    private async Task<bool> NextAsync<T>(IAsyncEnumerator<T> items, string subject, CancellationToken cancellationToken)
    {
        PartResult<bool> read = await _failures.TryAsync(subject, _ => items.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false);
        if (read.TryGet(out bool isThere, out ConfluenceException? error))
        {
            return isThere;
        }

        await _failures.ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
        _ledger.Gaps.Report(RetrievalGap.Of(subject, error));
        return false;
    }

    private RetrievalGap CutOff() => new(
        string.Create(CultureInfo.InvariantCulture, $"Users beyond the first {SearchEnd:N0}{(options.ThroughGroups == false ? string.Empty : " who are in no group that can be seen")}"),
        "the user search of a site ends there, and the API has no other list of users. "
        + (options.ThroughGroups == false ? $"Leave {nameof(UserRetrievalOptions.ThroughGroups)} as it is to add the members of all groups; for the rest, compare" : "Compare")
        + " with the list of users that administrators can export at admin.atlassian.com.")
    {
        // With the groups left out by choice, there is something that can be done about it.
        IsLimit = options.ThroughGroups != false,
    };
}
