using System.Text.Json;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>A fresh project that has nothing but the package of the library reads a site, compiled just in time and natively.</summary>
public sealed class LibraryPackageTests(PackedFeed feed)
{
    [Fact]
    public async Task A_fresh_project_reads_the_site()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Consumer consumer = await Consumer.CreateAsync(feed, "Reader", cancellation);
        await using ConfluenceSandbox sandbox = await StartSandboxAsync(cancellation);

        AssertReadAll(sandbox, await consumer.BuildAndRunAsync(cancellation, VariablesOf(sandbox)));
    }

    [Fact]
    public async Task A_fresh_project_that_is_compiled_natively_reads_the_site()
    {
        NativeLinker.SkipUnlessPresent();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Consumer consumer = await Consumer.CreateAsync(feed, "Reader", cancellation);
        await using ConfluenceSandbox sandbox = await StartSandboxAsync(cancellation);

        AssertReadAll(sandbox, await consumer.PublishAndRunAsync(cancellation, VariablesOf(sandbox)));
    }

    private static Task<ConfluenceSandbox> StartSandboxAsync(CancellationToken cancellation) =>
        ConfluenceSandbox.StartAsync(new SandboxOptions { Seed = 7, Users = 120, Spaces = 4, Pages = 230 }, cancellation);

    private static KeyValuePair<string, string?>[] VariablesOf(ConfluenceSandbox sandbox) =>
    [
        new("CONFLUENCE_SITE", sandbox.BaseAddress.ToString()),
        new("CONFLUENCE_EMAIL", sandbox.Email),
        new("CONFLUENCE_API_TOKEN", sandbox.ApiToken),
    ];

    private static void AssertReadAll(ConfluenceSandbox sandbox, ChildProcess reader)
    {
        SandboxTruth truth = sandbox.Truth;
        using JsonDocument facts = JsonDocument.Parse(reader.Output.TrimEnd().Split('\n')[^1]);
        var pages = facts.RootElement.GetProperty("Pages").EnumerateArray().Select(static page => (
            Id: page.GetProperty("Id").GetString() ?? "",
            Title: page.GetProperty("Title").GetString(),
            Version: page.GetProperty("Version").GetInt32(),
            Storage: page.GetProperty("Storage").GetString())).ToList();
        Assert.Equal(truth.PageIds, pages.Select(static page => page.Id));
        Assert.All(pages, page => Assert.Equal((truth.PageTitle(page.Id), truth.PageVersionCount(page.Id), truth.PageStorageBody(page.Id)), (page.Title, page.Version, page.Storage)));

        IEnumerable<string?> users = facts.RootElement.GetProperty("Users").EnumerateArray().Select(static user => user.GetString());
        Assert.Equal(truth.AccountIds.Order(StringComparer.Ordinal), users.Order(StringComparer.Ordinal));

        Assert.Equal([404], facts.RootElement.GetProperty("Refusals").EnumerateArray().Select(static status => status.GetInt32()));
        Assert.Contains("getPageById", reader.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sandbox.ApiToken, reader.Text, StringComparison.Ordinal);
    }
}
