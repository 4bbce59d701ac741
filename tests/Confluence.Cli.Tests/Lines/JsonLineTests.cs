using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Confluence.Cli.Lines;
using Confluence.Cli.Surroundings;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.Lines;

/// <summary>A line is what the site sent, its times to the millisecond, and one more member.</summary>
public sealed partial class JsonLineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pages", "/wiki/api/v2/pages?limit=250&sort=id", "page")]
    [InlineData("spaces", "/wiki/api/v2/spaces?limit=250&sort=id", "space")]
    [InlineData("users", "/wiki/rest/api/search/user?cql=type%3Duser&limit=100&sitePermissionTypeFilter=all", "user")]
    public async Task A_line_holds_the_wire_JSON_and_where_it_came_from(string command, string path, string kind)
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 20 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(new ToolWorld { Variables = ToolRun.VariablesOf(sandbox), Clock = new FixedDate() }, command, "--output", "json");

        Assert.Equal(0, result.ExitCode);
        List<JsonElement> wire = [.. (await WireAsync(sandbox, path)).Select(item => command == "users" ? item.GetProperty("user") : item)];
        List<JsonElement> lines = [.. result.OutputLines.Select(line => JsonElement.Parse(line))];
        Assert.Equal(wire.Count, lines.Count);
        Assert.All(wire.Zip(lines), pair =>
        {
            Assert.Equal(
                pair.First.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal),
                pair.Second.EnumerateObject().Select(member => member.Name).SkipLast(1).Order(StringComparer.Ordinal));
            Assert.Equal("_retrieval", pair.Second.EnumerateObject().Last().Name);
            Assert.All(pair.First.EnumerateObject(), member => Assert.True(
                JsonElement.DeepEquals(ToTheMillisecond(member.Value), pair.Second.GetProperty(member.Name)), $"{member.Name}: {member.Value} is {pair.Second.GetProperty(member.Name)}"));
            JsonElement retrieval = pair.Second.GetProperty("_retrieval");
            string site = sandbox.BaseAddress.ToString().TrimEnd('/');
            string webUrl = kind == "page" ? $",\"webUrl\":\"{site}/wiki{pair.First.GetProperty("_links").GetProperty("webui")}\"" : "";
            Assert.Equal(
                $$"""{"kind":"{{kind}}","source":"{{site}}","retrievedAt":"2026-11-25T12:00:00.000Z"{{webUrl}}}""",
                retrieval.GetRawText());
        });
    }

    [Fact]
    public async Task What_further_requests_gave_stands_among_the_parts()
    {
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 5 }, Cancel);

        ToolResult result = await ToolRun.RunAsync(
            ToolRun.VariablesOf(sandbox), "pages", "--output", "json", "--include", "storage,atlas_doc_format,view", "versions", "labels", "space");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(5, result.OutputLines.Length);
        Assert.All(result.OutputLines.Select(line => JsonElement.Parse(line)), page =>
        {
            string id = page.GetProperty("id").GetString() ?? "";
            Assert.Equal(sandbox.Truth.PageStorageBody(id), page.GetProperty("body").GetProperty("storage").GetProperty("value").GetString());
            JsonElement parts = page.GetProperty("_retrieval").GetProperty("parts");
            Assert.Equal(["atlas_doc_format", "view", "space", "versions", "labels"], parts.EnumerateObject().Select(part => part.Name));
            Assert.Equal("atlas_doc_format", parts.GetProperty("atlas_doc_format").GetProperty("representation").GetString());
            Assert.Equal("view", parts.GetProperty("view").GetProperty("representation").GetString());
            Assert.Equal(page.GetProperty("spaceId").GetString(), parts.GetProperty("space").GetProperty("id").GetString());
            Assert.Equal(sandbox.Truth.PageVersionCount(id), parts.GetProperty("versions").GetArrayLength());
        });
    }

    [Theory]
    [InlineData("""{"createdAt":"2024-01-15T09:49:26Z"}""", """{"createdAt":"2024-01-15T09:49:26.000Z"}""")]
    [InlineData("""{"at":"2024-01-15T09:49:26Z","version":{"createdAt": "2024-01-15T09:49:26Z"}}""", """{"at":"2024-01-15T09:49:26.000Z","version":{"createdAt": "2024-01-15T09:49:26.000Z"}}""")]
    [InlineData("""{"createdAt":"2024-01-15T09:49:26.001Z"}""", """{"createdAt":"2024-01-15T09:49:26.001Z"}""")]
    [InlineData("""{"createdAt":"2024-01-15 09:49:26Z"}""", """{"createdAt":"2024-01-15 09:49:26Z"}""")]
    [InlineData("""{"createdAt":["2024-01-15T09:49:26Z"],"dueAt":null}""", """{"createdAt":["2024-01-15T09:49:26Z"],"dueAt":null}""")]
    [InlineData("""{"title":"2024-01-15T09:49:26Z","value":"\"createdAt\":\"2024-01-15T09:49:26Z\""}""", """{"title":"2024-01-15T09:49:26Z","value":"\"createdAt\":\"2024-01-15T09:49:26Z\""}""")]
    public void Points_in_time_have_milliseconds_and_nothing_else_changes(string sent, string expected)
    {
        ArrayBufferWriter<byte> output = new();

        OneTimeForm.Copy(Encoding.UTF8.GetBytes(sent), output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public async Task All_points_in_time_of_an_export_are_of_one_form()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, (await ToolRun.RunAsync("export", "--sandbox", "--sandbox-pages", "60", "--out", folder.Path)).ExitCode);

        string all = string.Concat(folder.Names.Select(name => File.ReadAllText(folder.File(name))));
        string[] forms = [.. AnyTime().Matches(all).Select(static match => Digits().Replace(match.Groups[1].Value, "9")).Distinct()];

        Assert.Equal(["9999-99-99T99:99:99.999Z"], forms);
    }

    private static JsonElement ToTheMillisecond(JsonElement value)
    {
        ArrayBufferWriter<byte> output = new();
        OneTimeForm.Copy(Encoding.UTF8.GetBytes($$"""{"createdAt":{{value.GetRawText()}}}"""), output);
        return JsonElement.Parse(output.WrittenSpan).GetProperty("createdAt");
    }

    [GeneratedRegex("\"[a-zA-Z]*(?:At|at)\": ?\"([^\"]*)\"")]
    private static partial Regex AnyTime();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    private static async Task<IReadOnlyList<JsonElement>> WireAsync(ConfluenceSandbox sandbox, string path)
    {
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{sandbox.Email}:{sandbox.ApiToken}")));
        string json = await client.GetStringAsync(new Uri(sandbox.BaseAddress, path), Cancel);
        return [.. JsonElement.Parse(json).GetProperty("results").EnumerateArray()];
    }
}
