// Reads reports of Stryker: how many changes of the code the tests noticed, and which ones they did not and nobody has named.
// Writes down the score of each folder, with the hash of the sources that it was measured on; without a hash, for a part of a folder, nothing.
// dotnet run --file tests/Mutation/report.cs -- survivors.json scores.json FOLDER=mutation-report.json=[HASH] ...
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

if (args.Length < 3)
{
    Console.Error.WriteLine("Usage: report.cs survivors.json scores.json FOLDER=mutation-report.json=[HASH] ...");
    return 2;
}

using JsonDocument survivors = JsonDocument.Parse(File.ReadAllText(args[0]));

// An entry names one change: two alike in one file need two.
Dictionary<Change, int> named = survivors.RootElement.EnumerateArray()
    .Select(entry => new Change(Text(entry, "file"), Text(entry, "was"), Text(entry, "becomes")))
    .CountBy(change => change)
    .ToDictionary();
JsonObject scores = File.Exists(args[1]) ? JsonNode.Parse(File.ReadAllText(args[1]))?.AsObject() ?? [] : [];
int unnamed = 0;
foreach (string argument in args[2..])
{
    if (argument.Split('=') is not [var folder, var path, var sources])
    {
        throw new ArgumentException($"'{argument}' is not FOLDER=mutation-report.json=[HASH].");
    }

    using JsonDocument report = JsonDocument.Parse(File.ReadAllText(path));
    (int noticed, int open, int equal) = Count(folder, report.RootElement, isWhole: sources.Length > 0);
    if (sources.Length > 0)
    {
        scores[folder] = new JsonObject { ["noticed"] = noticed, ["open"] = open, ["named"] = equal, ["sources"] = sources };
    }

    unnamed += open;
}

File.WriteAllText(args[1], scores.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
return unnamed == 0 ? 0 : 1;

(int Noticed, int Open, int Equal) Count(string folder, JsonElement report, bool isWhole)
{
    int noticed = 0;
    int equal = 0;
    List<string> open = [];
    foreach (JsonProperty file in report.GetProperty("files").EnumerateObject())
    {
        string[] lines = Text(file.Value, "source").Split('\n');
        foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            switch (Text(mutant, "status"))
            {
                case "Killed" or "Timeout":
                    noticed++;
                    break;
                case "Survived" or "NoCoverage":
                    JsonElement start = mutant.GetProperty("location").GetProperty("start");
                    JsonElement end = mutant.GetProperty("location").GetProperty("end");
                    var change = new Change(
                        $"{folder}/{Path.GetFileName(file.Name)}",
                        OneLine(Cut(lines, Position(start), Position(end))),
                        OneLine(Text(mutant, "replacement")));
                    if (named.TryGetValue(change, out int times) && times > 0)
                    {
                        named[change]--;
                        equal++;
                    }
                    else
                    {
                        open.Add($"  {change.File}({start.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture)}): {change.Was}  =>  {change.Becomes}");
                    }

                    break;
            }
        }
    }

    int all = noticed + open.Count;
    double score = all == 0 ? 100 : 100.0 * noticed / all;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {noticed} of {all} changes noticed ({score:F1} %), {equal} more change nothing that can be seen"));
    open.ForEach(Console.WriteLine);
    foreach ((Change change, int times) in named.Where(entry => isWhole && entry.Value > 0 && entry.Key.File.StartsWith(folder + "/", StringComparison.Ordinal)))
    {
        Console.WriteLine($"  named in vain, {times} time(s): {change.File}: {change.Was}  =>  {change.Becomes}");
    }

    return (noticed, open.Count, equal);
}

static string Text(JsonElement node, string name) => node.GetProperty(name).GetString() ?? "";

static (int Line, int Column) Position(JsonElement place) => (place.GetProperty("line").GetInt32() - 1, place.GetProperty("column").GetInt32() - 1);

static string Cut(string[] lines, (int Line, int Column) start, (int Line, int Column) end)
{
    string[] cut = lines[start.Line..(end.Line + 1)];
    cut[^1] = cut[^1][..end.Column];
    cut[0] = cut[0][start.Column..];
    return string.Join('\n', cut);
}

// The layout of the code says nothing, and neither do comments that Stryker copies with a statement.
static string OneLine(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

internal sealed record Change(string File, string Was, string Becomes);
