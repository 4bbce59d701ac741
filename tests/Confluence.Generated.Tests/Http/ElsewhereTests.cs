using System.Net;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Answers that say that all is well and do not come from Confluence.</summary>
public sealed class ElsewhereTests
{
    private const string Login = "<!DOCTYPE html><html><title>Log in</title></html>";

    public static TheoryData<string, string, string> Pages => new()
    {
        { Login, "text/html", "Log in" },
        { " \r\n<html><title>Proxy</title>", "application/json", "Proxy" },
        { "\uFEFF<html>", "", "without a title" },
        { "please log in", "text/html", "without a title" },
        { "please log in", "TEXT/HTML", "without a title" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_write_answered_by_a_page_is_no_success(string page, string contentType, string title)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, page, contentType).Answer(HttpStatusCode.OK, page, contentType);

        ConfluenceResponseException deleted = await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.SendAsync(Request(DeletePage)));
        Assert.Contains($"was answered with 200 and a web page ({title})", deleted.Message, StringComparison.Ordinal);
        Assert.EndsWith("The write may or may not have been carried out.", deleted.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);

        ConfluenceOutcomeUnknownException watched = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.SendAsync(Request(AddWatcher)));
        Assert.Contains("a web page", watched.Message, StringComparison.Ordinal);
        Assert.Contains("Read the content again before", watched.Message, StringComparison.Ordinal);
        Assert.IsType<ConfluenceResponseException>(watched.InnerException);
        Assert.Equal(2, harness.Handler.Requests.Count);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task A_write_that_should_be_answered_with_json_is_of_unknown_outcome_too()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, Login, "text/html").Answer(HttpStatusCode.OK, Login, "text/html");

        Assert.Contains("a web page arrived instead of JSON (Log in)", (await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => harness.GetAsync(Request(CreatePage)))).Message, StringComparison.Ordinal);
        Assert.EndsWith("The write may or may not have been carried out.", (await Assert.ThrowsAsync<ConfluenceResponseException>(() => harness.GetAsync(Request(UpdatePage)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_without_an_answer_type_is_asked_again_when_a_page_answers()
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, Login, "text/html").Answer(HttpStatusCode.OK, "true");

        await harness.SendAsync(Request(GetPage));

        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("true", "application/json")]
    [InlineData("""{"id":"<"}""", "application/json")]
    [InlineData("done", "text/plain")]
    [InlineData(" ", "")]
    public async Task Any_other_answer_to_a_write_without_an_answer_type_is_one(string body, string contentType)
    {
        using Harness harness = Harness.Create();
        harness.Handler.Answer(HttpStatusCode.OK, body, contentType);

        await harness.SendAsync(Request(AddWatcher));
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task An_answer_after_a_redirect_that_a_handler_followed_is_not_Confluences(string status)
    {
        using RawServer other = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("200 OK", """{"id":"9"}"""u8.ToArray())));
        using RawServer server = new((_, stream) => RawServer.AnswerAsync(stream, RawServer.Response(status, [], $"Location: {other.Site}/login?token=secret")));
        using HttpClient httpClient = new(); // It follows redirects, as the framework's own default is.
        using ConfluenceClient client = new(server.Site, new ApiTokenCredential(Harness.Email, Harness.Token), new ConfluenceClientOptions { HttpClient = httpClient });

        ConfluenceOutcomeUnknownException created = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));
        ConfluenceResponseException deleted = await Assert.ThrowsAsync<ConfluenceResponseException>(() => client.Transport.SendAsync(Request(DeletePage), TestContext.Current.CancellationToken));
        ConfluenceResponseException read = await Assert.ThrowsAsync<ConfluenceResponseException>(() => client.Transport.SendAsync(Request(GetPage), TestContext.Current.CancellationToken));

        Assert.Contains("may or may not have been carried out", deleted.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("have been carried out", read.Message, StringComparison.Ordinal);
        Assert.All(new Exception[] { created, deleted, read }, exception =>
        {
            Assert.Contains(other.Site, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("/login", exception.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_write_that_became_a_read_on_the_way_is_none()
    {
        int asked = 0;
        using RawServer server = new((_, stream) => RawServer.AnswerAsync(stream, asked++ == 0 ? RawServer.Response("302 Found", [], "Location: /elsewhere") : RawServer.Response("200 OK", "{}"u8.ToArray())));
        using HttpClient httpClient = new();
        using ConfluenceClient client = new(server.Site, new ApiTokenCredential(Harness.Email, Harness.Token), new ConfluenceClientOptions { HttpClient = httpClient });

        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("https://login.example.com/", true)]
    [InlineData("http://acme.atlassian.net/wiki/api/v2/pages/9", true)]
    [InlineData("https://acme.atlassian.net/wiki/api/v2/pages/9", false)]
    public async Task An_answer_to_another_message_counts_by_its_host_and_scheme(string address, bool isElsewhere)
    {
        using HttpClient httpClient = new(new Following(new Uri(address)));
        using ConfluenceClient client = new("acme", new BearerTokenCredential("abc"), new ConfluenceClientOptions { HttpClient = httpClient });
        Task call = client.Transport.SendAsync(Request(DeletePage), TestContext.Current.CancellationToken);

        if (isElsewhere)
        {
            await Assert.ThrowsAsync<ConfluenceResponseException>(() => call);
        }
        else
        {
            await call;
        }
    }

    /// <summary>Sends a message of its own, with all headers, as handlers do that follow redirects themselves.</summary>
    private sealed class Following(Uri address) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpRequestMessage own = new(request.Method, address) { Headers = { Authorization = request.Headers.Authorization } };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = own });
        }
    }
}
