// Reads reports of Stryker: how many changes of the code the tests noticed, and which ones they did not and nobody has named.
// dotnet run tests/Mutation/report.cs -- survivors.json FOLDER=mutation-report.json ...
using System.Globalization;
using System.Text.Json;

if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: report.cs survivors.json FOLDER=mutation-report.json ...");
    return 2;
}

using JsonDocument survivors = JsonDocument.Parse(File.ReadAllText(args[0]));
var named = survivors.RootElement.EnumerateArray()
    .Select(entry => new Change(Text(entry, "file"), Text(entry, "was"), Text(entry, "becomes")))
    .ToHashSet();
int unnamed = 0;
foreach (string argument in args[1..])
{
    (string folder, string path) = argument.Split('=', 2) is [var name, var file] ? (name, file) : throw new ArgumentException($"'{argument}' is not FOLDER=mutation-report.json.");
    using JsonDocument report = JsonDocument.Parse(File.ReadAllText(path));
    unnamed += Count(folder, report.RootElement);
}

return unnamed == 0 ? 0 : 1;

int Count(string folder, JsonElement report)
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
                    if (named.Contains(change))
                    {
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
    return open.Count;
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
