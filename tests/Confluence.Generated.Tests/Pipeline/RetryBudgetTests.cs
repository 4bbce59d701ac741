using System.Net;
using Confluence.Generated.Pipeline;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>The repetitions that a client has in all.</summary>
public sealed class RetryBudgetTests
{
    private const string Found = """{"id":"9"}""";

    [Fact]
    public async Task When_the_budget_is_used_up_calls_are_tried_once_and_successes_earn_it_back()
    {
        using Harness harness = Create(5);

        Assert.Equal([5, 2, 1, 1], await AttemptsAsync(harness, 4));

        await SucceedAsync(harness, 9);
        Assert.Equal([1], await AttemptsAsync(harness, 1));
        await SucceedAsync(harness, 1);
        Assert.Equal([2, 1], await AttemptsAsync(harness, 2));
    }

    [Fact]
    public async Task Successes_earn_no_more_than_there_was_at_first()
    {
        using Harness harness = Create(3);

        await SucceedAsync(harness, 100);

        Assert.Equal([4, 1], await AttemptsAsync(harness, 2));
    }

    [Fact]
    public async Task A_repetition_that_helps_costs_nothing()
    {
        using Harness harness = Create(1);
        for (int i = 0; i < 10; i++)
        {
            harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json(Found);
            Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
        }

        Assert.Equal([2, 1], await AttemptsAsync(harness, 2));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(int.MaxValue)]
    public async Task Without_a_limit_every_call_is_repeated(int? budget)
    {
        using Harness harness = Create(budget);

        IEnumerable<int> attempts = await AttemptsAsync(harness, 60);

        Assert.All(attempts, static count => Assert.Equal(5, count));
    }

    [Fact]
    public async Task Waits_for_the_quota_take_nothing_from_it()
    {
        using Harness harness = Create(1);
        for (int i = 0; i < 3; i++)
        {
            harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "1"));
        }

        harness.Handler.Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
        Assert.Equal([2, 1], await AttemptsAsync(harness, 2));
    }

    [Fact]
    public async Task Waits_for_the_quota_give_nothing_to_it()
    {
        using Harness harness = Create(1);
        Assert.Equal([2, 1], await AttemptsAsync(harness, 2));
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "1")).Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal([1], await AttemptsAsync(harness, 1));
    }

    [Fact]
    public async Task A_repetition_that_the_time_of_the_call_forbids_is_not_taken()
    {
        using Harness harness = Create(2, static options => options.Timeout = TimeSpan.FromSeconds(20));
        for (int i = 0; i < 10; i++)
        {
            harness.Handler.Answer(HttpStatusCode.BadGateway, headers: ("Retry-After", "50"));
            Assert.Equal(1, (await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)))).Attempts);
        }

        Assert.Equal([3, 1], await AttemptsAsync(harness, 2));
    }

    [Fact]
    public async Task Each_client_has_a_budget_of_its_own()
    {
        ApiTokenCredential credential = new(Harness.Email, Harness.Token);
        using Harness one = Create(1, credential: credential);
        using Harness other = Create(1, credential: credential);

        Assert.Equal([2, 1], await AttemptsAsync(one, 2));
        Assert.Equal([2, 1], await AttemptsAsync(other, 2));
    }

    [Fact]
    public void Of_a_crowd_as_many_take_a_repetition_as_there_are()
    {
        RetryBudget budget = new(1000);
        int taken = 0;

        Parallel.For(0, 20_000, i =>
        {
            if (budget.TryTake())
            {
                Interlocked.Increment(ref taken);
            }
        });

        Assert.Equal(1000, taken);
    }

    private static Harness Create(int? budget, Action<ConfluenceClientOptions>? configure = null, ConfluenceCredential? credential = null) => Harness.Create(
        options =>
        {
            (options.Retry.Budget, options.Retry.BaseDelay) = (budget, TimeSpan.FromMilliseconds(10));
            configure?.Invoke(options);
        },
        credential: credential);

    /// <summary>How many attempts each of some calls makes to a site that is down.</summary>
    private static async Task<IEnumerable<int>> AttemptsAsync(Harness harness, int calls)
    {
        List<int> attempts = [];
        for (int i = 0; i < calls; i++)
        {
            int before = harness.Handler.Requests.Count;
            for (int answers = 0; answers < 5; answers++)
            {
                harness.Handler.Answer(HttpStatusCode.ServiceUnavailable);
            }

            ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));
            harness.Handler.Forget();
            Assert.Equal(exception.Attempts, harness.Handler.Requests.Count - before);
            attempts.Add(exception.Attempts);
        }

        return attempts;
    }

    private static async Task SucceedAsync(Harness harness, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            harness.Handler.Json(Found);
            await harness.GetAsync(Request(GetPage));
        }
    }
}
