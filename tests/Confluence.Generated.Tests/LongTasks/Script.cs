using System.Collections.Concurrent;
using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.LongTasks;

/// <summary>Answers about work in the background, and who is told of them.</summary>
internal static class Script
{
    public const string Id = "1180606";

    /// <summary>The default of the time limit, which is no wait on the clock of the tests.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(30);

    public static Harness Site(Action<ConfluenceClientOptions>? configure = null)
    {
        Harness harness = Harness.Create(options =>
        {
            options.Retry.MaxRetries = 0;
            configure?.Invoke(options);
        });
        harness.Clock.Limits.Add(UsualLimit);
        return harness;
    }

    public static string Running(int percentage, params string[] messages) => Task(percentage, successful: true, finished: false, messages);

    public static string Succeeded(params string[] messages) => Task(100, successful: true, finished: true, messages);

    public static string Failed(int percentage, params string[] messages) => Task(percentage, successful: false, finished: true, messages);

    public static string Conversion(string status, string more = "") => $$"""{"status":"{{status}}","representation":"export_view"{{more}}}""";

    private static string Task(int percentage, bool successful, bool finished, string[] messages)
    {
        string texts = string.Join(',', messages.Select(static message => $$"""{ "translation": "{{message}}", "args": [] }"""));
        return $$"""
            {
              "id": "{{Id}}", "name": { "key": "k", "args": [] }, "elapsedTime": 5, "percentageComplete": {{percentage}},
              "successful": {{(successful ? "true" : "false")}}, "finished": {{(finished ? "true" : "false")}}, "messages": [{{texts}}], "_links": {}
            }
            """;
    }
}

/// <summary>Writes down what it is told, at once.</summary>
internal sealed class Told : IProgress<LongTaskProgress>
{
    public ConcurrentQueue<LongTaskProgress> All { get; } = new();

    public Action<LongTaskProgress>? Then { get; init; }

    public void Report(LongTaskProgress value)
    {
        All.Enqueue(value);
        Then?.Invoke(value);
    }
}
