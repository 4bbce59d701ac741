using System.Net;
using Confluence.Sandbox.Operations;

namespace Confluence.Sandbox.Tests.Routes;

/// <summary>What the sandbox says of operations that Confluence has, had, and never had.</summary>
public sealed class DocumentedOperationTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.

    public async ValueTask InitializeAsync() => _session = await SandboxSession.StartAsync(new SandboxOptions { Pages = 10 });

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task No_documented_operation_is_called_removed_or_unknown()
    {
        Assert.Equal(348, DocumentedOperations.All.Count);
        int lacking = 0;
        foreach (DocumentedOperation operation in DocumentedOperations.All)
        {
            string path = string.Join('/', operation.Path.Split('/').Select(static segment => segment.StartsWith('{') ? "9" : segment));
            Answer answer = await _session.SendAsync(
                new HttpMethod(operation.Method), path, operation.Method is "GET" or "DELETE" ? null : "{}", static request => request.Headers.Add("X-Atlassian-Token", "no-check"));

            string what = $"{operation.Id} ({operation.Method} {operation.Path}) answered {(int)answer.Status}: {answer.Text}";
            Assert.True(answer.Status is not (HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed or HttpStatusCode.InternalServerError), what);
            Assert.True(answer.MediaType != "text/html", what);
            if ((int)answer.Status == 501)
            {
                lacking++;
                Assert.Contains($"The sandbox does not have the operation {operation.Id} ({operation.Method} {operation.Path}).", answer.Text, StringComparison.Ordinal);
            }
        }

        // Some of both, so that the test does not hold because all are answered alike.
        Assert.InRange(lacking, 50, 300);
    }

    [Theory]
    [InlineData("GET", "/wiki/rest/api/template/page", "getContentTemplates")]
    [InlineData("GET", "/wiki/api/v2/folders/9/direct-children", "getFolderDirectChildren")]
    public async Task What_the_sandbox_lacks_says_so_in_the_shapes_of_both_APIs(string method, string path, string operation)
    {
        Answer answer = await _session.SendAsync(new HttpMethod(method), path);

        Assert.Equal((501, "application/json"), ((int)answer.Status, answer.MediaType));
        Assert.Equal(501, answer.Json.GetProperty("statusCode").GetInt32());
        Assert.Contains($"The sandbox does not have the operation {operation} ", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("NOT_IN_SANDBOX", answer.Error.GetProperty("code").GetString());
        Assert.Equal(answer.Json.GetProperty("message").GetString(), answer.Error.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_rule_answers_for_an_operation_that_the_sandbox_lacks()
    {
        _session.Sandbox.AddRule(new SandboxRule("GET", "/wiki/rest/api/template/page", new SandboxAnswer(200, """{"results":[]}""")));

        Assert.Equal("""{"results":[]}""", await _session.GetTextAsync("/wiki/rest/api/template/page"));
    }

    [Theory]
    [InlineData("group/ENG")]
    [InlineData("group/by-name")]
    [InlineData("group/ENG/member")]
    [InlineData("content/9/property/by-id")]
    public async Task What_left_is_still_gone(string path) =>
        Assert.Equal(HttpStatusCode.Gone, (await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/" + path)).Status);

    [Fact]
    public async Task Groups_are_found_by_id_and_by_a_part_of_the_name()
    {
        var all = (await _session.GetAsync("/wiki/rest/api/group")).GetProperty("results");
        string id = all[1].GetProperty("id").GetString() ?? "";

        Assert.Equal(all[1].ToString(), (await _session.GetAsync("/wiki/rest/api/group/by-id?id=" + id)).ToString());
        var found = await _session.GetAsync("/wiki/rest/api/group/picker?query=Confluence&limit=1&shouldReturnTotalSize=true");
        Assert.Equal(("confluence-users", 2), (found.GetProperty("results")[0].GetProperty("name").GetString(), found.GetProperty("totalSize").GetInt32()));
        Assert.Equal("/rest/api/group/picker?next=true&query=Confluence&shouldReturnTotalSize=true&limit=1&start=1", found.GetProperty("_links").GetProperty("next").GetString());
        Assert.Empty((await _session.GetAsync("/wiki/rest/api/group/picker?query=nobody")).GetProperty("results").EnumerateArray());
        Answer missing = await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/group/by-id?id=nobody");
        Assert.Equal((HttpStatusCode.NotFound, 404), (missing.Status, missing.Json.GetProperty("statusCode").GetInt32()));
        Assert.Equal(HttpStatusCode.BadRequest, (await _session.SendAsync(HttpMethod.Get, "/wiki/rest/api/group/picker")).Status);
    }
}
