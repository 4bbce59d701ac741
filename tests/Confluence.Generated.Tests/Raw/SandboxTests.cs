using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;
using Confluence.Sandbox;
using static Confluence.Generated.Tests.Paging.Pages;

namespace Confluence.Generated.Tests.Raw;

/// <summary>Raw requests against a site, beside the calls that the library has for the same.</summary>
public sealed class SandboxTests : IAsyncLifetime
{
    private ConfluenceSandbox? _sandbox;
    private ConfluenceClient? _client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ConfluenceSandbox Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox was not started.");

    private ConfluenceClient Client => _client ?? throw new InvalidOperationException("The client was not made.");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 70, Users = 12 }, Token);
        _client = new ConfluenceClient(_sandbox.BaseAddress.ToString(), new ApiTokenCredential(_sandbox.Email, _sandbox.ApiToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_list_of_v2_is_the_one_that_the_library_has_a_method_for()
    {
        List<Page> known = await CollectAsync(Client.Pages.GetPagesAsync(cancellationToken: Token));

        List<JsonElement> raw = await CollectAsync(Client.Raw.GetListAsync("/wiki/api/v2/pages?limit=25", cancellationToken: Token));
        List<Page> models = await CollectAsync(Client.Raw.GetListAsync<Page>("/wiki/api/v2/pages", new RawListOptions { PageSize = 30 }, Token));

        Assert.Equal(70, known.Count);
        Assert.Equal(known.Select(static page => page.Id), raw.Select(static page => page.GetProperty("id").GetString()));
        Assert.Equal(known.Select(static page => page.Id), models.Select(static page => page.Id));
    }

    [Fact]
    public async Task Lists_of_v1_are_those_that_the_library_has_methods_for()
    {
        List<SearchResult> pages = await CollectAsync(Client.V1.Search.SearchByCqlAsync("type=page", cancellationToken: Token));
        List<SearchResult> users = await CollectAsync(Client.V1.Search.SearchUserAsync("type=user", cancellationToken: Token));

        List<SearchResult> rawPages = await CollectAsync(Client.Raw.GetListAsync<SearchResult>("/wiki/rest/api/search?cql=type=page&limit=25", cancellationToken: Token));
        List<JsonElement> rawUsers = await CollectAsync(Client.Raw.GetListAsync("/wiki/rest/api/search/user?cql=type=user&limit=5", cancellationToken: Token));

        Assert.True(pages.Count > 50 && users.Count > 10, "The lists are too short to be walked.");
        Assert.Equal(pages.Select(static hit => hit.Content?.Id), rawPages.Select(static hit => hit.Content?.Id));
        Assert.Equal(users.Select(static hit => hit.User?.AccountId), rawUsers.Select(static hit => hit.GetProperty("user").GetProperty("accountId").GetString()));
    }

    [Fact]
    public async Task What_is_written_raw_is_read_as_a_model_and_deleted()
    {
        Space space = (await CollectAsync(Client.Spaces.GetSpacesAsync(cancellationToken: Token)))[0];
        JsonObject page = new() { ["spaceId"] = space.Id, ["title"] = "Written raw", ["body"] = new JsonObject { ["representation"] = "storage", ["value"] = "<p>é</p>" } };

        JsonElement made = await Client.Raw.SendAsync(HttpMethod.Post, "/wiki/api/v2/pages", RawBody.Json(page), cancellationToken: Token);
        string path = $"/wiki/api/v2/pages/{made.GetProperty("id").GetString()}";
        PageDetails read = await Client.Raw.SendAsync<PageDetails>(HttpMethod.Get, path + "?body-format=storage", cancellationToken: Token);
        PageDetails renamed = await Client.Raw.SendAsync<PageDetails>(HttpMethod.Put, path, RawBody.Json(PageUpdateRequest.From(read, title: "Renamed raw")), cancellationToken: Token);
        JsonElement deleted = await Client.Raw.SendAsync(HttpMethod.Delete, path, cancellationToken: Token);

        Assert.Equal(("Written raw", "<p>é</p>", "Renamed raw"), (read.Title, read.Body?.Storage?.Value, renamed.Title));
        Assert.Equal(JsonValueKind.Undefined, deleted.ValueKind);
    }

    [Fact]
    public async Task The_example_of_the_readme_works()
    {
        string spaceId = (await CollectAsync(Client.Spaces.GetSpacesAsync(cancellationToken: Token)))[0].Id;
        List<JsonElement> items = await CollectAsync(Client.Raw.GetListAsync($"/wiki/api/v2/spaces/{Uri.EscapeDataString(spaceId)}/pages?status=current", cancellationToken: Token));
        RawBody body = RawBody.Json(new JsonObject { ["status"] = "current", ["title"] = "A better title" });

        PageDetails renamed = await Client.Raw.SendAsync<PageDetails>(HttpMethod.Put, $"/wiki/api/v2/pages/{items[0].GetProperty("id").GetString()}/title", body, cancellationToken: Token);

        Assert.NotEmpty(items[0].GetProperty("title").GetString() ?? "");
        Assert.Equal("A better title", renamed.Title);
    }

    [Fact]
    public async Task A_file_goes_up_and_comes_down()
    {
        Page page = (await CollectAsync(Client.Pages.GetPagesAsync(cancellationToken: Token)))[0];
        string path = $"/wiki/rest/api/content/{page.Id}/child/attachment";

        JsonElement made = await Client.Raw.SendAsync(HttpMethod.Post, path, RawBody.Form(FileUpload.FromBytes("plan.txt", Encoding.UTF8.GetBytes("Go."))), cancellationToken: Token);
        string id = made.GetProperty("results")[0].GetProperty("id").GetString() ?? throw new InvalidOperationException("The attachment has no id.");
        await using ConfluenceDownload file = await Client.Raw.DownloadAsync($"{path}/{id}/download", cancellationToken: Token);

        using StreamReader reader = new(file.Content);
        Assert.Equal("Go.", await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task What_the_library_does_not_know_is_called_like_the_rest()
    {
        Sandbox.AddRule(new SandboxRule("GET", "/wiki/api/v2/things/7", SandboxAnswer.RateLimited(TimeSpan.FromSeconds(1))) { Times = 1 });
        Sandbox.AddRule(new SandboxRule("GET", "/wiki/api/v2/things/7", new SandboxAnswer(200, """{"id":"7","size":3}""")));
        Sandbox.AddRule(new SandboxRule("GET", "/wiki/api/v2/things/8", SandboxAnswer.Forbidden));

        Thing thing = await Client.Raw.SendAsync(HttpMethod.Get, "/wiki/api/v2/things/7", ThingContext.Default.Thing, cancellationToken: Token);
        ConfluenceApiException refused = await Assert.ThrowsAsync<ConfluenceApiException>(() => Client.Raw.SendAsync(HttpMethod.Get, "/wiki/api/v2/things/8", cancellationToken: Token));
        ConfluenceApiException missing = await Assert.ThrowsAsync<ConfluenceApiException>(() => Client.Raw.SendAsync(HttpMethod.Get, "/wiki/api/v2/pages/1", cancellationToken: Token));

        Assert.Equal(new Thing("7", 3), thing);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task Behind_the_gateway_the_same_paths_lead_to_the_same_things()
    {
        using ConfluenceClient client = new(Sandbox.GatewayAddress.ToString(), new ApiTokenCredential(Sandbox.Email, Sandbox.ApiToken));

        Assert.Equal(70, (await CollectAsync(client.Raw.GetListAsync("/wiki/api/v2/pages?limit=50", cancellationToken: Token))).Count);
        Assert.All(Sandbox.Requests, static request => Assert.True(request.IsGateway));
    }
}
