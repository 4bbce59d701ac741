using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Sandbox.Tests.Library;

/// <summary>The members of a group, found by its name and by its id, as the library asks for them.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task The_members_of_a_group_come_by_its_name_and_by_its_id()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Users = 60 }, token);
        using ConfluenceClient client = new(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));
        var group = await client.V1.Groups.GetGroupsAsync(cancellationToken: token).FirstAsync(group => group.Name == "confluence-guests", token);

        List<RetrievedUser> byName = await client.Retrieval.Users.GetByGroupAsync("Confluence-Guests", cancellationToken: token).ToListAsync(token);
        List<RetrievedUser> byId = await client.Retrieval.Users.GetByGroupAsync(group.Id ?? "", cancellationToken: token).ToListAsync(token);

        Assert.NotEmpty(byName);
        Assert.Equal(byName.Select(static user => user.AccountId), byId.Select(static user => user.AccountId));
        Assert.Empty(byName.Select(static user => user.AccountId).Intersect(sandbox.Truth.LicensedAccountIds));
        ConfluenceRetrievalException error = await Assert.ThrowsAsync<ConfluenceRetrievalException>(
            async () => await client.Retrieval.Users.GetByGroupAsync("guests", cancellationToken: token).ToListAsync(token));
        Assert.Contains("'guests'", error.Message, StringComparison.Ordinal);
    }
}
