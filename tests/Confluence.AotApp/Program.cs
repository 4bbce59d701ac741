using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

// Compiled natively and run by Confluence.AotTests: retrieves users and pages of the site that it is given, and sends the pages
// through a serializer context of its own. Prints what the test compares.
if (args is not [string site, string email, string token])
{
    Console.Error.WriteLine("Usage: Confluence.AotApp SITE EMAIL TOKEN");
    return 2;
}

using var client = new ConfluenceClient(site, new ApiTokenCredential(email, token));

int users = 0;
await foreach (SearchResult result in client.V1.Search.SearchUserAsync("type=user"))
{
    users += result.User?.AccountId is null ? 0 : 1;
}

int pages = 0;
int bodies = 0;
int versions = 0;
await foreach (Page page in client.Pages.GetPagesAsync(new GetPagesOptions { BodyFormat = BodyFormat.Storage, PageSize = 50 }))
{
    string json = JsonSerializer.Serialize(page, AppJsonContext.Default.Page);
    Page copy = JsonSerializer.Deserialize(json, AppJsonContext.Default.Page) ?? throw new InvalidOperationException("A page became null.");
    IContent content = page;
    if (JsonSerializer.Serialize(content, AppJsonContext.Default.IContent) != json || content.Title != page.Title || content.Links.WebUi != page.Links.WebUi)
    {
        throw new InvalidOperationException("A page is something else as content.");
    }

    pages++;
    bodies += copy.Body?.Storage?.Value is { Length: > 0 } ? 1 : 0;
    versions += copy.Version?.Number ?? 0;
}

// The type is the application's own: the trimmer sees nothing of it but the context.
int spaces = 0;
await foreach (SpaceName space in client.Raw.GetListAsync("/wiki/api/v2/spaces?limit=1", AppJsonContext.Default.SpaceName))
{
    JsonElement same = await client.Raw.SendAsync(HttpMethod.Get, $"/wiki/api/v2/spaces/{Uri.EscapeDataString(space.Id)}");
    if (same.GetProperty("key").GetString() != space.Key)
    {
        throw new InvalidOperationException("A space has another key as JSON.");
    }

    spaces++;
}

Console.WriteLine($"users {users}, pages {pages}, bodies {bodies}, spaces {spaces}, versions {versions}");
return 0;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(IContent))]
[JsonSerializable(typeof(SpaceName))]
internal sealed partial class AppJsonContext : JsonSerializerContext;

internal sealed record SpaceName(string Id, string Key);
