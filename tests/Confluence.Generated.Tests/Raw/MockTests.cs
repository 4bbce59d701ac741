using System.Text.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Raw;

/// <summary>Code that calls raw requests can be tested without a site.</summary>
public sealed class MockTests
{
    private const string Path = "/wiki/api/v2/things/7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calling_code_meets_what_a_test_overrides()
    {
        using ConfluenceClient client = new Mock();

        Assert.Equal("""{"path":"/wiki/api/v2/things/7"}""", (await client.Raw.SendAsync(HttpMethod.Get, Path, cancellationToken: Token)).GetRawText());
        Assert.Equal(1, Assert.Single(await Paging.Pages.CollectAsync(client.Raw.GetListAsync(Path, cancellationToken: Token))).GetInt32());
    }

    [Fact]
    public async Task What_a_test_does_not_override_says_so()
    {
        using ConfluenceClient client = new Mock();

        Assert.Contains("Override the method", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.Raw.SendAsync<PageDetails>(HttpMethod.Get, Path, cancellationToken: Token))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Raw.SendWithoutResultAsync(HttpMethod.Get, Path, cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Raw.DownloadAsync(Path, cancellationToken: Token));
        Assert.Throws<InvalidOperationException>(() => client.Raw.GetListAsync(Path, ThingContext.Default.Thing, cancellationToken: Token));
        using ConfluenceClient bare = new BareMock();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bare.Raw.SendAsync(HttpMethod.Get, Path, cancellationToken: Token));
    }

    private sealed class Mock : ConfluenceClient
    {
        public override RawClient Raw { get; } = new RawMock();
    }

    private sealed class BareMock : ConfluenceClient;

    private sealed class RawMock : RawClient
    {
        public override Task<JsonElement> SendAsync(HttpMethod method, string path, RawBody? body = null, RawOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(JsonElement.Parse($$"""{"path":"{{path}}"}"""));

        public override Paged<JsonElement> GetListAsync(string path, RawListOptions? options = null, CancellationToken cancellationToken = default) =>
            Paged<JsonElement>.FromItems(JsonElement.Parse("1"));
    }
}
