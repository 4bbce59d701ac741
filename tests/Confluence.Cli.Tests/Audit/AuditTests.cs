using System.Net;
using System.Text.Json.Nodes;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Audit;

/// <summary>What a site answers that the library does not know, told without a value of the site.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string Pages = "GET /wiki/api/v2/pages?";

    private ConfluenceSandbox? _sandbox;

    public async ValueTask InitializeAsync() => _sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Users = 3, Spaces = 1, Pages = 3, BlogPosts = 1 }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_only_reads_and_asks_for_little()
    {
        InterveningHandler handler = new(static _ => null);

        ToolResult result = await AuditAsync(handler, "--results", "3");

        Assert.StartsWith("At most 26 requests, all of them GET, for at most 3 results each.", result.Error, StringComparison.Ordinal);
        Assert.InRange(handler.Requests.Count, 15, 26);
        Assert.All(handler.Requests, static request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
        Assert.All(handler.Requests.Where(static request => request.Contains("limit=", StringComparison.Ordinal)), static request => Assert.Contains("limit=3", request, StringComparison.Ordinal));
        Assert.Equal(handler.Requests.Distinct().Count(), handler.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_found_where_the_library_knows_everything()
    {
        ToolResult result = await AuditAsync(new InterveningHandler(Empty));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("**0 findings and 0 announcements in ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"t","status":"current","x":1}""", "unknownMember v2 Page.x 1/1 [integer]")]
    [InlineData("""{"title":"t","status":"current","x":{"a":"Jane Doe","712020:jane":[1,2]}}""", "unknownMember v2 Page.x 1/1 [object]")]
    [InlineData("""{"title":"t","status":"current","712020:jane":1}""", "unknownMember v2 Page.* 1/1 [integer]")]
    [InlineData("""{"title":"t","status":"vanished"}""", "enumValue v2 ContentStatus=vanished 1/1 [string]")]
    [InlineData("""{"title":"t","status":"Jane Doe"}""", "enumValue v2 ContentStatus= 1/1 [string]")]
    [InlineData("""{"title":"t","status":"current","position":"Jane Doe"}""", "type v2 Page.position 1/1 [string]")]
    [InlineData("""{"title":{"a":1},"status":"current"}""", "type v2 Page.title 1/1 [object]")]
    [InlineData("""{"title":null,"status":"current"}""", "guaranteedNull v2 Page.title 1/1 [null]")]
    [InlineData("""{"status":"current"}""", "guaranteedAbsent v2 Page.title 1/1 []")]
    [InlineData("""{"title":"t","status":"current","version":{"number":1,"message":"","minorEdit":false,"authorId":"712020:jane","createdAt":"2026-01-01T00:00:00Z","x":"Jane Doe"}}""", "unknownMember v2 ContentVersion.x 1/1 [string]")]
    public async Task What_the_library_does_not_know_is_told_by_its_kind(string page, string expected)
    {
        ToolResult result = await AuditAsync(new InterveningHandler(request => PageOf(page, request)), "--output", "json");

        JsonNode report = JsonNode.Parse(result.Output)!; // The tool writes JSON.
        Assert.Equal(expected, Assert.Single(Assert.IsType<JsonArray>(report["findings"]).Select(Line)));
        Assert.Equal("GET /wiki/api/v2/pages", report["findings"]?[0]?["operations"]?[0]?.GetValue<string>());
        Assert.Equal(5, result.ExitCode);
        Assert.DoesNotMatch("Jane|jane|712020|18000000001|98314", result.Output);
    }

    [Fact]
    public async Task What_a_value_looks_like_is_told_without_the_value()
    {
        const string Page = """{"title":"t","status":"current","x":{"at":"2026-05-06T07:08:09Z","n":17,"f":1.25,"is":true,"by":null,"712020:jane":"Jane","list":["a","b"]}}""";

        ToolResult result = await AuditAsync(new InterveningHandler(static request => PageOf(Page, request)), "--output", "json");

        Assert.Equal(
            """{"at":"2000-01-01T00:00:00Z","n":0,"f":0.5,"is":false,"by":null,"*":"","list":[""]}""",
            JsonNode.Parse(result.Output)?["findings"]?[0]?["shapes"]?[0]?.ToJsonString());
    }

    [Fact]
    public async Task Announced_ends_are_told_with_their_dates_the_first_one_first()
    {
        ToolResult result = await AuditAsync(new InterveningHandler(static request =>
        {
            HttpResponseMessage? answer = Empty(request);
            if (request.StartsWith(Pages, StringComparison.Ordinal))
            {
                answer?.Headers.TryAddWithoutValidation("Deprecation", "@1767225600");
                answer?.Headers.TryAddWithoutValidation("Sunset", "Mon, 01 Mar 2027 00:00:00 GMT");
                answer?.Headers.TryAddWithoutValidation("Warning", "299 - \"Page 4711 of jane@example.com ends on 2027-02-03\"");
                answer?.Headers.TryAddWithoutValidation("Link", "<https://example.com/changes?who=jane#C>; rel=\"deprecation\"");
            }

            return answer;
        }));

        Assert.Equal(5, result.ExitCode);
        Assert.Equal(
            [
                "| 2026-01-01 | v2 getPages: GET /wiki/api/v2/pages | Deprecation |  |",
                "| 2027-02-03 | v2 getPages: GET /wiki/api/v2/pages | Warning | 299 - Page … of … ends on 2027-02-03 |",
                "| 2027-03-01 | v2 getPages: GET /wiki/api/v2/pages | Sunset |  |",
                "| not given | v2 getPages: GET /wiki/api/v2/pages | Link | https://example.com/changes |",
            ],
            result.OutputLines.Where(static line => line.Contains("getPages:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_refused_is_told_and_the_rest_is_read()
    {
        ToolResult result = await AuditAsync(new InterveningHandler(static request =>
            request.Contains("/tasks", StringComparison.Ordinal) ? InterveningHandler.Refuse(HttpStatusCode.Forbidden, "No.") : Empty(request)));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("- tasks: refused with 403", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_refuses_everything_is_a_failure()
    {
        ToolResult result = await AuditAsync(new InterveningHandler(static _ => InterveningHandler.Refuse(HttpStatusCode.Forbidden, "No.")));

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("403", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_can_be_read_and_the_report_goes_to_a_file()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(Directory.CreateDirectory(folder.Path).FullName, "audit.json");

        ToolResult result = await ToolRun.RunAsync("audit", "--sandbox", "--output", "json", "--out", file);

        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!; // The tool writes JSON.
        Assert.Equal(("the sandbox", 26), (report["source"]?.GetValue<string>(), report["answers"]?.GetValue<int>()));
        Assert.Equal(5, result.ExitCode);
        Assert.Matches("^[0-9]+ findings and 0 announcements in 26 answers.\n$", result.Output);

        // The sandbox answers as sites do: beside the members that the document has it sends their older names, which the document lacks.
        Assert.Contains("unknownMember v2 InlineCommentProperties.inline-marker-ref 2/2 [string]", Assert.IsType<JsonArray>(report["findings"]).Select(Line));
    }

    private static string Line(JsonNode? finding) =>
        $"{finding?["kind"]} {finding?["api"]} {finding?["type"]}{(finding?["kind"]?.GetValue<string>() == "enumValue" ? $"={finding["value"]}" : $".{finding?["member"]}")} {finding?["seen"]}/{finding?["of"]} "
        + $"[{string.Join(',', Assert.IsType<JsonArray>(finding?["kinds"]).Select(static kind => kind?.GetValue<string>()))}]";

    /// <summary>A site that has nothing but the account.</summary>
    private static HttpResponseMessage? Empty(string request) =>
        request.Contains("/user/current", StringComparison.Ordinal) ? null : InterveningHandler.Json(HttpStatusCode.OK, """{"results":[]}""");

    /// <summary>A site that has one page, of which nothing more can be read.</summary>
    private static HttpResponseMessage? PageOf(string page, string request)
    {
        const string Rest = "\"id\":\"18000000001\",\"spaceId\":\"98314\",\"authorId\":\"712020:jane\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"_links\":{\"webui\":\"/x\",\"editui\":\"/x\",\"tinyui\":\"/x\"}";
        const string Version = ",\"version\":{\"number\":1,\"message\":\"\",\"minorEdit\":false,\"authorId\":\"712020:jane\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
        return request.StartsWith(Pages, StringComparison.Ordinal) ? InterveningHandler.Json(HttpStatusCode.OK, $"{{\"results\":[{page[..^1]},{Rest}{(page.Contains("version", StringComparison.Ordinal) ? "" : Version)}}}]}}")
            : request.StartsWith("GET /wiki/api/v2/pages/18000000001?", StringComparison.Ordinal) ? InterveningHandler.Refuse(HttpStatusCode.Forbidden, "No.")
            : Empty(request);
    }

    private Task<ToolResult> AuditAsync(InterveningHandler handler, params string[] arguments) =>
        ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(_sandbox ?? throw new InvalidOperationException("The sandbox has not started.")), Handler = () => handler }, ["audit", .. arguments]);
}
