// Tries the changes that Stryker has built into an assembly, each in a process of its own. Stryker itself goes on in one process, in which
// a field that is initialised once either never sees a change or keeps it for all that follow: its kills and survivors are then others'.
// The assembly asks the file that STRYKER_MUTANT_FILE names for the number of the change to make.
// dotnet run --file tests/Mutation/try.cs -- mutation-report.json Tests.dll [FILTER ...]
// The filter, in words of xUnit, names the judges that notice most: only what they let pass is shown to all.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: try.cs mutation-report.json Tests.dll [FILTER ...]");
    return 2;
}

TimeSpan limit = TimeSpan.FromSeconds(30);
ParallelOptions atOnce = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

// Judges that fail at times would notice changes that they do not see.
await Parallel.ForEachAsync(Enumerable.Range(0, 40), atOnce, async (round, _) =>
{
    if (await RunAsync(-1, round < 4 ? [] : args[2..]) is var ended and not 0)
    {
        throw new InvalidOperationException($"The tests in {args[1]} end with {ended} although nothing is changed.");
    }
});

JsonNode report = JsonNode.Parse(File.ReadAllText(args[0])) ?? throw new InvalidOperationException($"{args[0]} is empty.");
JsonObject[] changes =
[
    .. Object(report, "files").SelectMany(static file => (file.Value?["mutants"] ?? throw new InvalidOperationException($"{file.Key} has no mutants.")).AsArray())
        .OfType<JsonObject>()
        .Where(static mutant => Text(mutant, "status") is "Survived" or "NoCoverage"),
];
ConcurrentDictionary<JsonObject, string> verdicts = new(ReferenceEqualityComparer.Instance);
await Parallel.ForEachAsync(changes, atOnce, async (change, _) =>
{
    int number = int.Parse(Text(change, "id"), CultureInfo.InvariantCulture);
    int? ended = await RunAsync(number, args[2..]) is var first and not 0 ? first : await RunAsync(number, []);
    verdicts[change] = ended switch { 0 => "Survived", null => "Timeout", _ => "Killed" };
});
foreach ((JsonObject change, string verdict) in verdicts)
{
    change["status"] = verdict;
}

File.WriteAllText(args[0], report.ToJsonString());
return 0;

async Task<int?> RunAsync(int number, string[] filter)
{
    string active = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(active, BitConverter.GetBytes(number));
        ProcessStartInfo start = new("dotnet", [args[1], "-stopOnFail", "-noLogo", "-noColor", .. filter])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["STRYKER_MUTANT_FILE"] = active },
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        Task output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using CancellationTokenSource timer = new(limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
            await output;
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
    finally
    {
        File.Delete(active);
    }
}

static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? throw new InvalidOperationException($"A change has no {name}.");

static JsonObject Object(JsonNode node, string name) => node[name]?.AsObject() ?? throw new InvalidOperationException($"The report has no {name}.");
