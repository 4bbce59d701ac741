using System.Net;
using System.Text.Json;
using Confluence.Generated.Answers;
using Confluence.Generated.Json;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>What becomes of an answer's headers and body.</summary>
public sealed class AnswerBodyTests
{
    [Fact]
    public void A_header_that_came_twice_is_given_as_its_first_value_or_as_all_of_them()
    {
        HttpAnswer answer = new(new HttpResponseMessage(HttpStatusCode.OK) { Headers = { { "X-Twice", ["a", "b"] } } }, DateTimeOffset.UnixEpoch);

        Assert.Equal(("a", "a, b"), (answer.Header("x-twice"), answer.Headers("x-twice")));
        Assert.Equal((null, null), (answer.Header("X-None"), answer.Headers("X-None")));
    }

    [Fact]
    public async Task A_body_is_gone_once_its_answer_is_released()
    {
        HttpAnswer answer = new(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("text") }, DateTimeOffset.UnixEpoch);
        Assert.True(await answer.ReadBodyAsync(100, TestContext.Current.CancellationToken));
        Assert.Equal("text"u8, answer.Body);

        answer.Release();

        Assert.True(answer.Body.IsEmpty);
    }

    [Theory]
    [InlineData(4095, 1)]
    [InlineData(4096, 100)]
    [InlineData(4097, 5000)]
    [InlineData(8193, 1000)]
    [InlineData(100_000, 70_000)]
    public async Task A_body_of_any_length_is_read_up_to_the_limit(int length, int step)
    {
        byte[] body = new byte[length];
        new Random(length).NextBytes(body);

        foreach ((long limit, bool isWhole) in new[] { (length, true), (length + 1L, true), (int.MaxValue, true), (length - 1L, false), (1L, false) })
        {
            HttpAnswer answer = new(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new DripStream(body, step)) }, DateTimeOffset.UnixEpoch);

            Assert.Equal(isWhole, await answer.ReadBodyAsync(limit, TestContext.Current.CancellationToken));
            Assert.Equal(body.AsSpan(0, (int)Math.Min(length, limit)), answer.Body);
            answer.Release();
        }
    }

    [Fact]
    public async Task Json_may_be_nested_deeper_than_the_framework_allows_by_itself()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        using Harness harness = Harness.Create();
        harness.Handler.Json($$"""{"id":"9","deep":{{deep}}}""").Json(deep);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        // It is JSON, if of another shape, so asking again would give the same.
        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)));
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Nothing_but_blanks_may_follow_the_value()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("\uFEFF {\"id\":\"9\"} \r\n\t").Json("{\"id\":\"9\"} 1");

        Assert.Equal("9", (await harness.GetAsync(Request(UpdatePage))).Id);
        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(UpdatePage)));
    }

    [Fact]
    public async Task A_type_with_several_arguments_is_told_as_it_is_written()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("[]");
        JsonItemReader<KeyValuePair<string, IReadOnlyList<Item>>> read = static (ref Utf8JsonReader _) => throw new JsonException("No such value.");

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(
            () => harness.Transport.SendAsync(Request(UpdatePage), read, TestContext.Current.CancellationToken));

        Assert.Equal("KeyValuePair<String, IReadOnlyList<Item>>", exception.TypeName);
    }
}
