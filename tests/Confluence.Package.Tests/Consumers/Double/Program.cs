using Confluence.Generated;
using Confluence.Generated.V2.Models;
using Confluence.Sandbox;

// The code of the sandbox's page, and then what a test would do with it: compare with what the site really holds.
List<string> ids = [];

await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Seed = 1, Spaces = 3, Pages = 200 });

using var client = new ConfluenceClient(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));
await foreach (Page page in client.Pages.GetPagesAsync())
{
    Console.WriteLine($"{page.Id} {page.Title}");
    ids.Add(page.Id);
}

if (!ids.SequenceEqual(sandbox.Truth.PageIds))
{
    Console.Error.WriteLine($"Read {ids.Count} pages, but the site holds {sandbox.Truth.PageCount}, or others.");
    return 1;
}

return 0;
