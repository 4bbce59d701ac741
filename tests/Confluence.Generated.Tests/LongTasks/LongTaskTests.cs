using System.Net;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.LongTasks;

/// <summary>Waiting for a task: how often it is asked about, how it ends, and who is told.</summary>
public sealed class LongTaskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_that_has_ended_takes_one_request_and_no_wait()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Succeeded("Deleted 12 pages"));

        LongTaskResult result = await harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token);

        Assert.Equal("/wiki/rest/api/longtask/1180606", Assert.Single(harness.Handler.Requests).Uri.AbsolutePath);
        Assert.Equal(Script.Id, result.TaskId);
        Assert.Equal(["Deleted 12 pages"], result.Messages);
        Assert.Equal(100, result.Details.PercentageComplete);
        Assert.Equal(TimeSpan.Zero, result.Elapsed);
    }

    [Fact]
    public async Task Intervals_grow_by_half_up_to_the_longest()
    {
        using Harness harness = Script.Site();
        for (int i = 0; i < 8; i++)
        {
            harness.Handler.Json(Script.Running(i * 10));
        }

        harness.Handler.Json(Script.Succeeded());

        LongTaskResult result = await harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token);

        double[] expected = [1, 1.5, 2.25, 3.375, 5.062, 7.593, 10, 10]; // Waits are cut to milliseconds.
        Assert.Equal(expected.Select(TimeSpan.FromSeconds), Intervals(harness));
        Assert.Equal(TimeSpan.FromSeconds(expected.Sum()), result.Elapsed);
    }

    [Theory]
    [InlineData(2, 3, new double[] { 2, 3, 3 })]
    [InlineData(20, 5, new double[] { 20, 20, 20 })]
    public async Task Intervals_are_those_of_the_options(double first, double longest, double[] expected)
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(0)).Json(Script.Running(1)).Json(Script.Running(2)).Json(Script.Succeeded());

        await harness.Client.WaitForLongTaskAsync(Script.Id, new() { PollInterval = TimeSpan.FromSeconds(first), MaxPollInterval = TimeSpan.FromSeconds(longest) }, Token);

        Assert.Equal(expected.Select(TimeSpan.FromSeconds), Intervals(harness));
    }

    [Fact]
    public async Task Progress_is_told_of_each_answer_with_the_last_one()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(10, "Copying")).Json(Script.Running(60)).Json(Script.Succeeded("Copied"));
        Told told = new();

        await harness.Client.WaitForLongTaskAsync(Script.Id, new() { Progress = told }, Token);

        Assert.Equal(
            [(Script.Id, 10, "Copying", 0), (Script.Id, 60, "", 1), (Script.Id, 100, "Copied", 2.5)],
            told.All.Select(static progress => (progress.TaskId, progress.PercentageComplete ?? -1, string.Concat(progress.Messages), progress.Elapsed.TotalSeconds)));
    }

    [Fact]
    public async Task What_progress_throws_ends_the_wait()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(10));
        Told told = new() { Then = static _ => throw new InvalidTimeZoneException("mine") };

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, new() { Progress = told }, Token));
    }

    [Fact]
    public async Task A_failed_task_says_what_confluence_says()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(10)).Json(Script.Failed(40, "Could not copy", "the page."));

        ConfluenceLongTaskException error = await Assert.ThrowsAsync<ConfluenceLongTaskException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));

        Assert.Equal("The task '1180606' failed at 40 %. Confluence says: Could not copy the page. What it did before may stay done: look before you start it again.", error.Message);
        Assert.Equal((Script.Id, 40), (error.TaskId, error.PercentageComplete));
        Assert.Equal(["Could not copy", "the page."], error.Messages);
        Assert.Same(ConfluenceOperations.Find("LongRunningTasks.GetLongRunningTask"), error.Operation);
    }

    [Fact]
    public async Task A_failure_has_its_errors_and_says_when_there_is_no_reason()
    {
        using Harness harness = Script.Site();
        harness.Handler
            .Json("""{"finished":true,"successful":false,"errors":[{"translation":"No lock"},{"args":[]}]}""")
            .Json("""{"finished":true,"successful":false}""");

        ConfluenceLongTaskException error = await Assert.ThrowsAsync<ConfluenceLongTaskException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));
        ConfluenceLongTaskException silent = await Assert.ThrowsAsync<ConfluenceLongTaskException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));

        Assert.Equal(["No lock"], error.Messages);
        Assert.Null(error.PercentageComplete);
        Assert.StartsWith("The task '1180606' failed. Confluence gives no reason.", silent.Message, StringComparison.Ordinal);
        Assert.Empty(silent.Messages);
    }

    [Theory]
    [InlineData("""{"percentageComplete":100,"successful":true}""", true)]
    [InlineData("""{"percentageComplete":100,"successful":false}""", false)]
    public async Task An_answer_without_finished_has_ended_when_it_is_complete(string answer, bool succeeds)
    {
        using Harness harness = Script.Site();
        harness.Handler.Json("""{"percentageComplete":99,"successful":false}""").Json(answer);

        Task<LongTaskResult> wait = harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token);

        Assert.Equal(succeeds, await Record.ExceptionAsync(() => wait) is null);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("{}", "finished")]
    [InlineData("""{"finished":true}""", "successful")]
    public async Task An_answer_that_says_nothing_cannot_be_read(string answer, string member)
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(answer);

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token));

        Assert.Equal(member, error.Member);
    }

    [Fact]
    public async Task The_answer_of_an_operation_is_waited_for_by_its_id()
    {
        using Harness harness = Script.Site();
        harness.Handler.Answer(HttpStatusCode.Accepted, """{"id":"77","links":{"status":"/rest/api/longtask/77"}}""").Json(Script.Succeeded());

        LongTask started = await harness.Client.V1.Spaces.DeleteSpaceAsync("OLD", cancellationToken: Token);
        LongTaskResult result = await harness.Client.WaitForLongTaskAsync(started, cancellationToken: Token);

        Assert.Equal("77", result.TaskId);
        Assert.EndsWith("/longtask/77", harness.Handler.Last.Uri.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_reach_each_question()
    {
        using Harness harness = Script.Site();
        harness.Handler.Json(Script.Running(1)).Json(Script.Succeeded());
        int answers = 0;

        await harness.Client.WaitForLongTaskAsync(Script.Id, new() { AdditionalHeaders = new Dictionary<string, string> { ["X-Mine"] = "yes" }, OnResponse = _ => answers++ }, Token);

        Assert.Equal(2, answers);
        Assert.All(harness.Handler.Requests, static sent => Assert.Equal("yes", sent.Header("X-Mine")));
    }

    [Fact]
    public async Task A_quota_is_waited_for_longer_than_by_other_calls()
    {
        using Harness harness = Script.Site(static options => options.Quota.MaxWait = TimeSpan.Zero);
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "600")).Json(Script.Succeeded());

        await harness.Client.WaitForLongTaskAsync(Script.Id, cancellationToken: Token);

        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task An_empty_id_is_a_mistake()
    {
        using Harness harness = Script.Site();

        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.WaitForLongTaskAsync("", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => harness.Client.WaitForLongTaskAsync((LongTask)null!, cancellationToken: Token)); // What is tested.
        Assert.Empty(harness.Handler.Requests);
    }

    private static IEnumerable<TimeSpan> Intervals(Harness harness) => harness.Handler.Requests.Zip(harness.Handler.Requests.Skip(1), static (before, after) => after.At - before.At);
}
