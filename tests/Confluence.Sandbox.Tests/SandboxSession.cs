using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Confluence.Sandbox.Tests;

/// <summary>A running sandbox and a plain HTTP client with its credential: the tests read what is on the wire, not what a library makes of it.</summary>
internal sealed class SandboxSession : IAsyncDisposable
{
    private SandboxSession(ConfluenceSandbox sandbox)
    {
        Sandbox = sandbox;
        Client = new HttpClient { BaseAddress = sandbox.BaseAddress };
        Client.DefaultRequestHeaders.Authorization = Basic(sandbox.Email, sandbox.ApiToken);
    }

    public ConfluenceSandbox Sandbox { get; }

    public HttpClient Client { get; }

    public SandboxTruth Truth => Sandbox.Truth;

    public static async Task<SandboxSession> StartAsync(SandboxOptions? options = null) =>
        new(await ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken));

    public static AuthenticationHeaderValue Basic(string email, string token) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{email}:{token}")));

    public async Task<string> GetTextAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}: {text}");
        return text;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using JsonDocument document = JsonDocument.Parse(await GetTextAsync(path));
        return document.RootElement.Clone();
    }

    /// <summary>Sends a request and gives status, content type and body, whatever they are.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        change?.Invoke(request);
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Dictionary<string, string> headers = response.Headers.ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, headers);
    }

    /// <summary>Walks a v2 list by its next links and gives every item.</summary>
    public async Task<List<JsonElement>> WalkAsync(string path)
    {
        List<JsonElement> items = [];
        for (string? next = path; next is not null;)
        {
            JsonElement page = await GetAsync(next);
            items.AddRange(page.GetProperty("results").EnumerateArray());
            next = page.GetProperty("_links").TryGetProperty("next", out JsonElement link) ? link.GetString() : null;
            Assert.True(items.Count < 200_000, $"{path} does not end.");
        }

        return items;
    }

    public async Task<List<string>> WalkIdsAsync(string path) =>
        [.. (await WalkAsync(path)).Select(static item => item.GetProperty("id").GetString() ?? "")];

    /// <summary>Creates a page with a short body, below the homepage of its space or below the parent given.</summary>
    public Task<Answer> CreatePageAsync(string spaceId, string title, string? parentId = null, string value = "<p>New</p>") => SendAsync(
        HttpMethod.Post,
        "/wiki/api/v2/pages",
        JsonSerializer.Serialize(new { spaceId, title, parentId, status = "current", body = new { representation = "storage", value } }));

    /// <summary>Updates a page.</summary>
    public Task<Answer> UpdatePageAsync(string id, int version, string title, string value, string? parentId = null, string status = "current") => SendAsync(
        HttpMethod.Put,
        $"/wiki/api/v2/pages/{id}",
        JsonSerializer.Serialize(new { id, status, title, parentId, body = new { representation = "storage", value }, version = new { number = version, message = "Changed" } }));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Gets the first error of a v2 answer.</summary>
    public JsonElement Error => Json.GetProperty("errors")[0];
}
