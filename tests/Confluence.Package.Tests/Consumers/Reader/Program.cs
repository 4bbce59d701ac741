using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

// The code of the package's page, line by line, and between its lines the notes that the test compares with the sandbox.
Facts facts = new([], [], []);

using var client = new ConfluenceClient(
    Environment.GetEnvironmentVariable("CONFLUENCE_SITE") ?? "your-company",
    new ApiTokenCredential(
        Environment.GetEnvironmentVariable("CONFLUENCE_EMAIL") ?? "you@example.com",
        Environment.GetEnvironmentVariable("CONFLUENCE_API_TOKEN") ?? throw new InvalidOperationException("Set CONFLUENCE_API_TOKEN.")));

await foreach (Page page in client.Pages.GetPagesAsync(new GetPagesOptions { BodyFormat = BodyFormat.Storage, PageSize = 100 }))
{
    Console.WriteLine($"{page.Id} {page.Title} (version {page.Version.Number})");
    facts.Pages.Add(new PageFact(page.Id, page.Title, page.Version.Number, page.Body?.Storage?.Value));
}

await foreach (RetrievedUser user in client.Retrieval.Users.GetAllAsync())
{
    Console.WriteLine($"{user.AccountId} {user.Kind}");
    facts.Users.Add(user.AccountId);
}

try
{
    PageDetails page = await client.Pages.GetPageByIdAsync("1");
    Console.WriteLine(page.Title);
}
catch (ConfluenceApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
{
    Console.Error.WriteLine(error.Message);
    facts.Refusals.Add((int)error.StatusCode);
}

Console.WriteLine(JsonSerializer.Serialize(facts, FactsContext.Default.Facts));

internal sealed record PageFact(string? Id, string? Title, int? Version, string? Storage);

internal sealed record Facts(List<PageFact> Pages, List<string> Users, List<int> Refusals);

[JsonSerializable(typeof(Facts))]
internal sealed partial class FactsContext : JsonSerializerContext;
