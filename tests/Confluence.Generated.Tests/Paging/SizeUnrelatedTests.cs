using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Which waits and failures are about the size of a page: those of an answer, and not those of what comes before it.</summary>
public sealed class SizeUnrelatedTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_comes_in_smaller_parts()
    {
        using Harness harness = Harness.Create(Briefly);
        FailingSite site = new(harness, items: 5, failsAt: static (_, size) => size == 250, "slow");

        Assert.Equal(5, (await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken))).Count);

        Assert.Equal([250, 62], site.Sizes);
    }

    [Fact]
    public async Task So_it_does_over_a_real_connection()
    {
        using RawServer server = new(static async (request, stream) =>
        {
            if (request.Line.Contains("limit=250", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
            }

            return await RawServer.AnswerAsync(stream, RawServer.Response("200 OK", System.Text.Encoding.UTF8.GetBytes(Page("1", null)), "Content-Type: application/json"));
        });
        ConfluenceClientOptions options = new();
        Briefly(options);
        using ConfluenceClient client = new(server.Site, new BearerTokenCredential("abc"), options);

        Assert.Single(await CollectAsync(client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(["GET /wiki/api/v2/pages?limit=250 HTTP/1.1", "GET /wiki/api/v2/pages?limit=62 HTTP/1.1"], server.Requests.Select(static request => request.Line));
    }

    [Fact]
    public async Task A_connection_or_name_that_does_not_come_in_time_has_nothing_to_do_with_it()
    {
        using Harness harness = Harness.Create(Briefly);
        harness.Handler.IsUnreachable = true;
        FailingSite site = new(harness, items: 5, failsAt: static (_, _) => true, "slow");

        await Assert.ThrowsAsync<ConfluenceTimeoutException>(async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250], site.Sizes);
    }

    [Fact]
    public async Task Nor_has_the_handlers_own_limit_for_connecting()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        harness.HttpClient.Timeout = Timeout.InfiniteTimeSpan;
        for (int i = 0; i < 5; i++)
        {
            harness.Handler.Fail(new TaskCanceledException("The connection was not made in time.", new TimeoutException()));
        }

        ConfluenceConnectionException error = await Assert.ThrowsAsync<ConfluenceConnectionException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Contains("no connection could be made in time", error.Message, StringComparison.Ordinal);
        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task Nor_has_a_failure_before_anything_was_sent()
    {
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        harness.Handler.IsUnreachable = true;
        FailingSite site = new(harness, items: 5, failsAt: static (_, _) => true, "broken");

        await Assert.ThrowsAsync<ConfluenceConnectionException>(async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([250], site.Sizes);
    }

    [Fact]
    public async Task Nor_has_a_credential_that_does_not_come_in_time()
    {
        int asked = 0;
        using Harness harness = Harness.Create(Briefly, credential: new Asked(async cancellationToken =>
        {
            asked++;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }));

        await Assert.ThrowsAsync<ConfluenceTimeoutException>(async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal((1, 0), (asked, harness.Handler.Requests.Count));
    }

    [Fact]
    public async Task Nor_has_a_renewal_of_the_credential_that_does_not_come_in_time()
    {
        int asked = 0;
        using Harness harness = Harness.Create(Briefly, credential: new Asked(renew: async cancellationToken =>
        {
            asked++;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }));
        harness.Handler.Answer(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<ConfluenceTimeoutException>(async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal((1, 1), (asked, harness.Handler.Requests.Count));
    }

    [Fact]
    public async Task Nor_has_a_failed_call_of_the_credential()
    {
        int asked = 0;
        using Harness tokens = Harness.Create(options => FailingSite.Configure(options, retries: 0));
        using Harness harness = Harness.Create(options => FailingSite.Configure(options, retries: 0), credential: new Asked(async _ =>
        {
            asked++;
            tokens.Handler.Answer(HttpStatusCode.InternalServerError);
            await tokens.GetAsync(TestOperations.Request(TestOperations.GetPage));
        }));

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(
            async () => await CollectAsync(harness.Client.Pages.GetPagesAsync(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Same(TestOperations.GetPage, error.Operation);
        Assert.Equal((1, 0), (asked, harness.Handler.Requests.Count));
    }

    private static void Briefly(ConfluenceClientOptions options)
    {
        FailingSite.Configure(options, retries: 0);
        options.AttemptTimeout = s_short;
    }

    private sealed class Asked(Func<CancellationToken, Task>? give = null, Func<CancellationToken, Task>? renew = null) : ConfluenceCredential
    {
        public override async ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            await (give?.Invoke(cancellationToken) ?? Task.CompletedTask);
            return new AuthenticationHeaderValue("Bearer", "abc");
        }

        public override async ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
        {
            await (renew?.Invoke(cancellationToken) ?? Task.CompletedTask);
            return false;
        }
    }
}
