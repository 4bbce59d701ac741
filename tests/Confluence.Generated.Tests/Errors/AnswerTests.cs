using System.Net;
using System.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Errors;

/// <summary>Successful answers that can, or cannot, be read.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("{\"id\":\"9\"", "Item")]
    [InlineData("[]", "Item")]
    [InlineData("{\"id\":\"9\"} trailing", "Item")]
    [InlineData("{\"id\":\"9\"}{}", "Item")]
    [InlineData("OK", "Item")]
    public async Task An_answer_that_cannot_be_read_names_the_type_the_operation_and_the_place(string body, string type)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.OK, body, headers: ("atl-request-id", "req-1"));

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(type, exception.TypeName);
        Assert.Same(GetPage, exception.Operation);
        Assert.InRange(exception.BytePosition ?? -1, 0, body.Length);
        Assert.Equal(body, exception.Excerpt);
        Assert.Equal("req-1", exception.RequestId);
        Assert.StartsWith("getPageById (GET /wiki/api/v2/pages/9) answered 200, but the answer cannot be read as Item:", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_answer_is_told_as_one(string body)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, body);

        Assert.Contains("the answer is empty", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_instead_of_json_is_told_as_one()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html");

        Assert.Contains("a web page arrived instead of JSON (Log in)", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_stays_out_of_the_message()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.OK, "{\"id\":\"9\",\"body\":\"private words\",]");

        ConfluenceResponseException exception = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(GetPage)));

        Assert.DoesNotContain("private words", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("private words", exception.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_utf8_is_an_unreadable_answer()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Stream(HttpStatusCode.OK, new MemoryStream([(byte)'"', 0xC3, 0x28, (byte)'"']));

        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Transport.SendAsync(Request(GetPage), ReadText, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "\uFEFF{\"id\":\"9\"}");

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Fact]
    public async Task A_large_answer_in_small_pieces_is_read_whole()
    {
        using Harness harness = Harness.Create();
        string id = new('x', 300_000);
        harness.Handler.Stream(HttpStatusCode.OK, new DripStream(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}"""), 777));

        Assert.Equal(id, (await harness.GetAsync(Request(GetPage))).Id);
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task An_answer_is_read_up_to_the_limit(int length, bool isRead)
    {
        using Harness harness = Harness.Create(options => options.MaxResponseSize = 10_000);
        harness.Handler.Answer(HttpStatusCode.OK, $$"""{"id":"{{new string('x', length - 9)}}"}""");
        Task<Item> call = harness.GetAsync(Request(GetPage));

        if (isRead)
        {
            Assert.Equal(length - 9, (await call).Id?.Length);
        }
        else
        {
            Assert.Contains("MaxResponseSize", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => call)).Message, StringComparison.Ordinal);
        }

        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task A_call_without_an_answer_type_takes_any_body()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "true").Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.Accepted, "OK", "text/plain");

        await harness.SendAsync(Request(DeletePage));
        await harness.SendAsync(Request(DeletePage));
        await harness.SendAsync(Request(DeletePage));

        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task A_list_body_is_read_and_its_type_named_when_it_cannot_be()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""[{"id":"1"},{"id":"2"}]""").Json("{}");

        IReadOnlyList<Item> items = await harness.Transport.SendAsync(Request(GetPages), ReadList, TestContext.Current.CancellationToken);
        Assert.Equal(["1", "2"], items.Select(item => item.Id));
        Assert.Equal("IReadOnlyList<Item>", (await Assert.ThrowsAsync<ConfluenceResponseException>(
            () => harness.Transport.SendAsync(Request(GetPages), ReadList, TestContext.Current.CancellationToken))).TypeName);
    }

    private static string? ReadText(ref System.Text.Json.Utf8JsonReader reader) => reader.GetString();

    private static IReadOnlyList<Item> ReadList(ref System.Text.Json.Utf8JsonReader reader) => JsonItem.List<Item>(ref reader, JsonItem.Model<Item>);
}
