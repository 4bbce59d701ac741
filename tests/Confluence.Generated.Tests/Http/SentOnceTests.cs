using System.Net;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>
/// A server that takes a request on a connection that is kept alive and closes it without an answer. The framework's handler sends a request without content
/// again then, up to three times, whatever its method.
/// </summary>
public sealed class SentOnceTests
{
    public static TheoryData<string, bool, bool> Verbs()
    {
        TheoryData<string, bool, bool> verbs = [];
        foreach (string method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" })
        {
            verbs.Add(method, false, false);
            verbs.Add(method, false, true);
        }

        verbs.Add("POST", true, false);
        verbs.Add("PUT", true, true);
        return verbs;
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_request_reaches_the_server_as_often_as_the_call_has_attempts(string method, bool hasBody, bool isWarm)
    {
        using RawServer server = new(static async (request, stream) =>
            request.Line.Contains("/warm", StringComparison.Ordinal) && await RawServer.AnswerAsync(stream, RawServer.Response("200 OK", "{}"u8.ToArray())));
        using ConfluenceClient client = Client(server, retries: 2);
        if (isWarm)
        {
            await client.Transport.SendAsync(new ConfluenceRequest(new ConfluenceOperation("warm", "v2", "GET", "/warm"), "/warm"), TestContext.Current.CancellationToken);
        }

        ConfluenceOperation operation = new("any", "v2", method, "/any");
        RequestBody? body = hasBody ? RequestBody.Json(new Item { Id = "1" }, JsonItem.Model) : null;
        ConfluenceException exception = await Assert.ThrowsAnyAsync<ConfluenceException>(() => client.Transport.SendAsync(Request(operation, body: body), TestContext.Current.CancellationToken));

        Assert.Equal(operation.IsIdempotent ? 3 : 1, exception.Attempts);
        Assert.Equal(exception.Attempts, server.Requests.Count(static request => request.Line.Contains("/any", StringComparison.Ordinal)));
        Assert.Equal(!operation.IsIdempotent, exception is ConfluenceOutcomeUnknownException);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task A_write_that_must_not_be_repeated_whatever_its_method_is_sent_once(string method)
    {
        using RawServer server = new(static (_, _) => Task.FromResult(false));
        using ConfluenceClient client = Client(server, retries: 0);
        ConfluenceOperation operation = new("deleteContentVersion", "v1", method, "/any") { IsIdempotent = false };

        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => client.Transport.SendAsync(Request(operation), TestContext.Current.CancellationToken));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("HEAD", false)]
    [InlineData("DELETE", false)]
    [InlineData("POST", true)]
    public async Task Empty_content_tells_its_length_and_a_type_only_where_Confluence_wants_one(string method, bool hasType)
    {
        using RawServer server = new(static async (_, stream) => await RawServer.AnswerAsync(stream, RawServer.Response("200 OK", [])));
        using ConfluenceClient client = Client(server, retries: 0);

        await client.Transport.SendAsync(Request(new ConfluenceOperation("any", "v2", method, "/any")), TestContext.Current.CancellationToken);

        string head = Assert.Single(server.Requests).Head;
        Assert.Contains("\r\nContent-Length: 0\r\n", head, StringComparison.Ordinal);
        Assert.Equal(hasType, head.Contains("Content-Type", StringComparison.Ordinal));
        Assert.DoesNotContain("Transfer-Encoding", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Expect", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_of_a_download_is_asked_for_once_too()
    {
        using RawServer media = new(static (_, _) => Task.FromResult(false));
        using RawServer server = new(async (_, stream) => await RawServer.AnswerAsync(stream, RawServer.Response("302 Found", [], $"Location: {media.Site}/file")));
        using ConfluenceClient client = Client(server, retries: 0);

        await Assert.ThrowsAsync<ConfluenceConnectionException>(() => client.Transport.DownloadAsync(Request(Download), TestContext.Current.CancellationToken));

        Assert.Single(media.Requests);
    }

    [Fact]
    public async Task Reading_the_content_into_memory_to_sign_or_log_it_is_no_sending()
    {
        OutgoingContent content = new(new ByteArrayContent("abc"u8.ToArray()), isSentOnce: true);
        using MemoryStream copy = new();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal((false, false), (content.IsBegun, content.IsComplete));

        using BufferedStream connection = new(new MemoryStream());
        await content.CopyToAsync(connection, TestContext.Current.CancellationToken);
        Assert.Equal((true, true, false), (content.IsBegun, content.IsComplete, content.IsBrokenOff));
        await Assert.ThrowsAsync<RepeatedSendException>(() => content.CopyToAsync(connection, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST", false, HttpVersionPolicy.RequestVersionOrLower, "1.1")]
    [InlineData("POST", false, HttpVersionPolicy.RequestVersionOrHigher, "1.1")]
    [InlineData("POST", false, HttpVersionPolicy.RequestVersionExact, "2.0")]
    [InlineData("POST", true, HttpVersionPolicy.RequestVersionOrLower, "2.0")]
    [InlineData("DELETE", false, HttpVersionPolicy.RequestVersionOrLower, "2.0")]
    public async Task A_write_that_is_all_headers_goes_through_a_given_client_where_a_second_sending_can_be_stopped(string method, bool hasBody, HttpVersionPolicy policy, string version)
    {
        using Harness harness = Harness.Create();
        (harness.HttpClient.DefaultRequestVersion, harness.HttpClient.DefaultVersionPolicy) = (HttpVersion.Version20, policy);
        harness.Handler.Answer(HttpStatusCode.OK);

        await harness.SendAsync(Request(new ConfluenceOperation("any", "v2", method, "/any"), body: hasBody ? RequestBody.Json(new Item(), JsonItem.Model) : null));

        Assert.Equal(Version.Parse(version), harness.Handler.Last.Version);
    }

    private static ConfluenceClient Client(RawServer server, int retries) => new(
        server.Site,
        new ApiTokenCredential(Harness.Email, Harness.Token),
        new ConfluenceClientOptions { Retry = { MaxRetries = retries, BaseDelay = TimeSpan.Zero } });
}
