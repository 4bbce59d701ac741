using System.Globalization;
using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Servers of v1 give fewer results than asked for, and not all of them say so. A short page is the end only where it is certain to be short.</summary>
public sealed class SilentCapTests
{
    [Theory]
    [InlineData(100, 25, 60, "", "100:0 100:25 100:50")] // Cut to 25 without a word.
    [InlineData(100, 50, 130, "", "100:0 100:50 100:100 100:130")] // A short page may be a full one.
    [InlineData(100, 25, 25, "", "100:0 100:25")]
    [InlineData(100, 25, 24, "", "100:0")] // Nobody cuts so low.
    [InlineData(10, 25, 24, "", "10:0 10:10 10:20")]
    [InlineData(10, 25, 20, "", "10:0 10:10 10:20")]
    [InlineData(null, 25, 30, "", ":0 :25")] // No limit was asked for: the default may be as small.
    [InlineData(100, 25, 60, "\"limit\":0,", "100:0 100:25 100:50")] // This tells nothing.
    [InlineData(100, 100, 60, "\"limit\":100,", "100:0")] // The server's own word counts.
    [InlineData(100, 10, 25, "\"limit\":10,", "100:0 100:10 100:20")]
    [InlineData(10, 25, 24, "\"limit\":25,", "10:0 10:10 10:20")] // It tells its usual limit, and kept to the one that was asked for.
    public async Task A_page_is_the_last_when_it_is_certain_to_be_short(int? asked, int cap, int items, string told, string requests)
    {
        using Harness harness = Harness.Create();
        List<string> sent = Serve(harness, items, cap, told);

        Assert.Equal(Enumerable.Range(0, items).Select(static id => $"{id}"), await IdsAsync(List(harness, asked)));

        Assert.Equal(requests, string.Join(' ', sent));
    }

    [Fact]
    public async Task The_size_that_the_server_counts_tells_that_a_page_is_full_of_what_is_hidden()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"1"}],"start":0,"limit":2,"size":2}""")
            .Json("""{"results":[{"id":"2"}],"start":1,"limit":2,"size":1}""");

        Assert.Equal(["1", "2"], await IdsAsync(List(harness, 2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"size\":0")]
    [InlineData(",\"size\":60,\"_links\":{\"next\":null}")]
    public async Task A_page_without_results_is_the_end_whatever_size_it_tells(string more)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json($$"""{"results":[{{Items(0, 25)}}]{{more}}}""").Json($$"""{"results":[]{{more}}}""");

        Assert.Equal(25, (await IdsAsync(List(harness, 100))).Count);

        Assert.Equal(["?limit=100", "?limit=100&start=25"], harness.Handler.Requests.Select(static request => request.Uri.Query));
    }

    [Theory]
    [InlineData("\"searchDuration\":{0}")] // It ignores the offset, and tells something new beside the same results.
    [InlineData("\"start\":{0},\"searchDuration\":{0}")] // It tells the offset that it was given, and ignores it.
    public async Task A_server_that_gives_the_same_results_for_ever_is_noticed(string beside)
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 4; i++)
        {
            harness.Handler.Json($$"""{"results":[{{Items(0, 25)}}],{{string.Format(CultureInfo.InvariantCulture, beside, i * 25)}}}""");
        }

        ConfluencePagingException error = await Assert.ThrowsAsync<ConfluencePagingException>(() => IdsAsync(List(harness, 100)));

        Assert.Contains("the server returned earlier ones again", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Equal_single_results_are_several_where_the_server_tells_its_offsets()
    {
        using Harness harness = Harness.Create();
        harness.Handler
            .Json("""{"results":[{"id":"same"}],"start":0,"limit":1}""")
            .Json("""{"results":[{"id":"same"}],"start":1,"limit":1}""")
            .Json("""{"results":[],"start":2,"limit":1}""");

        Assert.Equal(["same", "same"], await IdsAsync(List(harness, 1)));
    }

    private static Paged<Item> List(Harness harness, int? pageSize) =>
        harness.Page(Request(SearchUser, options: new ConfluenceListOptions { PageSize = pageSize }), PagingStyle.Offset);

    private static string Items(int start, int end) => string.Join(',', Enumerable.Range(start, end - start).Select(static id => $$"""{"id":"{{id}}"}"""));

    /// <summary>Answers like a server that gives no more at a time than a number, and tells nothing but what is given here.</summary>
    private static List<string> Serve(Harness harness, int items, int cap, string told)
    {
        List<string> requests = [];
        harness.Handler.Then(AnswerAsync);
        return requests;

        Task<HttpResponseMessage> AnswerAsync(Sent sent, CancellationToken cancellationToken)
        {
            harness.Handler.Then(AnswerAsync);
            QueryBuilder query = QueryBuilder.Parse(sent.Uri.Query.TrimStart('?'));
            int start = int.Parse(query.Find("start") ?? "0", CultureInfo.InvariantCulture);
            requests.Add($"{query.Find("limit")}:{start}");
            int room = Math.Min(cap, int.TryParse(query.Find("limit"), CultureInfo.InvariantCulture, out int limit) ? limit : cap);
            string results = Items(Math.Min(start, items), Math.Min(items, start + room));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{{{told}}"results":[{{results}}]}""", null, "application/json") });
        }
    }
}
