using System.Text.Json;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Retrieval.Users;

public sealed class UserLookupTests : IDisposable
{
    private readonly FakeSite _site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(UserLookupApi.V2, new[] { "v2 250", "v2 250", "v2 20" })]
    [InlineData(UserLookupApi.V1, new[] { "v1 100", "v1 100", "v1 100", "v1 100", "v1 100", "v1 20" })]
    public async Task Ids_are_asked_for_in_portions_and_given_in_their_order(UserLookupApi api, string[] calls)
    {
        string[] ids = [.. Enumerable.Range(0, 520).Select(static number => $"u{number}")];
        foreach (string id in ids.Where(static id => id != "u300"))
        {
            _site.Known[id] = null;
        }

        List<UserLookup> results = await _site.Retrieval.Users.GetByIdsAsync(ids, new UserLookupOptions { Api = api }, Token).ToListAsync(Token);

        Assert.Equal(ids, results.Select(static result => result.AccountId));
        Assert.Equal(["u300"], results.Where(static result => !result.IsFound).Select(static result => result.AccountId));
        Assert.All(results.Where(static result => result.IsFound), static result => Assert.Equal(result.AccountId, result.User?.AccountId));
        Assert.Equal(calls, _site.Calls);
    }

    [Fact]
    public async Task A_repeated_id_is_asked_for_once_and_given_as_often()
    {
        _site.Known["a"] = null;
        _site.Known["b"] = "closed";

        List<UserLookup> results = await _site.Retrieval.Users.GetByIdsAsync(["a", "b", "a", "gone", "b"], cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([("a", true), ("b", true), ("a", true), ("gone", false), ("b", true)], results.Select(static result => (result.AccountId, result.IsFound)));
        Assert.Equal(UserKind.Deactivated, results[1].User?.Kind);
        Assert.Equal(["v2 3"], _site.Calls);
    }

    [Fact]
    public void A_missing_id_is_refused_before_anything_is_sent()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => _site.Retrieval.Users.GetByIdsAsync(["a", ""], cancellationToken: Token));

        Assert.StartsWith("The account id at index 1 is null or empty.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => _site.Retrieval.Users.GetByIdsAsync(null!, cancellationToken: Token)); // What a caller without nullable checks may do.
    }

    [Fact]
    public async Task No_ids_are_no_request()
    {
        Assert.Empty(await _site.Retrieval.Users.GetByIdsAsync([], cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(_site.Calls);
    }

    [Theory]
    [InlineData("atlassian", null, false, "Person")]
    [InlineData("atlassian", "active", true, "Guest")]
    [InlineData("atlassian", "inactive", true, "Deactivated")]
    [InlineData("atlassian", "closed", false, "Deactivated")]
    [InlineData("app", "active", false, "App")]
    [InlineData("customer", null, false, "Customer")]
    [InlineData("", null, false, "Unknown")]
    [InlineData(null, null, false, "Unknown")]
    [InlineData("robot", null, false, "Unknown")]
    public void The_kind_is_what_the_account_tells(string? type, string? status, bool isGuest, string kind)
    {
        UserAccount account = JsonSerializer.Deserialize<UserAccount>(JsonSerializer.Serialize(new
        {
            type = "known",
            accountId = "a",
            accountType = type,
            isGuest,
            accountStatus = status,
        })) ?? throw new InvalidOperationException("No account.");
        ConfluenceUser profile = JsonSerializer.Deserialize<ConfluenceUser>(JsonSerializer.Serialize(new
        {
            accountId = "a",
            accountType = type,
            accountStatus = status,
            isExternalCollaborator = isGuest,
        })) ?? throw new InvalidOperationException("No profile.");

        Assert.Equal(kind, RetrievedUser.Of(account, "a", null).Kind.Value);
        Assert.Equal(kind, RetrievedUser.Of(profile, "a").Kind.Value);
    }

    [Fact]
    public void What_a_user_hides_is_null()
    {
        RetrievedUser user = RetrievedUser.Of(FakeSite.Account("a"), "a", null);

        Assert.Null(user.Email);
        Assert.Null(user.TimeZone);
        Assert.Equal("", user.Account?.Email);
    }

    [Fact]
    public async Task Callers_can_replace_the_retrieval_in_their_tests()
    {
        UserRetrieval fake = new NoUsers();

        Assert.Equal(["only"], await fake.GetAllAsync(cancellationToken: Token).Select(static user => user.AccountId).ToListAsync(Token));
        Assert.Throws<InvalidOperationException>(() => fake.GetByGroupAsync("staff", cancellationToken: Token));
    }

    private sealed class NoUsers : UserRetrieval
    {
        public override IAsyncEnumerable<RetrievedUser> GetAllAsync(UserRetrievalOptions? options = null, CancellationToken cancellationToken = default) =>
            new[] { new RetrievedUser { AccountId = "only" } }.ToAsyncEnumerable();
    }
}
