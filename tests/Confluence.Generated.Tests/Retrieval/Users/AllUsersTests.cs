using Confluence.Generated.Retrieval;
using Confluence.Generated.V1.Models;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Retrieval.Users;

public sealed class AllUsersTests : IDisposable
{
    private const int SearchEnd = 10_000;

    private readonly FakeSite _site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task All_users_of_a_site_are_given_once_guests_included()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Seed = 3, Pages = 1 }, Token);
        using ConfluenceClient client = new(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));

        List<RetrievedUser> users = await client.Retrieval.Users.GetAllAsync(cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(sandbox.Truth.AccountIds.Order(StringComparer.Ordinal), users.Select(static user => user.AccountId).Order(StringComparer.Ordinal));
        Assert.Contains(users, static user => user.Kind == UserKind.Guest);
        Assert.All(users, static user => Assert.NotNull(user.Account));
    }

    [Fact]
    public async Task A_user_who_moves_onto_another_page_meanwhile_is_given_once()
    {
        _site.Found.AddRange([FakeSite.Account("a"), FakeSite.Account("b"), FakeSite.Account("b"), FakeSite.Account("c")]);

        Assert.Equal(["a", "b", "c"], await IdsAsync(new UserRetrievalOptions { PageSize = 2 }));
        Assert.Equal(["search type=user all 2"], _site.Calls);
    }

    [Fact]
    public async Task Each_walk_begins_anew()
    {
        _site.Found.Add(FakeSite.Account("a"));
        IAsyncEnumerable<RetrievedUser> users = _site.Retrieval.Users.GetAllAsync(cancellationToken: Token);
        Assert.Empty(_site.Calls);

        Assert.Single(await users.ToListAsync(Token));
        Assert.Single(await users.ToListAsync(Token));
        Assert.Equal(2, _site.Calls.Count);
    }

    [Fact]
    public async Task Beyond_the_end_of_the_search_groups_go_on_and_the_rest_is_a_gap()
    {
        FillSearch();
        AddGroup("g1", "staff", FakeSite.Account("u5"), FakeSite.Account("new1"));
        AddGroup("g2", "bots", FakeSite.Account("new1"), FakeSite.Account("new2", "app"));
        List<RetrievalGap> gaps = [];

        List<RetrievedUser> users = await _site.Retrieval.Users.GetAllAsync(new UserRetrievalOptions { OnGap = gaps.Add }, Token).ToListAsync(Token);

        Assert.Equal(SearchEnd + 2, users.Count);
        Assert.Equal([("new1", "staff", UserKind.Person), ("new2", "bots", UserKind.App)], users[SearchEnd..].Select(static user => (user.AccountId, user.GroupName, user.Kind)));
        RetrievalGap gap = Assert.Single(gaps);
        Assert.Equal("Users beyond the first 10,000 who are in no group that can be seen", gap.Subject);
        Assert.Contains("admin.atlassian.com", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_that_nobody_listens_to_end_the_walk_after_everything_was_given()
    {
        FillSearch();
        AddGroup("g1", "secret", FakeSite.Account("hidden"));
        AddGroup("g2", "staff", FakeSite.Account("new"));
        _site.ForbiddenGroups.Add("g1");
        List<string> given = [];

        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(async () =>
        {
            await foreach (RetrievedUser user in _site.Retrieval.Users.GetAllAsync(cancellationToken: Token))
            {
                given.Add(user.AccountId);
            }
        });

        Assert.Equal(SearchEnd + 1, given.Count);
        Assert.Equal("new", given[^1]);
        Assert.Equal(["The members of the group 'secret'"], error.Gaps.Select(static gap => gap.Subject)); // The end of the search is a limit to know, and no failure.
        Assert.Equal(ConfluenceErrorKind.PermissionDenied, (error.Gaps[0].Error as ConfluenceApiException)?.Kind);
        Assert.StartsWith("The retrieval of all users is incomplete; everything else was given. Missing: The members of the group 'secret': The group may not be seen.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("To go on without an exception, set OnGap in the options.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_api_can_never_give_is_told_and_ends_nothing()
    {
        FillSearch();
        List<RetrievalGap> gaps = [];

        Assert.Equal(SearchEnd, await _site.Retrieval.Users.GetAllAsync(cancellationToken: Token).CountAsync(Token));
        Assert.Equal(SearchEnd, await _site.Retrieval.Users.GetAllAsync(new UserRetrievalOptions { OnGap = gaps.Add }, Token).CountAsync(Token));

        Assert.True(Assert.Single(gaps).IsLimit);
    }

    [Fact]
    public async Task Groups_are_left_alone_while_the_search_is_complete()
    {
        _site.Found.Add(FakeSite.Account("a"));
        AddGroup("g1", "staff", FakeSite.Account("b"));

        Assert.Equal(["a"], await IdsAsync(new UserRetrievalOptions()));
        Assert.Equal(["a", "b"], await IdsAsync(new UserRetrievalOptions { ThroughGroups = true }));
    }

    [Fact]
    public async Task Without_groups_the_gap_says_how_to_have_them()
    {
        FillSearch();
        List<RetrievalGap> gaps = [];

        Assert.Equal(SearchEnd, (await IdsAsync(new UserRetrievalOptions { ThroughGroups = false, OnGap = gaps.Add })).Count);

        Assert.Equal("Users beyond the first 10,000", Assert.Single(gaps).Subject);
        Assert.Contains("ThroughGroups", gaps[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("groups", _site.Calls);
    }

    [Fact]
    public async Task A_refused_list_of_groups_is_a_gap()
    {
        _site.Found.Add(FakeSite.Account("a"));
        _site.IsGroupListForbidden = true;
        List<RetrievalGap> gaps = [];

        Assert.Equal(["a"], await IdsAsync(new UserRetrievalOptions { ThroughGroups = true, OnGap = gaps.Add }));
        Assert.StartsWith("The groups of the site", Assert.Single(gaps).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_site_does_not_identify_is_a_gap()
    {
        _site.Found.AddRange([FakeSite.Account(null), FakeSite.Account("a")]);
        List<RetrievalGap> gaps = [];

        Assert.Equal(["a"], await IdsAsync(new UserRetrievalOptions { OnGap = gaps.Add }));
        Assert.Equal("A user without an account id", Assert.Single(gaps).Subject);
    }

    [Fact]
    public async Task Kinds_that_are_not_wanted_are_left_out()
    {
        _site.Found.AddRange([FakeSite.Account("person"), FakeSite.Account("guest", isGuest: true), FakeSite.Account("app", "app")]);

        Assert.Equal(["guest", "app"], await IdsAsync(new UserRetrievalOptions { Kinds = [UserKind.App, UserKind.Guest] }));
    }

    private void FillSearch() => _site.Found.AddRange(Enumerable.Range(0, SearchEnd + 50).Select(static number => FakeSite.Account($"u{number}")));

    private void AddGroup(string id, string name, params UserAccount[] members) => _site.Groups.Add((new Group { Type = GroupType.Group, Id = id, Name = name }, members));

    private async Task<List<string>> IdsAsync(UserRetrievalOptions options) =>
        await _site.Retrieval.Users.GetAllAsync(options, Token).Select(static user => user.AccountId).ToListAsync(Token);
}
