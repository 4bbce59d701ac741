using System.Net;
using System.Net.Sockets;
using System.Text;
using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool.Updates;

/// <summary>Where an update takes documents from, and what it refuses: nothing is written then.</summary>
public sealed class UpdateSourceTests
{
    [Theory]
    [InlineData("<!doctype html><title>Log in</title>", "gives a web page or XML instead of a document")]
    [InlineData("{", "published.2026-02-02.json(1,2): error CONF001: ")]
    [InlineData("{}", "published.2026-02-02.json(1,1): error CONF002: This is no OpenAPI document of Confluence")]
    [InlineData("some words", "is no OpenAPI document of Confluence")]
    [InlineData("""{"openapi":"3.0.3","paths":{"/wiki/rest/api/x":{}}}""", "nothing to update; import a first document with: import FILE --as v1")]
    [InlineData("""{"openapi":"3.1.0","paths":{"/x":{}}}""", "The document is OpenAPI 3.1.0; only 3.0 can be imported.")]
    [InlineData("""{"swagger":"2.0","paths":{"/x":{}}}""", "(1,12): error CONF002: This is Swagger 2.0, and only OpenAPI 3.0 can be imported; take")]
    public async Task What_is_no_document_is_refused(string text, string words)
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", text));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, tree.Snapshot());
    }

    [Fact]
    public async Task A_document_of_the_other_api_is_refused_by_the_import()
    {
        using SpecTree tree = await SpecTree.CreateAsync();

        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", """{"openapi":"3.0.3","paths":{"/wiki/rest/api/x":{}}}"""), "--as", "v2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The document describes v1, not v2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_gives_the_document_of_each_api_and_two_of_one_are_a_question()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        string folder = Path.GetDirectoryName(tree.Folder)!; // It lies in the directory of the test.
        tree.Publish("2026-02-02", SpecTree.Published);

        ToolRun two = await tree.UpdateAsync(folder);
        File.Delete(Path.Combine(folder, "published.2026-01-01.json"));
        ToolRun one = await tree.UpdateAsync(folder);
        ToolRun missing = await tree.UpdateAsync(Path.Combine(folder, "nothing.json"));

        Assert.Equal(2, two.ExitCode);
        Assert.Contains("has several documents of v2: published.2026-01-01.json, published.2026-02-02.json", two.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.Contains("→ 2026-02-02", one.Output, StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("cannot read", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_source_the_recorded_address_is_asked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/openapi.json";
        using SpecTree tree = await SpecTree.CreateAsync(address);

        Task<ToolRun> running = ToolRun.StartAsync("update", "--as", "v2", "--spec-dir", tree.Folder);
        await AnswerAsync(listener, "200 OK", SpecTree.Published);
        ToolRun run = await running;
        running = ToolRun.StartAsync("update", "--as", "v2", "--spec-dir", tree.Folder);
        await AnswerAsync(listener, "503 Service Unavailable", "");
        ToolRun refused = await running;

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("→ 2026-04-05", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{address} answers 503 (ServiceUnavailable)", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_half_written_when_a_file_cannot_be()
    {
        using SpecTree tree = await SpecTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();

        // A folder stands where the overlay's parked actions would go.
        Directory.CreateDirectory(tree.PathOf("parked/v2.overlay.json"));
        ToolRun run = await tree.UpdateAsync(tree.Publish("2026-02-02", SpecTree.Published.Replace("/others/{id}", "/strangers/{id}", StringComparison.Ordinal)));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("and left everything as it was", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, tree.Snapshot());
    }

    [Theory]
    [InlineData("2026-03-20")]
    [InlineData("2025-02-04")]
    public async Task The_committed_overlays_survive_an_older_document_and_come_back_whole(string revision)
    {
        string published = Repository.FindPublished("v2");
        string older = Path.Combine(Path.GetDirectoryName(published) ?? "", $"confluence-v2.{revision}.json");
        Assert.SkipUnless(File.Exists(older), "The older document does not lie beside the repository.");
        using var directory = new TemporaryDirectory();
        string folder = Directory.CreateDirectory(directory.PathOf("spec")).FullName;
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("spec")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        ToolRun there = await ToolRun.StartAsync("update", "--from", older, "--spec-dir", folder);
        Assert.True(Directory.Exists(Path.Combine(folder, "parked")));
        ToolRun back = await ToolRun.StartAsync("update", "--from", published, "--spec-dir", folder);

        Assert.Equal((0, ""), (there.ExitCode, there.Error));
        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "parked")));
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("spec")).Where(file => !Path.GetFileName(file).StartsWith("names.", StringComparison.Ordinal)))
        {
            Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), TestContext.Current.CancellationToken));
        }
    }

    private static async Task AnswerAsync(TcpListener listener, string status, string body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await using (stream)
        {
            var request = new byte[4096];
            Assert.True(await stream.ReadAtLeastAsync(request, 1, throwOnEndOfStream: false, TestContext.Current.CancellationToken) > 0);
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {bytes.Length}\r\nLast-Modified: Sun, 05 Apr 2026 10:00:00 GMT\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
            await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        }
    }
}
