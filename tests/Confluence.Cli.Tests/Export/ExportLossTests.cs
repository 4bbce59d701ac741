using System.Net;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Export;

/// <summary>The whole is never taken for a part, nor a part for the whole: what a lost site, a broken page and a missing right do to an export.</summary>
public sealed class ExportLossTests
{
    private const int LossAt = 31;

    /// <summary>Ten calls in a row have to fail first, and what is under way at once comes on top.</summary>
    private const int MostUntilDown = 60;

    private const int MostAfterLoss = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Losses => new()
    {
        { "credential", "404" },
        { "down", "503" },
        { "tenant", "Site temporarily unavailable" },
        { "tenant without a header", "Site temporarily unavailable" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_site_that_is_lost_on_the_way_leaves_the_earlier_export_to_the_byte(string kind, string words)
    {
        await using ConfluenceSandbox sandbox = await StartAsync();
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path)).ExitCode);
        Dictionary<string, byte[]> before = Bytes(folder);
        int requests = 0;
        InterveningHandler handler = new(what => Interlocked.Increment(ref requests) >= LossAt ? Lost(kind, what) : null);

        ToolResult result = await ToolRun.RunAsync(
            new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Handler = () => handler, Clock = new FastTimers() },
            "export", "--out", folder.Path, "--retries", "0");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(before.Keys, folder.Names);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(folder.File(file.Key))));
        Assert.InRange(requests, LossAt, LossAt + (kind == "down" ? MostUntilDown : MostAfterLoss));
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData(500, "footer-comments")]
    [InlineData(504, "attachments")]
    [InlineData(400, "versions")]
    [InlineData(404, "likes/users")]
    public async Task One_page_that_always_fails_costs_one_gap_and_no_more(int status, string list)
    {
        await using ConfluenceSandbox first = await StartAsync();
        string broken = first.Truth.PageIds.First(id => first.Truth.PageVersionCount(id) > 1);
        await using ConfluenceSandbox sandbox = await StartAsync(new SandboxRule("GET", $"/wiki/api/v2/pages/{broken}/{list}", new SandboxAnswer(status, """{"errors":[]}""")));
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Clock = new FastTimers() }, "export", "--out", folder.Path);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(broken, Assert.Single(result.ErrorLines, static line => line.StartsWith("confluence: Missing: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(sandbox.Truth.PageIds.Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "pages.ndjson"));
        Assert.False(ExportTruth.Manifest(folder).GetProperty("isComplete").GetBoolean());
    }

    [Fact]
    public async Task A_scope_that_one_source_lacks_is_told_once_with_its_remedy()
    {
        string[] scopes =
        [
            "read:confluence-user", "read:content-details:confluence", "read:confluence-groups", "search:confluence", "read:space:confluence", "read:page:confluence",
            "read:comment:confluence", "read:attachment:confluence", "read:confluence-content.summary",
        ];
        SandboxOptions options = new() { Pages = 20 };
        options.Credentials.Add(SandboxCredential.ScopedApiToken("ada@example.com", "scoped-token", scopes));
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, Cancel);
        using TemporaryFolder folder = new();
        Dictionary<string, string> variables = new()
        {
            ["CONFLUENCE_SITE"] = sandbox.GatewayAddress.ToString(), ["CONFLUENCE_EMAIL"] = "ada@example.com", ["CONFLUENCE_API_TOKEN"] = "scoped-token",
        };

        ToolResult result = await ToolRun.RunAsync(variables, "export", "--out", folder.Path);

        Assert.Equal(4, result.ExitCode);
        string gap = Assert.Single(result.ErrorLines);
        Assert.Contains("read:task:confluence", gap, StringComparison.Ordinal);
        Assert.Equal(sandbox.Truth.PageIds.Order(StringComparer.Ordinal), ExportTruth.Ids(folder, "pages.ndjson"));
        Assert.NotEmpty(ExportTruth.Lines(folder, "comments.ndjson"));
    }

    [Fact]
    public async Task Users_that_may_not_be_listed_are_a_gap()
    {
        await using ConfluenceSandbox sandbox = await StartAsync(new SandboxRule("GET", "/wiki/rest/api/search/user", SandboxAnswer.Forbidden));
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path, "--space", sandbox.Truth.SpaceKeys.First());

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("confluence: Missing: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.NotEmpty(ExportTruth.Lines(folder, "users.ndjson")); // The groups lead to users too.
        Assert.NotEmpty(ExportTruth.Lines(folder, "pages.ndjson"));
    }

    [Fact]
    public async Task More_users_than_the_search_gives_is_a_limit_and_a_complete_export()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Users = 10_050, Pages = 2 }, Cancel);
        using TemporaryFolder folder = new();

        ToolResult result = await ToolRun.RunAsync(ToolRun.VariablesOf(sandbox), "export", "--out", folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("confluence: Limit: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.True(ExportTruth.Manifest(folder).GetProperty("isComplete").GetBoolean());
        Assert.Single(ExportTruth.Manifest(folder).GetProperty("limits").EnumerateArray());
        Assert.Empty(ExportTruth.Manifest(folder).GetProperty("gaps").EnumerateArray());
    }

    private static Task<ConfluenceSandbox> StartAsync(params SandboxRule[] rules)
    {
        SandboxOptions options = new() { Pages = 60 };
        foreach (SandboxRule rule in rules)
        {
            options.Rules.Add(rule);
        }

        return ConfluenceSandbox.StartAsync(options, Cancel);
    }

    private static Dictionary<string, byte[]> Bytes(TemporaryFolder folder) => folder.Names.ToDictionary(static name => name, name => File.ReadAllBytes(folder.File(name)));

    private static HttpResponseMessage Lost(string kind, string what)
    {
        const string Tenant = """{"errorMessage":"Site temporarily unavailable","errorCode":"OTHER"}""";
        HttpResponseMessage answer = kind switch
        {
            "down" => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            "tenant" or "tenant without a header" => InterveningHandler.Json(HttpStatusCode.NotFound, Tenant),
            _ when what.Contains("/wiki/api/v2/", StringComparison.Ordinal) => InterveningHandler.Json(
                HttpStatusCode.NotFound, """{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}"""),
            _ => InterveningHandler.Json(HttpStatusCode.Forbidden, """{"message":"Current user not permitted to use Confluence","statusCode":403}"""),
        };
        if (kind == "tenant")
        {
            answer.Headers.Add("Atl-Missing-Tcs", "true");
        }

        return answer;
    }
}
