using System.Globalization;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Drift.Recordings;

/// <summary>Reads recorded answers: one JSON object a file, an array of them, or one a line.</summary>
internal sealed class RecordingReader
{
    private const string Form = """a recorded answer has the form {"operation":"getPageById","status":200,"headers":{},"body":{}}, or "request":"GET /wiki/api/v2/pages/1" in place of the operation""";

    private static readonly string[] s_endings = [".json", ".jsonl", ".ndjson"];
    private static readonly string[] s_members = ["operation", "request", "status", "headers", "body", "whole", "api"];

    private readonly List<Recording> _recordings = [];
    private int _leftOut;

    private RecordingReader()
    {
    }

    /// <summary>Reads files and folders, in the order in which they are named, and what a folder holds in the order of the names.</summary>
    /// <exception cref="ToolException">A file is not there, or what stands in it is no recorded answer.</exception>
    public static RecordingSet Read(IEnumerable<string> paths)
    {
        var reader = new RecordingReader();
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                reader.ReadFolder(path);
            }
            else
            {
                reader.ReadFile(path);
            }
        }

        return new RecordingSet(reader._recordings, reader._leftOut);
    }

    private void ReadFolder(string folder)
    {
        if (PayloadManifest.Find(folder) is { } manifest)
        {
            foreach (ManifestEntry entry in manifest)
            {
                if (!entry.IsAnswer)
                {
                    _leftOut++;
                    continue;
                }

                string path = Path.Combine(folder, entry.File);
                JsonNode body = Parse(path, SpecFiles.Decode(path, SpecFiles.ReadBytes(path)), 0);
                _recordings.Add(new Recording(path, 1, entry.OperationId, null, null, entry.Wrap(body)) { Api = entry.Api, IsWhole = entry.IsWhole });
            }

            return;
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Array.Exists(s_endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
        {
            throw new ToolException(ExitCode.Usage, $"the folder {folder} has no file whose name ends in {string.Join(", ", s_endings)}");
        }

        Array.ForEach(files, ReadFile);
    }

    private void ReadFile(string path)
    {
        string text = SpecFiles.Decode(path, SpecFiles.ReadBytes(path));
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            JsonNode root = Parse(path, text, 0);
            foreach (JsonNode item in root is JsonArray all ? all.Items : [root])
            {
                Add(item, 0);
            }

            return;
        }

        int line = 0;
        foreach (string one in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(one))
            {
                Add(Parse(path, one, line), line);
            }

            line++;
        }
    }

    /// <param name="item">The recording.</param>
    /// <param name="before">The lines of the file before the text that it was read from.</param>
    private void Add(JsonNode item, int before)
    {
        if (item is not JsonObject recording)
        {
            throw Wrong(item, before, Form);
        }

        foreach (JsonMember member in recording.Members.Where(member => !s_members.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            throw Wrong(member.Value, before, $"'{member.Name}' is no member of a recorded answer; {Form}");
        }

        string? operation = Text(recording, "operation", before);
        string? request = Text(recording, "request", before);
        if (operation is null == request is null)
        {
            throw Wrong(recording, before, $"a recorded answer says either its operation or its request; {Form}");
        }

        if (request is not null && !IsRequest(request))
        {
            throw Wrong(recording["request"] ?? recording, before, "a request is a method and a path, such as GET /wiki/api/v2/pages/1");
        }

        if (recording["whole"] is { } whole and not JsonBoolean)
        {
            throw Wrong(whole, before, "'whole' is true or false");
        }

        _recordings.Add(new Recording(recording.Source.Path, recording.Source.GetPosition(recording.Start).Line + before + 1, operation, request, Status(recording, before), recording["body"])
        {
            Headers = Headers(recording, before),
            IsWhole = recording["whole"] is not JsonBoolean { Value: false },
            Api = Text(recording, "api", before),
        });
    }

    private static bool IsRequest(string request) => request.Split(' ') is [{ Length: > 0 } method, { Length: > 0 } address] && method.All(char.IsAsciiLetterUpper) && address.Contains('/', StringComparison.Ordinal);

    private static int? Status(JsonObject recording, int before) => recording["status"] switch
    {
        null => null,
        JsonNumber number when int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 599 => status,
        { } other => throw Wrong(other, before, "'status' is a number from 100 to 599"),
    };

    private static string? Text(JsonObject recording, string name, int before) => recording[name] switch
    {
        null => null,
        JsonString text => text.Value,
        { } other => throw Wrong(other, before, $"'{name}' is a text"),
    };

    private static List<(string Name, string Value)> Headers(JsonObject recording, int before)
    {
        var headers = new List<(string, string)>();
        if (recording["headers"] is not { } node)
        {
            return headers;
        }

        if (node is not JsonObject all)
        {
            throw Wrong(node, before, "'headers' is an object of texts, or of arrays of texts");
        }

        foreach (JsonMember header in all.Members)
        {
            foreach (JsonNode value in header.Value is JsonArray several ? several.Items : [header.Value])
            {
                headers.Add((header.Name, (value as JsonString)?.Value ?? throw Wrong(value, before, $"the header '{header.Name}' is a text or an array of texts")));
            }
        }

        return headers;
    }

    private static JsonNode Parse(string path, string text, int before) =>
        JsonParser.Parse(new JsonSource(path, text), out SpecDiagnostic? error)
        ?? throw new ToolException(ExitCode.Content, SpecFiles.Format(error! with { Line = error!.Line + before })); // The parser gives a value or an error.

    private static ToolException Wrong(JsonNode node, int before, string message)
    {
        (int line, int column) = node.Source.GetPosition(node.Start);
        return new ToolException(ExitCode.Content, FormattableString.Invariant($"{node.Source.Path}({line + before + 1},{column + 1}): error: {message}"));
    }
}
