using Confluence.Generated.Retrieval;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Retrieval.Users;

public sealed class GroupTests : IDisposable
{
    private const string StaffId = "2f1c7b1e-5f4e-4f43-8a3a-0d6f1c1a9b01";

    private readonly FakeSite _site = new();

    public GroupTests()
    {
        _site.Groups.Add((new Group { Type = GroupType.Group, Id = "x", Name = "staff-archive" }, [FakeSite.Account("old")]));
        _site.Groups.Add((new Group { Type = GroupType.Group, Id = StaffId, Name = "staff" }, [FakeSite.Account("a"), FakeSite.Account("b", "app"), FakeSite.Account("a")]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("staff")]
    [InlineData("Staff")]
    [InlineData(StaffId)]
    public async Task Members_are_found_by_name_and_by_id(string group)
    {
        List<RetrievedUser> users = await _site.Retrieval.Users.GetByGroupAsync(group, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([("a", "staff"), ("b", "staff")], users.Select(static user => (user.AccountId, user.GroupName)));
    }

    [Fact]
    public async Task Kinds_hold_here_too() =>
        Assert.Equal("b", Assert.Single(await _site.Retrieval.Users.GetByGroupAsync("staff", new UserRetrievalOptions { Kinds = [UserKind.App] }, Token).ToListAsync(Token)).AccountId);

    [Fact]
    public async Task A_name_that_looks_like_an_id_is_a_name()
    {
        const string Name = "0b1f7b1e-5f4e-4f43-8a3a-0d6f1c1a9b77";
        _site.Groups.Add((new Group { Type = GroupType.Group, Id = "y", Name = Name }, [FakeSite.Account("c")]));

        Assert.Equal("c", Assert.Single(await _site.Retrieval.Users.GetByGroupAsync(Name, cancellationToken: Token).ToListAsync(Token)).AccountId);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_unknown_group_is_an_error_and_not_an_empty_list(string group)
    {
        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(
            async () => await _site.Retrieval.Users.GetByGroupAsync(group, cancellationToken: Token).ToListAsync(Token));

        Assert.StartsWith($"No group has the name or the id '{group}'", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.Gaps);
    }

    [Fact]
    public void No_group_is_refused_at_once() => Assert.Throws<ArgumentException>(() => _site.Retrieval.Users.GetByGroupAsync("", cancellationToken: Token));
}
