using System.Net;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Authentication;

/// <summary>A credential that works only at the gateway, and a client that was made with the address of the site.</summary>
public sealed class GatewayTests
{
    private const string Found = """{"id":"9"}""";
    private const string Refused = "<!doctype html><html><head><title>HTTP Status 401 – Unauthorized</title></head><body></body></html>";
    private const string Tenant = """{"cloudId":"11111111-2222-3333-4444-555555555555"}""";
    private const string Gateway = "https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task A_scoped_token_goes_on_at_the_gateway_by_itself_and_stays_there()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Json(Found).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);
        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        Assert.Equal(
            ["https://acme.atlassian.net/wiki/api/v2/pages/9", "https://acme.atlassian.net/_edge/tenant_info", Gateway + "/wiki/api/v2/pages/9", Gateway + "/wiki/api/v2/pages/9"],
            harness.Handler.Requests.Select(static sent => sent.Uri.AbsoluteUri));
        Assert.Null(harness.Handler.Requests.ElementAt(1).Header("Authorization"));
        Assert.All(harness.Handler.Requests.Where(static sent => !sent.Uri.AbsolutePath.StartsWith("/_edge", StringComparison.Ordinal)), static sent => Assert.NotNull(sent.Header("Authorization")));
        Assert.Contains(harness.Log, static line => line.StartsWith("Information: ", StringComparison.Ordinal) && line.Contains($"Requests for https://acme.atlassian.net go to {Gateway}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("""{"code":401,"message":"Unauthorized"}""", "application/json")]
    public async Task A_bearer_goes_on_there_too_whatever_the_site_says_with_the_401(string body, string? type)
    {
        using Harness harness = Create(credential: new BearerTokenCredential("abc.def"));
        harness.Handler.Answer(HttpStatusCode.Unauthorized, body, type ?? "text/plain").Json(Tenant).Json(Found);

        Assert.Equal("9", (await harness.GetAsync(Request(GetPage))).Id);

        Assert.Equal("api.atlassian.com", harness.Handler.Last.Uri.Host);
    }

    [Theory]
    [InlineData("http://gateway.example.com")]
    [InlineData("https://gateway.example.com/?a=b")]
    [InlineData("https://user@gateway.example.com")]
    [InlineData("/relative")]
    public void A_gateway_that_credentials_must_not_be_sent_to_is_refused(string gateway)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Create(options => options.GatewayAddress = new Uri(gateway, UriKind.RelativeOrAbsolute)));

        Assert.Contains("such as 'https://api.atlassian.com'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_of_the_client_knows_both_addresses()
    {
        using Harness harness = Create();
        Assert.Equal("https://acme.atlassian.net/", harness.Client.Site.BaseAddress.AbsoluteUri);
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Json(Found);

        await harness.GetAsync(Request(GetPage));

        Assert.Equal((new Uri(Gateway), new Uri("https://acme.atlassian.net/wiki"), true), (harness.Client.Site.BaseAddress, harness.Client.Site.WebBase, harness.Client.Site.IsGateway));
    }

    [Fact]
    public async Task Calls_that_are_refused_at_the_same_time_ask_once()
    {
        using Harness harness = Create();
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        for (int i = 0; i < 8; i++)
        {
            harness.Handler.Then(async (sent, _) =>
            {
                if (Interlocked.Increment(ref arrived) == 8)
                {
                    all.SetResult();
                }

                await all.Task;
                return new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent(Refused, null, "text/html") };
            });
        }

        for (int i = 0; i < 9; i++)
        {
            harness.Handler.Then(static (sent, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(sent.Uri.AbsolutePath == "/_edge/tenant_info" ? Tenant : Found) }));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => harness.GetAsync(Request(GetPage))));

        Assert.Single(harness.Handler.Requests, static sent => sent.Uri.AbsolutePath == "/_edge/tenant_info");
        Assert.Equal(17, harness.Handler.Requests.Count);
    }

    [Fact]
    public async Task Clients_with_the_same_site_and_credential_remember_it()
    {
        ApiTokenCredential credential = new(Harness.Email, Harness.Token);
        using Harness first = Create(credential: credential);
        using Harness second = Create(credential: credential);
        using Harness other = Create();
        using Harness staying = Create(static options => options.FindsGateway = false, credential: credential);
        staying.Handler.Json(Found);
        first.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Json(Found);
        second.Handler.Json(Found);
        other.Handler.Json(Found);

        await first.GetAsync(Request(GetPage));
        await second.GetAsync(Request(GetPage));
        await other.GetAsync(Request(GetPage));
        await staying.GetAsync(Request(GetPage));

        Assert.Equal("api.atlassian.com", second.Handler.Last.Uri.Host);
        Assert.Equal("acme.atlassian.net", other.Handler.Last.Uri.Host);
        Assert.Equal("acme.atlassian.net", staying.Handler.Last.Uri.Host);
    }

    [Theory]
    [InlineData("acme", false)] // The setting says so.
    [InlineData("https://wiki.example.com", true)] // What stands behind a host of the customer's own is not Atlassian's to know the credential.
    [InlineData("https://api.atlassian.com/ex/confluence/abc-1", true)] // The gateway was stated.
    public async Task Nothing_is_looked_for_where_something_else_was_stated(string site, bool finds)
    {
        using Harness harness = Create(options => options.FindsGateway = finds, site);
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html");

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Single(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "", 1)]
    [InlineData(HttpStatusCode.OK, "<html></html>", 1)]
    [InlineData(HttpStatusCode.OK, """{"cloudId":"a/../b"}""", 1)]
    [InlineData(HttpStatusCode.OK, """{"cloudId":7}""", 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", 2)]
    public async Task Where_the_site_does_not_tell_its_id_the_refusal_stands_and_says_what_to_do(HttpStatusCode status, string body, int asked)
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Answer(status, body).Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Answer(status, body);

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));
        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(ConfluenceErrorKind.ScopedTokenAtSite, error.Kind);
        Assert.Contains("https://api.atlassian.com/ex/confluence/{cloudId}", error.Message, StringComparison.Ordinal);
        Assert.Equal(asked, harness.Handler.Requests.Count(static sent => sent.Uri.AbsolutePath == "/_edge/tenant_info"));
    }

    [Fact]
    public async Task What_the_gateway_says_to_it_is_told()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Answer(HttpStatusCode.Unauthorized, """{"code":401,"message":"Unauthorized; scope does not match"}""");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal((ConfluenceErrorKind.ScopeMissing, 2), (error.Kind, error.Attempts));
    }

    [Fact]
    public async Task A_body_that_cannot_be_sent_twice_is_not_but_the_next_call_goes_to_the_gateway()
    {
        using Harness harness = Create();
        harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Json(Found);
        RequestBody body = RequestBody.Multipart(new MultipartForm().File("file", FileUpload.FromStream("a.txt", new OneWayStream([1, 2, 3]))));

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.SendAsync(Request(CreateAttachment, body: body)));
        await harness.GetAsync(Request(GetPage));

        Assert.Equal(["acme.atlassian.net", "acme.atlassian.net", "api.atlassian.com"], harness.Handler.Requests.Select(static sent => sent.Uri.Host));
    }

    [Fact]
    public async Task Another_cloud_has_another_gateway_and_a_stated_one_wins()
    {
        using Harness government = Create(site: "agency.atlassian-us-gov-mod.net");
        using Harness stated = Create(static options => options.GatewayAddress = new Uri("https://gateway.example.com/a/"));
        foreach (Harness harness in new[] { government, stated })
        {
            harness.Handler.Answer(HttpStatusCode.Unauthorized, Refused, "text/html").Json(Tenant).Json(Found);
            await harness.GetAsync(Request(GetPage));
        }

        Assert.Equal("api.atlassian-us-gov-mod.com", government.Handler.Last.Uri.Host);
        Assert.StartsWith("https://gateway.example.com/a/ex/confluence/1111", stated.Handler.Last.Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    private static Harness Create(Action<ConfluenceClientOptions>? configure = null, string site = "acme", ConfluenceCredential? credential = null) => Harness.Create(
        options =>
        {
            options.FindsGateway = true;
            configure?.Invoke(options);
        },
        site,
        credential);
}
