using System.Net;
using Confluence.Generated.Operations;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>Query parameters that the caller adds to those of the operation.</summary>
public class AdditionalQueryTests
{
    [Fact]
    public async Task Parameters_stand_encoded_behind_those_of_the_operation()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"9"}""").Json("""{"id":"9"}""");
        ConfluenceRequestOptions options = Adding(("new name", "a&b=ü"), ("flag", ""));

        await harness.GetAsync(Request(GetPage, Query("version=2"), options: options));
        await harness.GetAsync(Request(GetPage, options: options));

        Assert.Equal(["?version=2&new%20name=a%26b%3D%C3%BC&flag=", "?new%20name=a%26b%3D%C3%BC&flag="], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Fact]
    public async Task Each_attempt_sends_them()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json("""{"id":"9"}""");

        await harness.GetAsync(Request(GetPage, options: Adding(("x", "1"))));

        Assert.Equal(["?x=1", "?x=1"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("Version")]
    public async Task A_parameter_that_the_operation_sends_is_refused_by_its_name(string name)
    {
        using Harness harness = Harness.Create();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => harness.GetAsync(Request(GetPage, Query("version=2"), options: Adding(("x", "1"), (name, "secret-value")))));

        Assert.Contains($"AdditionalQuery contains '{name}', a parameter that getPageById sends itself.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", error.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(PagingStyle.Cursor, "cursor")]
    [InlineData(PagingStyle.Cursor, "limit")]
    [InlineData(PagingStyle.Offset, "start")]
    [InlineData(PagingStyle.Offset, "limit")]
    [InlineData(PagingStyle.Search, "next")]
    [InlineData(PagingStyle.Search, "prev")]
    [InlineData(PagingStyle.Search, "cursor")]
    [InlineData(PagingStyle.Search, "start")]
    [InlineData(PagingStyle.Search, "cql")]
    public void What_leads_from_page_to_page_is_refused_when_the_list_is_made(object style, string name)
    {
        using Harness harness = Harness.Create();

        ArgumentException error = Assert.Throws<ArgumentException>(() => harness.Page(Request(SearchUser, Query("cql=q"), options: Adding((name, "1"))), (PagingStyle)style));

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    // The server repeats in its links what it was asked with.
    [Theory]
    [InlineData(PagingStyle.Cursor, "/x?x=1&cursor=b&cql=q", "&cursor=b")]
    [InlineData(PagingStyle.Offset, "/x?x=1&start=1", "&start=1")]
    [InlineData(PagingStyle.Search, "/x?cursor=b&x=1&cql=q&X=2", "&cursor=b")]
    public async Task Each_page_of_a_list_is_asked_for_with_them_once(object style, string next, string place)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json(Page("1", next)).Json(Page("2", null)).Json(Page("2", null));
        Paged<Item> list = harness.Page(Request(SearchUser, Query("cql=q&limit=1"), options: Adding(("x", "1"))), (PagingStyle)style);

        ResultPage<Item> first = await FirstAsync(list.AsPages(cancellationToken: TestContext.Current.CancellationToken));
        harness.Handler.Requests.Clear();
        await FirstAsync(list.AsPages(first.ContinuationToken, TestContext.Current.CancellationToken));

        Assert.Equal($"?cql=q&limit=1{place}&x=1", Assert.Single(harness.Handler.Requests).Uri.Query);
        Assert.DoesNotContain("x", first.ContinuationToken, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Smaller_pages_in_the_place_of_one_that_failed_are_asked_for_with_them()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Answer(HttpStatusCode.InternalServerError).Json(Page("1", "/x?cursor=b&x=1")).Json(Page("2", null));

        ConfluenceListOptions options = new() { PageSize = 8, AdditionalQuery = new Dictionary<string, string> { ["x"] = "1" } };
        await IdsAsync(harness.Page(Request(GetPages, options: options), PagingStyle.Cursor));

        Assert.Equal(["?limit=8&x=1", "?limit=2&x=1", "?limit=1&cursor=b&x=1"], harness.Handler.Requests.Select(static sent => sent.Uri.Query));
    }

    [Fact]
    public async Task A_later_change_of_the_dictionary_reaches_no_call()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("""{"id":"9"}""");
        Dictionary<string, string> parameters = new() { ["x"] = "1" };
        ConfluenceRequestOptions options = new() { AdditionalQuery = parameters };

        parameters["y"] = "2";
        await harness.GetAsync(Request(GetPage, options: options));

        Assert.Equal("?x=1", harness.Handler.Last.Uri.Query);
        Assert.Equal("x", Assert.Single(options.AdditionalQuery).Key);
    }

    [Theory]
    [InlineData("", "1", "without a name")]
    [InlineData("x", null, "'x'")]
    public void A_parameter_without_a_name_or_a_value_is_refused(string name, string? value, string told)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Adding((name, value!))); // Callers without nullable types can.

        Assert.Equal("AdditionalQuery", error.ParamName);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private static ConfluenceRequestOptions Adding(params (string Name, string Value)[] parameters) =>
        new() { AdditionalQuery = parameters.ToDictionary(static parameter => parameter.Name, static parameter => parameter.Value) };
}
