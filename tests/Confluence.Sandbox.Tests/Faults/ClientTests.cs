using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Sandbox.Tests.Faults;

/// <summary>The library as a caller that repeats what failed.</summary>
public sealed class ClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_client_that_repeats_as_often_as_faults_come_in_a_row_reads_everything(int seed)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
            new SandboxOptions
            {
                Seed = seed,
                Pages = 300,
                Faults = new SandboxFaults
                {
                    TooManyRequests = 0.1,
                    TooManyRequestsWithoutRetryAfter = 0.1,
                    Unavailable = 0.1,
                    UnavailableWithoutRetryAfter = 0.1,
                    ResetBeforeAnswer = 0.1,
                    ClosedInBody = 0.1,
                    RetryAfter = TimeSpan.Zero,
                    MaximumInARow = 2,
                },
            },
            Token);
        using ConfluenceClient client = Client(sandbox, retries: 2);

        List<Page> pages = await client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 5 }, Token).ToListAsync(Token);

        Assert.Equal(sandbox.Truth.PageIds, pages.Select(static page => page.Id));
        Assert.InRange(sandbox.Requests.Count(static request => request.Fault is not null), 20, 150);
        Assert.Equal(60, sandbox.Requests.Count(static request => request.Fault is null));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_told_apart_from_one_that_failed()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
            new SandboxOptions { Pages = 10, Faults = new SandboxFaults { ResetBeforeAnswer = 1, Writes = SandboxFaultedWrites.AfterChange } }, Token);
        using ConfluenceClient client = Client(sandbox, retries: 2);

        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => client.Pages.CreatePageAsync(
            new PageCreateRequest { SpaceId = sandbox.Truth.SpaceIds.First(), Title = "Once", Status = ContentStatus.Current }, cancellationToken: Token));

        Assert.Equal(1, sandbox.Truth.ChangedPageCount);
        Assert.Single(sandbox.Requests);
    }

    [Fact]
    public async Task The_gateway_address_makes_a_client_of_the_gateway()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
            new SandboxOptions { Pages = 20, Credentials = { SandboxCredential.OAuth("oauth-token", ["read:page:confluence"]) } }, Token);
        using ConfluenceClient client = new(sandbox.GatewayAddress.ToString(), new BearerTokenCredential("oauth-token"));

        List<Page> pages = await client.Pages.GetPagesAsync(new GetPagesOptions { PageSize = 6 }, Token).ToListAsync(Token);

        Assert.Equal((true, sandbox.CloudId), (client.Site.IsGateway, client.Site.CloudId));
        Assert.Equal(sandbox.Truth.PageIds, pages.Select(static page => page.Id));
        Assert.All(sandbox.Requests, static request => Assert.True(request.IsGateway));
    }

    private static ConfluenceClient Client(ConfluenceSandbox sandbox, int retries)
    {
        ConfluenceClientOptions options = new();
        options.Retry.MaxRetries = retries;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        return new ConfluenceClient(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken), options);
    }
}
