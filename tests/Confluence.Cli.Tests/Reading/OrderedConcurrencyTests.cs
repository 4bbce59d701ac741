using Confluence.Cli.Reading;

namespace Confluence.Cli.Tests.Reading;

public sealed class OrderedConcurrencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_come_in_the_order_of_the_items_however_long_each_takes()
    {
        TaskCompletionSource second = new();

        List<int> results = await Numbers(3)
            .SelectInOrderAsync(
                2,
                async (number, token) =>
                {
                    if (number == 0)
                    {
                        await second.Task.WaitAsync(token);
                    }
                    else
                    {
                        second.TrySetResult();
                    }

                    return number;
                },
                Cancel)
            .ToListAsync(Cancel);

        Assert.Equal([0, 1, 2], results);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Never_more_items_are_worked_on_than_allowed(int degree)
    {
        int running = 0;
        int most = 0;
        Lock gate = new();

        List<int> results = await Numbers(20)
            .SelectInOrderAsync(
                degree,
                async (number, _) =>
                {
                    lock (gate)
                    {
                        most = Math.Max(most, ++running);
                    }

                    await Task.Yield();
                    lock (gate)
                    {
                        running--;
                    }

                    return number;
                },
                Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, 20), results);
        Assert.InRange(most, 1, degree);
    }

    [Fact]
    public async Task A_failure_comes_after_the_results_before_it_and_stops_the_others()
    {
        List<int> results = [];
        bool cancelled = false;

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int result in Numbers(10).SelectInOrderAsync(
                3,
                async (number, token) =>
                {
                    switch (number)
                    {
                        case 0:
                            return number;
                        case 1:
                            throw new InvalidOperationException("The second one.");
                        default:
                            try
                            {
                                await Task.Delay(Timeout.Infinite, token);
                            }
                            finally
                            {
                                cancelled = token.IsCancellationRequested;
                            }

                            return number;
                    }
                },
                Cancel))
            {
                results.Add(result);
            }
        });

        Assert.Equal("The second one.", failure.Message);
        Assert.Equal([0], results);
        Assert.True(cancelled);
    }

    [Fact]
    public async Task Leaving_early_waits_for_what_is_running()
    {
        int running = 0;

        await foreach (int result in Numbers(10).SelectInOrderAsync(
            4,
            async (number, token) =>
            {
                Interlocked.Increment(ref running);
                try
                {
                    if (number > 0)
                    {
                        await Task.Delay(Timeout.Infinite, token);
                    }

                    return number;
                }
                finally
                {
                    Interlocked.Decrement(ref running);
                }
            },
            Cancel))
        {
            Assert.Equal(0, result);
            break;
        }

        Assert.Equal(0, running);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (int number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}
