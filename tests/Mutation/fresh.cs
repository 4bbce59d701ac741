// Tries what survived once more, each change in a process of its own. Stryker goes on in one process, in which a field that is initialised
// once never sees the change. The mutated assembly asks the file that STRYKER_MUTANT_FILE names for the number of the change to make.
// dotnet run --file tests/Mutation/fresh.cs -- mutation-report.json Tests.dll
using System.Diagnostics;
using System.Text.Json.Nodes;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: fresh.cs mutation-report.json Tests.dll");
    return 2;
}

TimeSpan limit = TimeSpan.FromMinutes(10);
string active = Path.GetTempFileName();
try
{
    if (await RunAsync(-1) is var code and not 0)
    {
        throw new InvalidOperationException($"The tests in {args[1]} end with {code} although nothing is changed.");
    }

    JsonNode report = JsonNode.Parse(File.ReadAllText(args[0])) ?? throw new InvalidOperationException($"{args[0]} is empty.");
    foreach ((string _, JsonNode? file) in report["files"]!.AsObject()) // Every report has files.
    {
        foreach (JsonNode? mutant in file!["mutants"]!.AsArray()) // And every file of one has mutants.
        {
            if (mutant!["status"]!.GetValue<string>() is "Survived" or "NoCoverage")
            {
                int? ended = await RunAsync(int.Parse(mutant["id"]!.GetValue<string>())); // Stryker writes its numbers as text.
                mutant["status"] = ended switch { 0 => "Survived", null => "Timeout", _ => "Killed" };
            }
        }
    }

    File.WriteAllText(args[0], report.ToJsonString());
    return 0;
}
finally
{
    File.Delete(active);
}

async Task<int?> RunAsync(int change)
{
    File.WriteAllBytes(active, BitConverter.GetBytes(change));
    ProcessStartInfo start = new("dotnet", [args[1], "-stopOnFail", "-noLogo", "-noColor"])
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
