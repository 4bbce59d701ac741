using System.Diagnostics;
using System.Net;
using System.Reflection;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Requests;
using Confluence.Generated.Transport;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

public class ClientTests
{
    [Fact]
    public void A_client_needs_a_site_and_a_credential()
    {
        BearerTokenCredential credential = new("abc");

        Assert.Contains("option Site is missing", Assert.Throws<ArgumentException>(() => new ConfluenceClient(new ConfluenceClientOptions { Credential = credential })).Message, StringComparison.Ordinal);
        Assert.Contains("option Credential is missing", Assert.Throws<ArgumentException>(() => new ConfluenceClient(new ConfluenceClientOptions { Site = "acme" })).Message, StringComparison.Ordinal);
        Assert.Equal("site", Assert.Throws<ArgumentNullException>(() => new ConfluenceClient((string)null!, credential)).ParamName); // What callers without nullable checks do.
        Assert.Equal("site", Assert.Throws<ArgumentNullException>(() => new ConfluenceClient((ConfluenceSite)null!, credential)).ParamName); // Likewise.
        Assert.Equal("credential", Assert.Throws<ArgumentNullException>(() => new ConfluenceClient("acme", null!)).ParamName); // Likewise.
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new ConfluenceClient(null!)).ParamName); // Likewise.
    }

    [Fact]
    public void A_setting_that_cannot_be_used_is_refused_by_name()
    {
        using HttpClient authorized = new();
        authorized.DefaultRequestHeaders.Add("Authorization", "Bearer secret");
        (string Name, Action<ConfluenceClientOptions> Set)[] settings =
        [
            ("Timeout", options => options.Timeout = TimeSpan.Zero),
            ("AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromDays(50)),
            ("MaxResponseSize", options => options.MaxResponseSize = 0),
            ("MaxResponseSize", options => options.MaxResponseSize = long.MaxValue),
            ("Retry.MaxRetries", options => options.Retry.MaxRetries = -1),
            ("Retry.BaseDelay", options => options.Retry.BaseDelay = TimeSpan.FromSeconds(-1)),
            ("Retry.MaxDelay", options => options.Retry.MaxDelay = TimeSpan.FromDays(2)),
            ("Retry.Budget", options => options.Retry.Budget = 0),
            ("Quota.MaxWait", options => options.Quota.MaxWait = TimeSpan.FromDays(2)),
            ("Quota.RetrievalMaxWait", options => options.Quota.RetrievalMaxWait = TimeSpan.FromSeconds(-1)),
            ("Quota is null", options => options.Quota = null!), // What configuration binding may do.
            ("Retry is null", options => options.Retry = null!), // Likewise.
            ("TimeProvider is null", options => options.TimeProvider = null!), // Likewise.
            ("HttpClient", options => options.HttpClient = authorized),
        ];

        Assert.All(settings, setting =>
        {
            ConfluenceClientOptions options = new() { Site = "acme", Credential = new BearerTokenCredential("abc") };
            setting.Set(options);
            ArgumentException exception = Assert.Throws<ArgumentException>(() => new ConfluenceClient(options));
            Assert.Contains($"option {setting.Name}", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Later_changes_of_the_options_do_not_reach_the_client()
    {
        ConfluenceClientOptions? seen = null;
        using Harness harness = Harness.Create(options => seen = options);
        seen!.Retry.MaxRetries = 0; // Create calls the action.
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json("{}");

        await harness.GetAsync(Request(GetPage));

        Assert.Equal(2, harness.Handler.Requests.Count);
        Assert.Null(seen.Site);
        Assert.Null(seen.Credential);
    }

    [Fact]
    public async Task Disposing_ends_the_calls_and_leaves_a_given_http_client_alone()
    {
        using Harness harness = Harness.Create();

        harness.Client.Dispose();
        harness.Client.Dispose();

        Assert.False(harness.Handler.IsDisposed);
        Task<Item> call = harness.GetAsync(Request(GetPage)); // The task fails, as it does for all that is wrong with a call.
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public async Task A_client_of_its_own_is_disposed()
    {
        ConfluenceClient client = new("http://127.0.0.1:9", new BearerTokenCredential("abc"));

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mock_says_that_it_is_one()
    {
        using Mock mock = new();

        Assert.Contains("Override the method", (await Assert.ThrowsAsync<InvalidOperationException>(() => mock.Transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mock.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mock.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => mock.Transport.Page<Item>(Request(GetPages), PagingStyle.Cursor, TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => mock.Site);
        mock.Dispose();
        Assert.Same(ConfluenceTransport.Unavailable, mock.Transport);
        Assert.False(ConfluenceTransport.Unavailable.IsClosed);
    }

    [Fact]
    public async Task One_client_serves_many_callers_at_once()
    {
        using Harness harness = Harness.Create();
        for (int i = 0; i < 200; i++)
        {
            harness.Handler.Then(async (sent, _) =>
            {
                await Task.Yield();
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"id":"{{sent.Uri.Query}}"}""") };
            });
        }

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (i, _) =>
        {
            QueryBuilder query = new();
            query.Add("n", i);
            Assert.Equal($"?n={i}", (await harness.GetAsync(Request(GetPage, query))).Id);
        });
    }

    [Fact]
    public async Task No_secret_shows_in_any_text()
    {
        using Harness harness = Harness.Create();
        string basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Harness.Email}:{Harness.Token}"));
        harness.Handler
            .Answer(HttpStatusCode.ServiceUnavailable)
            .Answer(HttpStatusCode.Unauthorized, $"echo: Authorization: Basic {basic}", "text/plain")
            .Answer(HttpStatusCode.Forbidden, $$"""{"message":"bad token={{Harness.Token}}","statusCode":403}""")
            .Fail(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer(HttpStatusCode.OK, "no json")
            .Answer(HttpStatusCode.OK, "no json", "text/html")
            .Answer(HttpStatusCode.NotFound);
        List<string> texts = [];
        foreach (ConfluenceOperation operation in new[] { GetPage, GetPage, CreatePage, GetPage })
        {
            ConfluenceException exception = await Assert.ThrowsAnyAsync<ConfluenceException>(() => harness.GetAsync(Request(operation)));
            texts.Add(exception.ToString());
            texts.Add((exception as ConfluenceApiException)?.Excerpt ?? string.Empty);
        }

        ApiTokenCredential credential = new(Harness.Email, Harness.Token);
        texts.AddRange([.. harness.Log, harness.Client.ToString(), credential.ToString(), new BearerTokenCredential(Harness.Token).ToString(), DebuggerTextOf(credential)]);

        Assert.Equal("ConfluenceClient for https://acme.atlassian.net", harness.Client.ToString());
        Assert.NotEmpty(harness.Log);
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(Harness.Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(basic, text, StringComparison.Ordinal);
        });
    }

    /// <summary>What a debugger shows: the public properties, and the private fields that are not hidden from it.</summary>
    private static string DebuggerTextOf(object value) => string.Join(' ', value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>() is not { State: DebuggerBrowsableState.Never })
        .Select(field => field.GetValue(value)));

    private sealed class Mock : ConfluenceClient;
}
