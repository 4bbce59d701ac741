using System.Net;
using Confluence.Generated.Json;
using Confluence.Generated.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>Clients under which the standard resilience handler repeats requests.</summary>
public sealed class ResilienceHandlerTests
{
    public static TheoryData<string, bool> Writes => new()
    {
        { "POST", true },
        { "POST", false },
        { "PUT", true },
        { "DELETE", false },
        { "upload", true },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_must_not_be_repeated_is_carried_out_once(string kind, bool hasBody)
    {
        using RawServer server = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("500 Broken", [])));
        await using ServiceProvider services = Services();
        using ConfluenceClient client = Client(server, services);
        ConfluenceOperation operation = kind == "upload" ? CreateAttachment : new ConfluenceOperation("write", "v2", kind, "/write") { IsIdempotent = false };
        RequestBody? body = kind == "upload" ? RequestBody.Multipart(new MultipartForm().File("file", FileUpload.FromBytes("a.txt", "abc"u8.ToArray())))
            : hasBody ? RequestBody.Json(new Item { Id = "1" }, JsonItem.Model)
            : null;

        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(
            () => client.Transport.SendAsync(Request(operation, body: body), TestContext.Current.CancellationToken));

        Assert.Single(server.Requests);
        Assert.Contains("tried to send it a second time, which was stopped", exception.Message, StringComparison.Ordinal);
        Assert.Contains("DisableForUnsafeHttpMethods", exception.Message, StringComparison.Ordinal);
        Assert.Same(operation, exception.Operation);
    }

    [Fact]
    public async Task A_write_whose_answer_the_handler_gave_up_waiting_for_is_of_unknown_outcome()
    {
        ConfluenceOutcomeUnknownException exception = await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => FailAsync(CreatePage, new TimeoutRejectedException()));

        Assert.Null(Assert.IsType<ConfluenceTimeoutException>(exception.InnerException).Limit);
        Assert.Contains("no answer came in time", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_left_before_its_repetition_found_nobody_is_of_unknown_outcome()
    {
        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => FailAsync(CreatePage, new HttpRequestException(HttpRequestError.ConnectionError)));
        await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => FailAsync(CreatePage, new BrokenCircuitException()));
        InvalidTimeZoneException own = new();
        Assert.Same(own, (await Assert.ThrowsAsync<ConfluenceOutcomeUnknownException>(() => FailAsync(CreatePage, own))).InnerException);
    }

    [Fact]
    public async Task A_write_that_the_handler_let_not_through_was_not_sent()
    {
        Assert.Contains("let nothing through (BrokenCircuitException)", (await Assert.ThrowsAsync<ConfluenceConnectionException>(() => FailAsync(CreatePage, new BrokenCircuitException(), isSent: false))).Message, StringComparison.Ordinal);
        InvalidTimeZoneException own = new();
        Assert.Same(own, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => FailAsync(CreatePage, own, isSent: false)));
        Assert.Same(own, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => FailAsync(GetPage, own)));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task What_may_be_repeated_is_repeated_by_the_handler(string method)
    {
        int asked = 0;
        using RawServer server = new((_, stream) => RawServer.AnswerAsync(stream, ++asked < 3 ? RawServer.Response("500 Broken", []) : RawServer.Response("200 OK", """{"id":"9"}"""u8.ToArray())));
        await using ServiceProvider services = Services();
        using ConfluenceClient client = Client(server, services);
        RequestBody? body = method == "PUT" ? RequestBody.Json(new Item { Id = "1" }, JsonItem.Model) : null;

        Item item = await client.Transport.SendAsync(Request(new ConfluenceOperation("any", "v2", method, "/any"), body: body), JsonItem.Model<Item>, TestContext.Current.CancellationToken);

        Assert.Equal("9", item.Id);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(method == "PUT" ? """{"id":"1"}""" : string.Empty, System.Text.Encoding.UTF8.GetString(request.Body)));
    }

    [Fact]
    public async Task A_handler_that_leaves_unsafe_methods_alone_lets_the_refusal_through()
    {
        using RawServer server = new(static (_, stream) => RawServer.AnswerAsync(stream, RawServer.Response("500 Broken", [])));
        await using ServiceProvider services = Services(static options => options.Retry.DisableForUnsafeHttpMethods());
        using ConfluenceClient client = Client(server, services);

        ConfluenceApiException exception = await Assert.ThrowsAsync<ConfluenceApiException>(() => client.Transport.SendAsync(Request(CreatePage), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
    }

    private static ServiceProvider Services(Action<HttpStandardResilienceOptions>? configure = null)
    {
        ServiceCollection services = new();
        services.AddHttpClient("confluence")
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .AddStandardResilienceHandler(options =>
            {
                options.Retry.Delay = TimeSpan.Zero;
                options.Retry.BackoffType = DelayBackoffType.Constant;
                options.Retry.UseJitter = false;
                configure?.Invoke(options);
            });
        return services.BuildServiceProvider();
    }

    private static ConfluenceClient Client(RawServer server, ServiceProvider services) => new(
        server.Site,
        new ApiTokenCredential(Harness.Email, Harness.Token),
        new ConfluenceClientOptions { HttpClient = services.GetRequiredService<IHttpClientFactory>().CreateClient("confluence"), Retry = { MaxRetries = 0 } });

    private static async Task FailAsync(ConfluenceOperation operation, Exception failure, bool isSent = true)
    {
        using HttpClient httpClient = new(new Failing(failure, isSent));
        using ConfluenceClient client = new("acme", new BearerTokenCredential("abc"), new ConfluenceClientOptions { HttpClient = httpClient });
        await client.Transport.SendAsync(Request(operation), TestContext.Current.CancellationToken);
    }

    /// <summary>Fails, after a first sending that it says nothing of, or before any.</summary>
    private sealed class Failing(Exception failure, bool isSent) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using BufferedStream connection = new(new MemoryStream());
            if (isSent)
            {
                await request.Content!.CopyToAsync(connection, cancellationToken); // Every request of the client has content.
            }

            throw failure;
        }
    }
}
