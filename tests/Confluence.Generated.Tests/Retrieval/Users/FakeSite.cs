using System.Net;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Retrieval.Users;

/// <summary>A client without a site: what retrievals ask for comes from lists. It stands on nothing but the public members that mocks can override.</summary>
internal sealed class FakeSite : ConfluenceClient
{
    private readonly FakeV1 _v1;

    public FakeSite() => _v1 = new FakeV1(this);

    public List<string> Calls { get; } = [];

    public List<UserAccount> Found { get; } = [];

    public List<(Group Group, UserAccount[] Members)> Groups { get; } = [];

    public HashSet<string> ForbiddenGroups { get; } = [];

    public Dictionary<string, string?> Known { get; } = [];

    public bool IsGroupListForbidden { get; set; }

    public override ConfluenceV1Client V1 => _v1;

    public override UsersClient Users => new FakeUsers(this);

    public static UserAccount Account(string? id, string type = "atlassian", bool isGuest = false) =>
        new() { AccountId = id, AccountType = type, IsGuest = isGuest, DisplayName = $"Name of {id}", Email = "", Type = UserAccountType.Known };

    private static ConfluenceApiException Refusal() => new("The group may not be seen.", HttpStatusCode.Forbidden, ConfluenceErrorKind.PermissionDenied);

    private sealed class Refused<T> : Paged<T>
    {
        public override IAsyncEnumerable<ResultPage<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Repeat(0, 1).Select<int, ResultPage<T>>(static _ => throw Refusal());
    }

    private sealed class FakeV1(FakeSite site) : ConfluenceV1Client
    {
        public override SearchV1Client Search => new FakeSearch(site);

        public override GroupsV1Client Groups => new FakeGroups(site);

        public override UsersV1Client Users => new FakeV1Users(site);
    }

    private sealed class FakeSearch(FakeSite site) : SearchV1Client
    {
        public override Paged<SearchResult> SearchUserAsync(string cql, SearchUserOptions? options = null, CancellationToken cancellationToken = default)
        {
            site.Calls.Add($"search {cql} {options?.SitePermissionTypeFilter?.Value} {options?.PageSize ?? options?.UsualPageSize}");
            int size = options?.PageSize ?? options?.UsualPageSize ?? 25;
            return Paged<SearchResult>.FromPages(site.Found.Chunk(size)
                .Select((users, index) => new ResultPage<SearchResult>([.. users.Select(user => new SearchResult { User = user })], $"{index}")));
        }
    }

    private sealed class FakeGroups(FakeSite site) : GroupsV1Client
    {
        public override Paged<Group> GetGroupsAsync(GetGroupsOptions? options = null, CancellationToken cancellationToken = default)
        {
            site.Calls.Add("groups");
            return site.IsGroupListForbidden ? new Refused<Group>() : Paged<Group>.FromItems(site.Groups.Select(group => group.Group));
        }

        public override Paged<Group> SearchGroupsAsync(string searchText, SearchGroupsOptions? options = null, CancellationToken cancellationToken = default) =>
            Paged<Group>.FromItems(site.Groups.Select(group => group.Group).Where(group => group.Name?.Contains(searchText, StringComparison.OrdinalIgnoreCase) == true));

        public override Task<Group> GetGroupByGroupIdAsync(string id, ConfluenceRequestOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(site.Groups.Select(group => group.Group).FirstOrDefault(group => group.Id == id)
                ?? throw new ConfluenceApiException("No such group.", HttpStatusCode.NotFound, ConfluenceErrorKind.NotFound));

        public override Paged<UserAccount> GetGroupMembersByGroupIdAsync(string groupId, GetGroupMembersByGroupIdOptions? options = null, CancellationToken cancellationToken = default)
        {
            site.Calls.Add($"members {groupId}");
            return site.ForbiddenGroups.Contains(groupId)
                ? new Refused<UserAccount>()
                : Paged<UserAccount>.FromItems(site.Groups.Single(group => group.Group.Id == groupId).Members);
        }
    }

    private sealed class FakeUsers(FakeSite site) : UsersClient
    {
        public override Task<BulkUsersResponse> LookUpUsersAsync(BulkUsersRequest body, ConfluenceRequestOptions? options = null, CancellationToken cancellationToken = default)
        {
            site.Calls.Add($"v2 {body.AccountIds.Count}");
            return Task.FromResult(new BulkUsersResponse
            {
                Results = [.. body.AccountIds.Reverse().Where(site.Known.ContainsKey).Select(id => new ConfluenceUser
                {
                    AccountId = id, AccountType = AccountType.Atlassian, AccountStatus = new AccountStatus(site.Known[id] ?? "active"), DisplayName = id,
                })],
            });
        }
    }

    private sealed class FakeV1Users(FakeSite site) : UsersV1Client
    {
        public override Task<BulkUserLookupCollection> GetBulkUserLookupAsync(IReadOnlyList<string> accountId, GetBulkUserLookupOptions? options = null, CancellationToken cancellationToken = default)
        {
            site.Calls.Add($"v1 {accountId.Count}");
            return Task.FromResult(new BulkUserLookupCollection
            {
                Results = [.. accountId.Where(site.Known.ContainsKey).Select(id => new BulkUser { AccountId = id, AccountType = "atlassian", IsGuest = true })],
            });
        }
    }
}
