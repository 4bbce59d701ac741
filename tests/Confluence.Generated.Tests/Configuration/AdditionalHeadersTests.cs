using System.Net;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>Headers that the caller adds to those of the client.</summary>
public class AdditionalHeadersTests
{
    private const string Secret = "very-secret-value-0123456789";

    [Fact]
    public async Task Headers_are_sent_as_they_are_with_each_attempt()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json("""{"id":"9"}""");

        await harness.GetAsync(Request(GetPage, options: Adding(("X-New", "a, b;c=\"d\""), ("If-None-Match", "no entity tag"), ("X-Empty", ""))));

        Assert.All(harness.Handler.Requests, static sent =>
            Assert.Equal(("a, b;c=\"d\"", "no entity tag", ""), (sent.Header("X-New"), sent.Header("If-None-Match"), sent.Header("X-Empty"))));
        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task They_take_the_place_of_default_headers()
    {
        using Harness harness = Harness.Create();
        harness.HttpClient.DefaultRequestHeaders.Add("X-Tenant", "default");
        harness.Handler.Json("""{"id":"9"}""");

        await harness.GetAsync(Request(GetPage, options: Adding(("x-tenant", "own"))));

        Assert.Equal("own", harness.Handler.Last.Header("X-Tenant"));
    }

    [Theory]
    [InlineData("no-check")]
    [InlineData("other")]
    public async Task The_token_header_of_v1_is_sent_once(string value)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.NoContent);

        await harness.SendAsync(Request(AddWatcher, options: Adding(("X-Atlassian-Token", value))));

        Assert.Equal(value, harness.Handler.Last.Header("X-Atlassian-Token"));
    }

    [Theory]
    [InlineData("authorization", "Credential")]
    [InlineData("Host", "Site")]
    [InlineData("Cookie", "credential")]
    [InlineData("Expect", "client")]
    [InlineData("Connection", "connection")]
    [InlineData("Transfer-Encoding", "connection")]
    [InlineData("Content-Type", "body")]
    [InlineData("content-new", "body")]
    [InlineData("Accept", "operation")]
    [InlineData("Accept-Encoding", "HttpClient")]
    [InlineData("User-Agent", "ApplicationName")]
    [InlineData("Last-Modified", "not a valid name")]
    [InlineData("", "not a valid name")]
    [InlineData("X New", "not a valid name")]
    [InlineData("X-New: 1\r\nX-Other", "not a valid name")]
    public void A_header_that_callers_do_not_set_is_refused_by_its_name(string name, string reason)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Adding(("X-Fine", "1"), (name, Secret)));

        Assert.Equal("AdditionalHeaders", error.ParamName);
        Assert.StartsWith($"The header '{name.ReplaceLineEndings("  ")}' cannot be added: it ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Secret + "\r\nX-Other: 1")]
    [InlineData(Secret + "\n")]
    [InlineData(Secret + "\0")]
    [InlineData(Secret + "ü")]
    [InlineData(" " + Secret)]
    [InlineData(Secret + "\t")]
    [InlineData(null)]
    public void A_value_that_HTTP_does_not_allow_is_refused_and_not_shown(string? value)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Adding(("X-New", value!))); // Callers without nullable types can.

        Assert.StartsWith("The header 'X-New' cannot be added: it has a value that", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_stands_there_once() =>
        Assert.Contains("'x-new' cannot be added: it is given twice", Assert.Throws<ArgumentException>(() => Adding(("X-New", "1"), ("x-new", "1"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.media.atlassian.com/file/1/binary?token=t")]
    [InlineData("/elsewhere")]
    public async Task Where_a_download_leads_to_they_are_not_sent(string location)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", location)).Answer(HttpStatusCode.OK, "content");

        using ConfluenceDownload download = await harness.DownloadAsync(
            Request(Download, options: new ConfluenceRequestOptions { AdditionalHeaders = Of(("X-New", Secret)), AdditionalQuery = Of(("x", Secret)) }));

        Sent[] sent = [.. harness.Handler.Requests];
        Assert.Equal((Secret, $"?x={Secret}"), (sent[0].Header("X-New"), sent[0].Uri.Query));
        Assert.Equal(2, sent.Length);
        Assert.Null(sent[1].Header("X-New"));
        Assert.DoesNotContain(Secret, sent[1].Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_echoes_of_them_is_neither_told_nor_logged()
    {
        using Harness harness = Harness.Create();
        string asJson = $$"""{"errors":[{"status":400,"code":"X","title":"X-New {{Secret}} and x {{Secret}}2 are wrong","detail":"{{Secret}}"}]}""";
        harness.Handler.Answer(HttpStatusCode.BadRequest, asJson, "application/json", ("X-Echo", Secret));
        List<ConfluenceResponseDetails> told = [];
        ConfluenceRequestOptions options = new() { AdditionalHeaders = Of(("X-New", Secret)), AdditionalQuery = Of(("x", Secret + "2")), OnResponse = told.Add };

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage, options: options)));

        Assert.Contains("X-New [removed] and x [removed] are wrong", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(harness.Log);
        Assert.Equal(["[removed]"], Assert.Single(told).Headers["X-Echo"]);
        Assert.All([error.ToString(), .. error.Errors.Select(static item => item.ToString()), .. harness.Log], static text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    private static ConfluenceRequestOptions Adding(params (string Name, string Value)[] headers) => new() { AdditionalHeaders = Of(headers) };

    private static Dictionary<string, string> Of(params (string Name, string Value)[] pairs) => pairs.ToDictionary(static pair => pair.Name, static pair => pair.Value);
}
