// Tries the changes that Stryker has built into an assembly, each in a process of its own. Stryker itself goes on in one process, in which
// a field that is initialised once either never sees a change or keeps it for all that follow: its kills and survivors are then others'.
// The assembly asks the file that STRYKER_MUTANT_FILE names for the number of the change to make.
// dotnet run --file tests/Mutation/try.cs -- mutation-report.json KNOWN-REPORT Tests.dll 'NEAR' 'ALL'
// What made a test fail in the known report, if that is there and of the same source, is not tried again; what ran out of time is, because a busy machine does that too.
// NEAR and ALL are filters in words of xUnit. NEAR, which may be empty, names the judges that notice most: only what they let pass is shown to all.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

if (args is not [var reportPath, var knownPath, var tests, var near, var all])
{
    Console.Error.WriteLine("Usage: try.cs mutation-report.json KNOWN-REPORT Tests.dll 'NEAR' 'ALL'");
    return 2;
}

TimeSpan limit = TimeSpan.FromMinutes(5);
ParallelOptions atOnce = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

// Judges that fail at times would notice changes that they do not see.
ConcurrentBag<TimeSpan> taken = [];
await Parallel.ForEachAsync(Enumerable.Range(0, 40), atOnce, async (round, _) =>
{
    long began = Stopwatch.GetTimestamp();
    if (await RunAsync(-1, round < 4 || near.Length == 0 ? all : near) is { Status: not "Survived" } verdict)
    {
        throw new InvalidOperationException($"The tests in {tests} notice a change although there is none: {verdict.Reason}");
    }

    taken.Add(Stopwatch.GetElapsedTime(began));
});

// Judges that take long would take harmless changes for endless ones.
limit = TimeSpan.FromSeconds(Math.Max(30, 3 * taken.Max().TotalSeconds));

Dictionary<Place, string?> known = File.Exists(knownPath)
    ? ChangesOf(ReadReport(knownPath))
        .Where(static change => change.Status == "Killed")
        .DistinctBy(static change => change.Place)
        .ToDictionary(static change => change.Place, static change => change.Mutant["statusReason"]?.GetValue<string>())
    : [];
JsonNode report = ReadReport(reportPath);
List<Change> changes = [];
foreach (Change change in ChangesOf(report).Where(static change => change.Status is "Survived" or "NoCoverage"))
{
    if (known.TryGetValue(change.Place, out string? reason))
    {
        change.Mutant["status"] = "Killed";
        change.Mutant["statusReason"] = reason;
    }
    else
    {
        changes.Add(change);
    }
}

ConcurrentDictionary<Change, Verdict> verdicts = [];
await Parallel.ForEachAsync(changes, atOnce, async (change, _) =>
{
    int number = int.Parse(Text(change.Mutant, "id"), CultureInfo.InvariantCulture);
    verdicts[change] = near.Length > 0 && await RunAsync(number, near) is { Status: not "Survived" } verdict ? verdict : await RunAsync(number, all);
});
foreach ((Change change, Verdict verdict) in verdicts)
{
    change.Mutant["status"] = verdict.Status;
    change.Mutant["statusReason"] = verdict.Reason;
}

File.WriteAllText(reportPath, report.ToJsonString());
return 0;

async Task<Verdict> RunAsync(int number, string filter)
{
    string active = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(active, BitConverter.GetBytes(number));
        ProcessStartInfo start = new("dotnet", [tests, "-stopOnFail", "-noLogo", "-noColor", .. filter.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["STRYKER_MUTANT_FILE"] = active },
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource timer = new(limit);
        try
        {
            // The first failure will do; the others would only cost time, and a run that is told to stop does not always end.
            while (await process.StandardOutput.ReadLineAsync(timer.Token) is { } line)
            {
                if (line.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal))
                {
                    process.Kill(entireProcessTree: true);
                    return new Verdict("Killed", line.Trim());
                }
            }

            await process.WaitForExitAsync(timer.Token);
            return process.ExitCode == 0
                ? new Verdict("Survived", "")
                : new Verdict("Killed", $"The tests end with {process.ExitCode}. {await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new Verdict("Timeout", $"No test failed, and they did not end within {limit.TotalSeconds:F0} seconds.");
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
            yield return new Change(
                mutant,
                Text(mutant, "status"),
                new Place(Path.GetFileName(path), file?["source"]?.GetValue<string>(), mutant["location"]?.ToJsonString(), Text(mutant, "replacement")));
        }
    }
}

static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? throw new InvalidOperationException($"A change has no {name}.");

/// <param name="Mutant">The change in Stryker's form.</param>
/// <param name="Status">What has come of it.</param>
/// <param name="Place">What is the same in another report on the same code.</param>
internal sealed record Change(JsonObject Mutant, string Status, Place Place);

/// <param name="File">The name of the file.</param>
/// <param name="Source">The whole text of it.</param>
/// <param name="Location">Where in it the change is.</param>
/// <param name="Replacement">What stands there then.</param>
internal sealed record Place(string File, string? Source, string? Location, string Replacement);

/// <param name="Status">A word of Stryker's.</param>
/// <param name="Reason">What noticed the change.</param>
internal sealed record Verdict(string Status, string Reason);
