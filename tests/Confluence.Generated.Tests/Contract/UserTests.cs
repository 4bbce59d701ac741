using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

public sealed class UserTests : IDisposable
{
    private const string SearchPath = "/wiki/rest/api/search/user";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task A_value_with_a_comma_cannot_be_sent_in_a_joined_list()
    {
        ArgumentException exception = await WireServer.FailsAsync<ArgumentException>(() => _wire.Client.V1.Users.GetPrivacyUnsafeUserEmailBulkAsync(["a-1", "A,B"]));

        Assert.Contains("'accountId'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("A,B", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task Users_are_listed_by_offset_although_no_next_link_arrives()
    {
        const string First = """{"user":{"type":"known","accountId":"a-1","accountType":"atlassian","displayName":"Ada","email":"","isGuest":false},"entityType":"user","score":0.5}""";
        const string Second = """{"user":{"type":"known","accountId":"a-2","accountType":"","email":null,"displayName":null,"ari":"ari:cloud:x","operations":null},"title":"Ben"}""";
        _wire.Script("GET", SearchPath,
            WireAnswer.Json($$$"""{"results":[{{{First}}},{{{Second}}}],"start":0,"limit":2,"size":2,"totalSize":5,"_links":{"base":"https://site.example/wiki","context":"/wiki"}}"""),
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-3"}},{"user":{"accountId":"a-4"}}],"start":2,"limit":2,"size":2,"totalSize":5,"_links":{}}"""),
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-5"}}],"start":4,"limit":2,"size":1,"totalSize":5,"_links":{}}"""));

        List<SearchResult> users = await _wire.Client.V1.Search.SearchUserAsync(
            "type=user", new SearchUserOptions { PageSize = 2, SitePermissionTypeFilter = SitePermissionTypeFilter.All }).ToListAsync();

        Assert.Equal(["a-1", "a-2", "a-3", "a-4", "a-5"], users.Select(static result => result.User?.AccountId));
        Assert.Equal("", users[0].User?.Email);
        Assert.Equal("Ada", users[0].User?.DisplayName);
        Assert.Null(users[1].User?.Email);
        Assert.Equal("ari:cloud:x", users[1].User?.AdditionalProperties["ari"].GetString());
        WireJson.AssertWritesBack(users[0], First);
        WireJson.AssertWritesBack(users[1], Second);
        Assert.Collection(_wire.Requests,
            static request => request.Is("GET", SearchPath, "cql=type%3Duser", "limit=2", "sitePermissionTypeFilter=all"),
            static request => request.Is("GET", SearchPath, "cql=type%3Duser", "limit=2", "sitePermissionTypeFilter=all", "start=2"),
            static request => request.Is("GET", SearchPath, "cql=type%3Duser", "limit=2", "sitePermissionTypeFilter=all", "start=4"));
    }

    [Fact]
    public async Task A_full_last_page_is_followed_by_an_empty_one()
    {
        _wire.Script("GET", SearchPath,
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-1"}}],"start":0,"limit":1,"size":1}"""),
            WireAnswer.Json("""{"results":[],"start":1,"limit":1,"size":0}"""));

        List<SearchResult> users = await _wire.Client.V1.Search.SearchUserAsync("type=user", new SearchUserOptions { PageSize = 1 }).ToListAsync();

        Assert.Equal("a-1", Assert.Single(users).User?.AccountId);
        Assert.Equal(2, _wire.Requests.Count);
    }

    [Fact]
    public async Task The_limit_that_the_server_applied_counts_not_the_one_that_was_asked_for()
    {
        _wire.Script("GET", SearchPath,
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-1"}},{"user":{"accountId":"a-2"}}],"start":0,"limit":2,"size":2}"""),
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-3"}}],"start":2,"limit":2,"size":1}"""));

        List<SearchResult> users = await _wire.Client.V1.Search.SearchUserAsync("type=user", new SearchUserOptions { PageSize = 500 }).ToListAsync();

        Assert.Equal(3, users.Count);
        Assert.Equal(["cql=type%3Duser", "limit=500", "start=2"], _wire.Requests[1].Query);
    }

    [Fact]
    public async Task A_walk_goes_on_from_the_token_of_a_page()
    {
        _wire.Script("GET", SearchPath,
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-1"}}],"start":0,"limit":1,"size":1,"totalSize":2}"""),
            WireAnswer.Json("""{"results":[{"user":{"accountId":"a-2"}}],"start":1,"limit":2,"size":1}"""));
        Paged<SearchResult> users = _wire.Client.V1.Search.SearchUserAsync("type=user", new SearchUserOptions { PageSize = 2 });

        ResultPage<SearchResult> first = await users.AsPages().FirstAsync();
        ResultPage<SearchResult> second = await users.AsPages(first.ContinuationToken).FirstAsync();

        Assert.Equal(2, first.TotalSize);
        Assert.Equal("a-2", Assert.Single(second.Items).User?.AccountId);
        Assert.Null(second.ContinuationToken);
        Assert.Equal(["cql=type%3Duser", "limit=2", "start=1"], _wire.Requests[1].Query);
    }

    [Fact]
    public async Task A_server_that_ignores_the_offset_ends_the_walk_with_an_error()
    {
        WireAnswer always = WireAnswer.Json("""{"results":[{"user":{"accountId":"a-1"}}],"start":0,"limit":1,"size":1}""");
        _wire.Script("GET", SearchPath, always, always, always);

        ConfluencePagingException exception = await WireServer.FailsAsync<ConfluencePagingException>(
            async () => await _wire.Client.V1.Search.SearchUserAsync("type=user", new SearchUserOptions { PageSize = 1 }).ToListAsync());

        Assert.Equal("searchUser", exception.Operation?.Id);
        Assert.Equal("1", exception.ContinuationToken);
    }

    [Fact]
    public async Task Users_are_looked_up_in_bulk()
    {
        const string User = """{"displayName":"Ada","timeZone":null,"isExternalCollaborator":false,"accountStatus":"dormant","accountId":"a-1","email":"","accountType":"robot","publicName":"ada","profilePicture":{"path":"/p.png","isDefault":true,"shape":"round"},"locale":"en"}""";
        _wire.Script("POST", "/wiki/api/v2/users-bulk", WireAnswer.Json($$"""{"results":[{{User}}]}"""));

        BulkUsersResponse answer = await _wire.Client.Users.LookUpUsersAsync(
            new BulkUsersRequest { AccountIds = ["a-1", "gone"] });

        _wire.Request.Is("POST", "/wiki/api/v2/users-bulk");
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        WireJson.AssertSame("""{"accountIds":["a-1","gone"]}""", _wire.Request.Body);
        ConfluenceUser user = Assert.Single(answer.Results ?? []);
        Assert.Equal("dormant", user.AccountStatus.Value);
        Assert.Equal(new AccountType("robot"), user.AccountType);
        Assert.Null(user.TimeZone);
        Assert.False(user.IsExternalCollaborator);
        Assert.True(user.ProfilePicture?.IsDefault);
        WireJson.AssertWritesBack(answer, $$"""{"results":[{{User}}]}""");
    }

    [Fact]
    public async Task The_current_user_is_read_with_what_was_expanded()
    {
        const string User = """{"type":"known","accountId":"a-1","accountType":"atlassian","email":"ada@example.com","displayName":"Ada","operations":[{"operation":"gaze","targetType":"application"}],"_expandable":{"personalSpace":""},"_links":{"self":"https://site.example/x"}}""";
        _wire.Script("GET", "/wiki/rest/api/user/current", WireAnswer.Json(User));

        UserAccount user = await _wire.Client.V1.Users.GetCurrentUserAsync(
            new GetCurrentUserOptions { Expand = [UserExpand.Operations, UserExpand.PersonalSpace] });

        _wire.Request.Is("GET", "/wiki/rest/api/user/current", "expand=operations%2CpersonalSpace");
        Assert.Equal("a-1", user.AccountId);
        Assert.Equal("gaze", Assert.Single(user.Operations ?? []).Operation.Value);
        WireJson.AssertWritesBack(user, User);
    }

    public void Dispose() => _wire.Dispose();
}
