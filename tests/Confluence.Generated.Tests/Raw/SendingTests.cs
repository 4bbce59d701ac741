using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Raw;

/// <summary>What a raw request sends, and how often.</summary>
public sealed class SendingTests
{
    private const string Path = "/wiki/api/v2/things/7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, RawBody> Bodies => new()
    {
        { """{"a":1.50,"b":"\u00e9"}""", RawBody.Json(JsonElement.Parse("""{"a":1.50,"b":"\u00e9"}""")) },
        { """{"title":"Plänе","tags":["x"]}""", RawBody.Json(new JsonObject { ["title"] = "Plänе", ["tags"] = new JsonArray("x") }) },
        { """{"representation":"storage","value":"<p>&</p>"}""", RawBody.Json(new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "<p>&</p>" }) },
        { """{"id":"Plänе","size":2}""", RawBody.Json(new Thing("Plänе", 2), ThingContext.Default.Thing) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_sent_as_the_json_that_it_is(string expected, RawBody body)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("{}").Json("{}");

        await harness.Client.Raw.SendAsync(HttpMethod.Patch, Path, body, cancellationToken: Token);
        await harness.Client.Raw.SendAsync(HttpMethod.Delete, Path, body, cancellationToken: Token);

        Assert.All(harness.Handler.Requests, sent => Assert.Equal((expected, "application/json"), (sent.Text, sent.Header("Content-Type"))));
    }

    [Fact]
    public async Task A_form_carries_a_file_and_texts()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Json("{}");
        RawBody body = RawBody.Form(FileUpload.FromBytes("plan.txt", Encoding.UTF8.GetBytes("Go.")), texts: [new("comment", "first"), new("minorEdit", "true")]);

        await harness.Client.Raw.SendAsync(HttpMethod.Post, "/wiki/rest/api/content/7/child/attachment", body, cancellationToken: Token);

        Sent sent = harness.Handler.Last;
        Assert.StartsWith("multipart/form-data; boundary=", sent.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"plan.txt\"", sent.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"comment\"\r\n\r\nfirst\r\n", sent.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"minorEdit\"\r\n\r\ntrue\r\n", sent.Text, StringComparison.Ordinal);
        Assert.Equal("no-check", sent.Header("X-Atlassian-Token"));
    }

    [Theory]
    [InlineData("acme", "https://acme.atlassian.net")]
    [InlineData("https://api.atlassian.com/ex/confluence/abc-1", "https://api.atlassian.com/ex/confluence/abc-1")]
    public async Task A_path_goes_behind_the_base_of_the_site(string site, string expected)
    {
        using Harness harness = Harness.Create(site: site);
        harness.Handler.Json("{}");

        await harness.Client.Raw.SendAsync(new HttpMethod("get"), "/wiki/rest/api/search?cql=title ~ \"a+b\"&limit=5", cancellationToken: Token);

        Assert.Equal(("GET", expected + "/wiki/rest/api/search?cql=title%20~%20%22a%20b%22&limit=5"), (harness.Handler.Last.Method, harness.Handler.Last.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("GET", null, true)]
    [InlineData("HEAD", null, true)]
    [InlineData("PUT", null, true)]
    [InlineData("DELETE", null, true)]
    [InlineData("POST", null, false)]
    [InlineData("PATCH", null, false)]
    [InlineData("POST", true, true)]
    [InlineData("PUT", false, false)]
    public async Task A_server_that_fails_is_asked_again_where_that_does_no_harm(string method, bool? isIdempotent, bool isRepeated)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.BadGateway).Answer(HttpStatusCode.NoContent);
        Task sending = harness.Client.Raw.SendWithoutResultAsync(new HttpMethod(method), Path, options: new RawOptions { IsIdempotent = isIdempotent }, cancellationToken: Token);

        if (isRepeated)
        {
            await sending;
        }
        else
        {
            await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => sending);
        }

        Assert.Equal(isRepeated ? 2 : 1, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task A_quota_is_waited_for_with_the_settings_of_the_call()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.TooManyRequests, headers: ("Retry-After", "3600")).Json("{}");
        List<ConfluenceWait> waits = [];

        await harness.Client.Raw.SendAsync(HttpMethod.Post, Path, options: new RawOptions { MaxWait = TimeSpan.FromHours(2), OnWait = waits.Add }, cancellationToken: Token);

        Assert.Single(waits);
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public void What_cannot_be_sent_is_refused_before_anything_is_sent()
    {
        using Harness harness = Harness.Create();
        RawClient raw = harness.Client.Raw;
        RawBody body = RawBody.Json(new Thing("7"), ThingContext.Default.Thing);

        Assert.Equal("method", Assert.Throws<ArgumentException>(() => { _ = raw.SendAsync(HttpMethod.Connect, Path, cancellationToken: Token); }).ParamName);
        Assert.Equal("body", Assert.Throws<ArgumentException>(() => { _ = raw.SendAsync(HttpMethod.Get, Path, body, cancellationToken: Token); }).ParamName);
        Assert.Equal("method", Assert.Throws<ArgumentException>(() => { _ = raw.SendAsync<PageDetails>(HttpMethod.Head, Path, cancellationToken: Token); }).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentOutOfRangeException>(() => raw.GetListAsync(Path, new RawListOptions { Paging = (RawPaging)9 }, Token)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => RawBody.Json(default(JsonElement))).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => RawBody.Form(FileUpload.FromBytes("a", default), "fi\rle")).ParamName);
        Assert.Equal(nameof(RawOptions.OperationName), Assert.Throws<ArgumentException>(() => new RawOptions { OperationName = " " }).ParamName);
        Assert.Equal(nameof(RawListOptions.PathTemplate), Assert.Throws<ArgumentException>(() => new RawListOptions { PathTemplate = "/wiki/x?y" }).ParamName);
        Assert.Empty(harness.Handler.Requests);
    }
}
