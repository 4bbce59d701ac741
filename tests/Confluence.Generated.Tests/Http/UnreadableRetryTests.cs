using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Answers that say that all is well and are no JSON: a proxy's page, or what is left of an answer.</summary>
public sealed class UnreadableRetryTests
{
    private const string Found = """{"id":"9"}""";

    [Theory]
    [InlineData("<html><title>Log in</title></html>", true)]
    [InlineData("""{"id":"9""", true)]
    [InlineData("""{"id":"9"}{""", true)]
    [InlineData("\"9\"", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public async Task An_answer_that_is_no_json_is_repeated_when_nothing_was_written(string body, bool isRepeated)
    {
        foreach (ConfluenceOperation operation in new[] { GetPage, UsersBulk })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Json(body).Answer(HttpStatusCode.ServiceUnavailable).Json(body).Json(Found);
            Task<Item> call = harness.GetAsync(Request(operation));

            if (isRepeated)
            {
                Assert.Equal("9", (await call).Id);
                Assert.Equal(2, harness.Log.Count(static line => line.Contains("ended with an answer that is not JSON", StringComparison.Ordinal)));
            }
            else
            {
                await Assert.ThrowsAsync<ConfluenceResponseException>(() => call);
            }

            Assert.Equal(isRepeated ? 4 : 1, harness.Handler.Requests.Count);
        }
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"id\":")]
    public async Task Writes_whose_answer_is_no_json_are_not_repeated(string body)
    {
        foreach (ConfluenceOperation operation in new[] { UpdatePage, CreatePage })
        {
            using Harness harness = Harness.Create();
            harness.Handler.Json(body).Json(Found);

            await Assert.ThrowsAnyAsync<ConfluenceException>(() => harness.GetAsync(Request(operation)));

            Assert.Single(harness.Handler.Requests);
        }
    }

    [Fact]
    public async Task Unreadable_answers_and_refusals_share_the_number_of_repetitions_and_the_time()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("<").Answer(HttpStatusCode.ServiceUnavailable).Json("<").Answer(HttpStatusCode.ServiceUnavailable).Json("<").Json(Found);
        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)));
        Assert.Equal(5, harness.Handler.Requests.Count);
        Assert.Equal(4, harness.Clock.Waits.Count);
        Assert.InRange(harness.Clock.Waits.Sum(static wait => wait.TotalSeconds), 5.6, 11.5);

        using Harness endless = Harness.Create();
        for (int i = 0; i < 9; i++)
        {
            endless.Handler.Json("<");
        }

        await Assert.ThrowsAsync<ConfluenceResponseException>(() => endless.GetAsync(Request(GetPage)));
        Assert.Equal(5, endless.Handler.Requests.Count);

        using Harness late = Harness.Create(static options => (options.Timeout, options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(400), TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
        late.Handler.Json("<").Json(Found);
        await Assert.ThrowsAsync<ConfluenceResponseException>(() => late.GetAsync(Request(GetPage)));
        Assert.Single(late.Handler.Requests);
    }
}
