using Confluence.Contract.Tests.MockServer;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Confluence.Contract.Tests;

/// <summary>The same calls against any OpenAPI mock server, which judges by its own reading of the documents.</summary>
public sealed class MockServerTests
{
    [Fact]
    public async Task A_mock_server_finds_all_operations_in_one_document()
    {
        string text = MockDocument.Make();
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "confluence.mock.json"), text, TestContext.Current.CancellationToken);
        ReadResult result = OpenApiDocument.Parse(text, "json");

        Assert.Equal(348, result.Document?.Paths.Sum(static path => path.Value.Operations?.Count));
        Assert.Equal(
            ["The path signature '/wiki/rest/api/contentbody/convert/async/{}' MUST be unique."],
            result.Diagnostic?.Errors.Select(static error => error.Message) ?? []);
    }

    [Fact]
    public async Task A_mock_server_takes_every_call_and_its_answers_are_read()
    {
        string? address = Environment.GetEnvironmentVariable(MockServerAddress.Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{MockServerAddress.Variable} names no mock server.");

        IReadOnlyList<MockServerOutcome> outcomes = await MockServerRun.RunAsync(address ?? string.Empty);
        MockServerOutcome[] failed = [.. outcomes.Where(static outcome => outcome.Problem is not null)];
        string report = string.Join('\n',
        [
            $"Calling the mock server {address}: {outcomes.Count} calls of {outcomes.DistinctBy(static outcome => outcome.Operation).Count()} operations, {outcomes.Count - failed.Length} succeeded and read.",
            .. failed.Select(static outcome => $"  {outcome.Operation} ({(outcome.IsComplete ? "complete" : "sparse")}): {outcome.Problem}"),
        ]);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "contract-mock-report.txt"), report, TestContext.Current.CancellationToken);
        Console.Out.WriteLine(report);

        Assert.True(failed.Length == 0, report);
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("4010")]
    [InlineData("v3=http://127.0.0.1:4010")]
    [InlineData("v2=ftp://127.0.0.1:4010")]
    public async Task A_server_that_is_not_on_this_machine_is_refused(string address)
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => MockServerRun.RunAsync($"http://127.0.0.1:1,{address}"));

        Assert.Contains(MockServerAddress.Variable, exception.Message, StringComparison.Ordinal);
        Assert.Contains(address, exception.Message, StringComparison.Ordinal);
    }
}
