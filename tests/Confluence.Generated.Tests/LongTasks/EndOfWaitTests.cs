using System.Net;
using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.LongTasks;

/// <summary>What ends a wait before the work has ended says that the work goes on, and how to wait again.</summary>
public sealed class EndOfWaitTests
{
    private const string GoesOn = "The server goes on with it: call WaitForLongTaskAsync with this id to wait again.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_time_limit_ends_the_wait_and_not_the_task()
    {
        using Harness harness = Script.Site();
        TimeSpan limit = TimeSpan.FromSeconds(4);
        harness.Clock.Limits.Add(limit);
        harness.Handler.Json(Script.Running(10)).Json(Script.Running(20)).Json(Script.Running(30));

        ConfluenceTimeoutException error = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, new() { TimeLimit = limit }, Token));

        Assert.Equal($"The task '1180606' did not end within 4 s, the TimeLimit of the wait. It was 30 % complete. {GoesOn} A longer TimeLimit waits longer.", error.Message);
        Assert.Equal(limit, error.Limit);
        Assert.Equal("getTask", error.Operation?.Id);

        harness.Handler.Json(Script.Succeeded());
        Assert.Equal(Script.Id, (await harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token)).TaskId);
    }

    [Fact]
    public async Task The_time_limit_holds_while_a_call_is_under_way()
    {
        using Harness harness = Script.Site();
        TimeSpan limit = TimeSpan.FromSeconds(3);
        harness.Clock.Limits.Add(limit);
        harness.Handler.Hang();

        Task<LongTaskResult> wait = harness.Client.WaitForLongTaskAsync(Script.Id, new() { TimeLimit = limit }, Token);
        await harness.Handler.ArrivalAsync();
        harness.Clock.Advance(limit);

        ConfluenceTimeoutException error = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => wait);
        Assert.Equal(limit, error.Limit);
        Assert.DoesNotContain("%", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_limit_it_waits_on()
    {
        using Harness harness = Script.Site();
        for (int i = 0; i < 200; i++)
        {
            harness.Handler.Json(Script.Running(50));
        }

        harness.Handler.Json(Script.Succeeded());

        LongTaskResult result = await harness.Client.WaitForLongTaskAsync(Script.Id, new() { TimeLimit = Timeout.InfiniteTimeSpan }, Token);

        Assert.True(result.Elapsed > TimeSpan.FromMinutes(31), $"{result.Elapsed}");
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_with_the_token_of_the_caller()
    {
        using Harness harness = Script.Site();
        using CancellationTokenSource source = new();
        harness.Handler.Json(Script.Running(50));
        Told told = new() { Then = _ => source.Cancel() };

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, new() { Progress = told }, source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.EndsWith(GoesOn, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_the_client_ends_the_wait()
    {
        using Harness harness = Script.Site();
        harness.Clock.IsHeld = true;
        harness.Handler.Json(Script.Running(50));

        Task<LongTaskResult> wait = harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token);
        await harness.Handler.ArrivalAsync();
        harness.Client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait);
    }

    [Fact]
    public async Task A_task_that_is_not_known_any_more_is_explained()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(90)).Answer(HttpStatusCode.NotFound, """{"statusCode":404,"message":"No task"}""");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));

        Assert.Equal(ConfluenceErrorKind.NotFound, error.Kind);
        Assert.Contains("when it has forgotten it", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("So the task may be over: look whether what it was to do is done.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_fails_says_that_the_task_goes_on()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(90)).Answer(HttpStatusCode.InternalServerError);

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));

        Assert.EndsWith($"This was a question about the task '1180606'. {GoesOn}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue + 1L)]
    public void Times_out_of_range_are_mistakes(long milliseconds)
    {
        TimeSpan time = TimeSpan.FromMilliseconds(milliseconds);

        Assert.Equal("PollInterval", Assert.Throws<ArgumentOutOfRangeException>(() => new LongTaskOptions { PollInterval = time }).ParamName);
        Assert.Equal("MaxPollInterval", Assert.Throws<ArgumentOutOfRangeException>(() => new LongTaskOptions { MaxPollInterval = time }).ParamName);
        Assert.Equal("TimeLimit", Assert.Throws<ArgumentOutOfRangeException>(() => new LongTaskOptions { TimeLimit = time }).ParamName);
    }

    [Fact]
    public void Only_the_time_limit_may_be_infinite()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, new LongTaskOptions { TimeLimit = Timeout.InfiniteTimeSpan }.TimeLimit);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new LongTaskOptions { PollInterval = Timeout.InfiniteTimeSpan });
    }
}
