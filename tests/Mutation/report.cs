// Reads reports of Stryker: how many changes of the code the tests noticed, and which ones they did not and nobody has named.
// From the root of the repository: dotnet run --file tests/Mutation/report.cs -- survivors.json NAME=mutation-report.json ...
using System.Globalization;
using System.Text.Json;

if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: report.cs survivors.json NAME=mutation-report.json ...");
    return 2;
}

using JsonDocument survivors = JsonDocument.Parse(File.ReadAllText(args[0]));

// An entry names one change: two alike in one file need two. It names the file without its folder, in which it may move.
Dictionary<Change, int> named = survivors.RootElement.EnumerateArray()
    .Select(entry => new Change(Text(entry, "file"), Text(entry, "was"), Text(entry, "becomes")))
    .CountBy(change => change)
    .ToDictionary();
HashSet<string> tried = new(StringComparer.Ordinal);
int unnamed = 0;
foreach (string argument in args[1..])
{
    if (argument.Split('=', 2) is not [var name, var path])
    {
        throw new ArgumentException($"'{argument}' is not NAME=mutation-report.json.");
    }

    using JsonDocument report = JsonDocument.Parse(File.ReadAllText(path));
    unnamed += CountOpen(name, report.RootElement);
}

HashSet<string> present = [.. SourceRoots().SelectMany(static root => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)).Select(static file => Path.GetFileName(file))];
foreach ((Change change, int times) in named.Where(entry => entry.Value > 0 && (tried.Contains(entry.Key.File) || !present.Contains(entry.Key.File))))
{
    Console.WriteLine($"named in vain, {times} time(s): {change.File}: {change.Was}  =>  {change.Becomes}");
}

return unnamed == 0 ? 0 : 1;

// An entry for a file that is gone, or has another name now, is tried nowhere.
static string[] SourceRoots() => ["src/Confluence.Generated", "generator/Confluence.Generator"];

int CountOpen(string name, JsonElement report)
{
    int noticed = 0;
    int equal = 0;
    List<string> open = [];
    foreach (JsonProperty file in report.GetProperty("files").EnumerateObject())
    {
        string fileName = Path.GetFileName(file.Name);
        string[] lines = Text(file.Value, "source").Split('\n');
        foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            switch (Text(mutant, "status"))
            {
                case "Killed" or "Timeout":
                    tried.Add(fileName);
                    noticed++;
                    break;
                case "Survived" or "NoCoverage":
                    tried.Add(fileName);
                    JsonElement start = mutant.GetProperty("location").GetProperty("start");
                    JsonElement end = mutant.GetProperty("location").GetProperty("end");
                    var change = new Change(
                        fileName,
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
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {noticed} of {all} changes noticed ({score:F1} %), {equal} more change nothing that can be seen"));
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
