using System.Net;
using System.Text.Json;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Raw;

/// <summary>What comes back of a raw request, as each kind of result.</summary>
public sealed class ResultTests
{
    private const string Path = "/wiki/api/v2/things/7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_read_as_json_as_a_model_and_as_a_type_of_the_caller()
    {
        using Harness harness = Harness.Create();
        const string Json = """{"id":"7","size":3,"title":"Plans"}""";
        harness.Handler.Json(Json).Json(Json).Json(Json);

        JsonElement any = await harness.Client.Raw.SendAsync(HttpMethod.Get, Path, cancellationToken: Token);
        PageDetails model = await harness.Client.Raw.SendAsync<PageDetails>(HttpMethod.Get, Path, cancellationToken: Token);
        Thing own = await harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.Thing, cancellationToken: Token);

        Assert.Equal("Plans", any.GetProperty("title").GetString());
        Assert.Equal(("7", "Plans"), (model.Id, model.Title));
        Assert.Equal(new Thing("7", 3), own);
        Assert.All(harness.Handler.Requests, static sent => Assert.Equal(("GET", "https://acme.atlassian.net" + Path), (sent.Method, sent.Uri.AbsoluteUri)));
    }

    [Theory]
    [InlineData("DELETE", HttpStatusCode.NoContent)]
    [InlineData("POST", HttpStatusCode.OK)]
    [InlineData("GET", HttpStatusCode.NoContent)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    public async Task Where_there_is_no_answer_the_element_is_undefined(string method, HttpStatusCode status)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(status);

        Assert.Equal(JsonValueKind.Undefined, (await harness.Client.Raw.SendAsync(new HttpMethod(method), Path, cancellationToken: Token)).ValueKind);
    }

    [Fact]
    public async Task A_get_that_is_answered_with_nothing_has_lost_its_answer()
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Json("");

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, Path, cancellationToken: Token));

        Assert.Contains("rawRequest (GET /wiki/api/v2/things/7) answered 200", error.Message, StringComparison.Ordinal);
        Assert.Contains("the answer is empty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_is_an_element_but_neither_a_model_nor_an_object_of_the_caller()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("null").Json("null").Json("null").Json("null");

        Assert.Equal(JsonValueKind.Null, (await harness.Client.Raw.SendAsync(HttpMethod.Get, Path, cancellationToken: Token)).ValueKind);
        await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.Raw.SendAsync<PageDetails>(HttpMethod.Get, Path, cancellationToken: Token));
        ConfluenceResponseException own = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.Thing, cancellationToken: Token));
        Assert.Null(await harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.NullableInt32, cancellationToken: Token));
        Assert.Contains("Expected Thing, but null stands at byte 0", own.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"7","size":"large"}""", "large")]
    [InlineData("{\n  \"id\": \"7\",\n  \"size\": \"large\"\n}", "large")]
    [InlineData("""{"id":"7","size":1x}""", "x}")]
    public async Task A_mistake_is_told_with_its_place_and_what_stands_around_it(string body, string culprit)
    {
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0);
        harness.Handler.Json(body);

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.Thing, cancellationToken: Token));

        Assert.Equal(nameof(Thing), error.TypeName);
        long place = Assert.NotNull(error.BytePosition);
        int start = body.IndexOf(culprit, StringComparison.Ordinal);
        Assert.InRange(place, start - 1, start + culprit.Length + 1);
        Assert.Contains(culprit, error.Excerpt, StringComparison.Ordinal);
        Assert.Contains($"(at byte {place} of {body.Length}). The type is not from this library", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("report", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_call_whose_answer_is_no_json_is_repeated()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "<html><title>Proxy</title></html>", "text/html").Json("""{"id":"7""").Json("""{"id":"7"}""");

        Assert.Equal("7", (await harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.Thing, cancellationToken: Token)).Id);
        Assert.Equal(3, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Validation_reaches_the_models_inside_a_type_of_the_caller()
    {
        using Harness harness = Harness.Create(static options => options.ValidateResponses = true);
        harness.Handler.Json("""{"page":{"id":"7"}}""");

        ConfluenceResponseException error = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.Client.Raw.SendAsync(HttpMethod.Get, Path, ThingContext.Default.ThingOnPage, cancellationToken: Token));

        Assert.Equal("PageDetails", error.TypeName);
        Assert.NotNull(error.Member);
    }

    [Fact]
    public async Task Without_a_result_the_body_of_the_answer_does_not_matter_unless_it_is_a_web_page()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Accepted, "later", "text/plain").Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html");
        HttpStatusCode? status = null;

        await harness.Client.Raw.SendWithoutResultAsync(HttpMethod.Post, Path, options: new RawOptions { OnResponse = details => status = details.StatusCode }, cancellationToken: Token);
        await Assert.ThrowsAnyAsync<ConfluenceException>(() => harness.Client.Raw.SendWithoutResultAsync(HttpMethod.Put, Path, cancellationToken: Token));

        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Fact]
    public async Task A_file_is_downloaded()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, "%PDF", "application/pdf");

        await using ConfluenceDownload file = await harness.Client.Raw.DownloadAsync("/wiki/rest/api/content/7/export?format=pdf", cancellationToken: Token);

        using StreamReader reader = new(file.Content);
        Assert.Equal(("application/pdf", "%PDF"), (file.ContentType, await reader.ReadToEndAsync(Token)));
        Assert.Equal("*/*", harness.Handler.Last.Header("Accept"));
    }
}
