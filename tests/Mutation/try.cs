// Tries the changes that Stryker has built into an assembly, each in a process of its own. Stryker itself goes on in one process, in which
// a field that is initialised once either never sees a change or keeps it for all that follow: its kills and survivors are then others'.
// The assembly asks the file that STRYKER_MUTANT_FILE names for the number of the change to make.
// dotnet run --file tests/Mutation/try.cs -- mutation-report.json KNOWN-REPORT Tests.dll [FILTER ...]
// What made a test fail in the known report, if that file is there, is not tried again; what ran out of time is, because a busy machine does that too.
// The filter, in words of xUnit, names the judges that notice most: only what they let pass is shown to all.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

if (args.Length < 3)
{
    Console.Error.WriteLine("Usage: try.cs mutation-report.json KNOWN-REPORT Tests.dll [FILTER ...]");
    return 2;
}

TimeSpan limit = TimeSpan.FromSeconds(30);
ParallelOptions atOnce = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

// Judges that fail at times would notice changes that they do not see.
await Parallel.ForEachAsync(Enumerable.Range(0, 40), atOnce, async (round, _) =>
{
    if (await RunAsync(-1, round < 4 ? [] : args[3..]) is var ended and not 0)
    {
        throw new InvalidOperationException($"The tests in {args[2]} end with {ended} although nothing is changed.");
    }
});

Dictionary<string, string> known = File.Exists(args[1])
    ? ChangesOf(ReadReport(args[1])).Where(static change => change.Status == "Killed").DistinctBy(static change => change.Key).ToDictionary(static change => change.Key, static change => change.Status)
    : [];
JsonNode report = ReadReport(args[0]);
List<Change> changes = [];
foreach (Change change in ChangesOf(report).Where(static change => change.Status is "Survived" or "NoCoverage"))
{
    if (known.TryGetValue(change.Key, out string? verdict))
    {
        change.Mutant["status"] = verdict;
    }
    else
    {
        changes.Add(change);
    }
}

ConcurrentDictionary<Change, string> verdicts = [];
await Parallel.ForEachAsync(changes, atOnce, async (change, _) =>
{
    int number = int.Parse(Text(change.Mutant, "id"), CultureInfo.InvariantCulture);
    int? ended = await RunAsync(number, args[3..]) is var first and not 0 ? first : await RunAsync(number, []);
    verdicts[change] = ended switch { 0 => "Survived", null => "Timeout", _ => "Killed" };
});
foreach ((Change change, string verdict) in verdicts)
{
    change.Mutant["status"] = verdict;
}

File.WriteAllText(args[0], report.ToJsonString());
return 0;

async Task<int?> RunAsync(int number, string[] filter)
{
    string active = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(active, BitConverter.GetBytes(number));
        ProcessStartInfo start = new("dotnet", [args[2], "-stopOnFail", "-noLogo", "-noColor", .. filter])
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

static JsonNode ReadReport(string path) => JsonNode.Parse(File.ReadAllText(path)) ?? throw new InvalidOperationException($"{path} is empty.");

static IEnumerable<Change> ChangesOf(JsonNode report)
{
    JsonObject files = report["files"]?.AsObject() ?? throw new InvalidOperationException("The report has no files.");
    foreach ((string path, JsonNode? file) in files)
    {
        JsonArray mutants = file?["mutants"]?.AsArray() ?? throw new InvalidOperationException($"The report has no mutants of {path}.");
        foreach (JsonObject mutant in mutants.OfType<JsonObject>())
        {
            yield return new Change(mutant, Text(mutant, "status"), $"{Path.GetFileName(path)} {mutant["location"]?.ToJsonString()} {Text(mutant, "replacement")}");
        }
    }
}

static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? throw new InvalidOperationException($"A change has no {name}.");

/// <param name="Mutant">The change in Stryker's form.</param>
/// <param name="Status">What has come of it.</param>
/// <param name="Key">What is the same in another report on the same code.</param>
internal sealed record Change(JsonObject Mutant, string Status, string Key);
