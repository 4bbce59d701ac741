using System.Text;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Paging;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Paging;

/// <summary>One step of a walk, and the page that it looks at.</summary>
public class StepperTests
{
    [Fact]
    public void An_unknown_style_is_refused_by_name() =>
        Assert.StartsWith(
            "There is no such style of paging.",
            Assert.Throws<ArgumentOutOfRangeException>(() => PageStepper.Create((PagingStyle)99, Request(SearchUser))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_foreign_token_is_refused_with_what_to_do() =>
        Assert.StartsWith(
            "The continuation token does not belong to this list: it must come from a page of the same operation, with the same options.",
            Assert.Throws<ArgumentException>(() => PageStepper.Create(PagingStyle.Offset, Request(SearchUser)).RequestFor("x")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Pages_without_a_fingerprint_are_not_taken_for_repeats()
    {
        PageStepper stepper = PageStepper.Create(PagingStyle.Offset, Request(SearchUser));
        PageAnswer<Item> page = Read("""{"results":[{"id":"1"}],"limit":1}""");

        Assert.Equal("1", stepper.NextOf(page, null).Token);
        Assert.Equal("2", stepper.NextOf(page, "1").Token);
    }

    [Fact]
    public void Equal_pages_without_results_are_the_end_and_no_repeat()
    {
        PageStepper stepper = PageStepper.Create(PagingStyle.Offset, Request(SearchUser));
        PageAnswer<Item> page = Read("""{"results":[],"limit":1}""") with { Fingerprint = "F" };

        Assert.Equal(NextPage.End, stepper.NextOf(page, null));
        Assert.Equal(NextPage.End, stepper.NextOf(page, "1"));
    }

    [Theory]
    [InlineData("""{"results":[{"id":"1"}],"limit":0}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"limit":1}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"limit":2}""", null)]
    [InlineData("""{"results":[],"limit":0}""", null)]
    [InlineData("""{"results":[],"_links":{"next":"/x?start=1"}}""", "1")]
    [InlineData("""{"results":[],"_links":{"next":"/x?start=0"}}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":"/x?start=1"}}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":5}}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":{"href":"/x?start=9"}}}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":null}}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":""}}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"_links":{"next":false}}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"limit":5,"totalSize":1}""", null)]
    [InlineData("""{"results":[{"id":"1"}],"limit":5,"totalSize":2}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"_links":null,"limit":1}""", "1")]
    [InlineData("""{"results":[{"id":"1"}],"_links":[]}""", null)]
    public void An_offset_list_goes_on_after_a_full_page_or_a_next_link(string page, string? token) =>
        Assert.Equal(token, PageStepper.Create(PagingStyle.Offset, Request(SearchUser)).NextOf(Read(page), null).Token);

    [Theory]
    [InlineData(5, "6")]
    [InlineData(7, "6")] // The server counts what the caller may not see; what was asked for goes on.
    public void A_page_that_begins_where_it_was_asked_for_or_later_moves_on(long start, string token) =>
        Assert.Equal(token, PageStepper.Create(PagingStyle.Offset, Request(SearchUser, Query("start=5"))).NextOf(Read($$"""{"results":[{"id":"1"}],"start":{{start}},"limit":1}"""), null).Token);

    [Fact]
    public void A_page_that_begins_before_what_was_asked_for_ends_the_walk()
    {
        PageStepper stepper = PageStepper.Create(PagingStyle.Offset, Request(SearchUser));

        ConfluencePagingException exception = Assert.Throws<ConfluencePagingException>(() => stepper.NextOf(Read("""{"results":[{"id":"1"}],"start":4,"limit":1}"""), "5"));

        Assert.Equal("5", exception.ContinuationToken);
        Assert.Contains(
            "searchUser (GET /wiki/rest/api/search/user) cannot be continued: results from number 5 were requested, and the server returned earlier ones again. The previous pages are valid.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_the_page_are_told_apart_from_what_else_arrived()
    {
        PageAnswer<Item> page = Read("""{"results":[],"start":1,"limit":2,"size":3,"totalSize":4,"other":5}""");

        Assert.Equal([1, 2, 3, 4], [page.Start, page.Limit, page.Size, page.TotalSize]);
        Assert.Equal(["other"], page.AdditionalProperties.Keys);
    }

    [Fact]
    public void What_is_no_page_is_told_by_what_it_is()
    {
        Assert.Equal("A page of results must be an object, but a StartArray stands at byte 0.", Assert.ThrowsAny<JsonException>(() => Read("[]")).Message);
        Assert.Equal("A page of results must have an array 'results', and this one has none.", Assert.ThrowsAny<JsonException>(() => Read("""{"results":{}}""")).Message);
    }

    private static PageAnswer<Item> Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return PageAnswer<Item>.Read(ref reader, JsonItem.Model<Item>);
    }
}
