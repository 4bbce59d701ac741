using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Drift.Recordings;

namespace Confluence.SpecTool.Drift.Placing;

/// <summary>Tells which operation of a document a recorded answer belongs to.</summary>
internal sealed class OperationFinder
{
    private const string Site = "/wiki/";
    private const string AsyncEnding = "Async";

    private readonly Dictionary<string, WireOperation> _byName = new(StringComparer.Ordinal);
    private readonly List<(string[] Steps, WireOperation Operation)> _byPath = [];

    public OperationFinder(WireDocument document)
    {
        string start = StartOf(document);
        foreach (WireOperation operation in document.Operations.Values)
        {
            foreach (string? name in new[] { operation.Key, operation.Id, document.Surface.NameOf(operation.Key) })
            {
                if (name is not null)
                {
                    _byName.TryAdd(name, operation);
                }
            }

            _byPath.Add(([operation.Method, .. Steps(start + operation.Path)], operation));
        }
    }

    /// <summary>The operation of a recorded answer; null when the document has none.</summary>
    public WireOperation? Find(Recording recording) => recording.Name is { } name ? FindName(name) : FindRequest(recording.Request ?? "");

    /// <summary>The operation of a name: its id, its name in C#, or its method and path in the document.</summary>
    public WireOperation? FindName(string name) =>
        _byName.GetValueOrDefault(name) ?? (name.EndsWith(AsyncEnding, StringComparison.Ordinal) ? _byName.GetValueOrDefault(name[..^AsyncEnding.Length]) : null);

    /// <summary>The operation that a request, or a path with parameters in braces, belongs to.</summary>
    public WireOperation? FindRequest(string text)
    {
        string[] request = text.Split(' ');
        string[] steps = [request[0], .. Steps(PathOf(request[^1]))];

        // Of several templates the one with the earliest fixed step is meant: /pages/latest before /pages/{id}.
        return _byPath.Where(candidate => Fits(candidate.Steps, steps))
            .OrderBy(candidate => string.Concat(candidate.Steps.Select(step => IsOpen(step) ? '1' : '0')), StringComparer.Ordinal)
            .Select(candidate => candidate.Operation)
            .FirstOrDefault();
    }

    private static bool Fits(string[] template, string[] steps) =>
        template.Length == steps.Length && template.Zip(steps).All(pair => IsOpen(pair.First) || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    private static bool IsOpen(string step) => step.Contains('{', StringComparison.Ordinal);

    private static string[] Steps(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path of an address, from the site on: a gateway has a path of its own before it.</summary>
    private static string PathOf(string address)
    {
        string path = address.Split('?', '#')[0];
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            int slash = path.IndexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path[slash..];
        }

        int site = path.IndexOf(Site, StringComparison.Ordinal);
        return site < 0 ? path : path[site..];
    }

    /// <summary>What stands before the paths of the document, such as <c>/wiki/api/v2</c>.</summary>
    private static string StartOf(WireDocument document) =>
        document.Root.Items("servers").OfType<Generator.Spec.Json.JsonObject>().FirstOrDefault()?.Text("url") is not { } url ? ""
        : url.IndexOf("//", StringComparison.Ordinal) is >= 0 and int host ? (url.IndexOf('/', host + 2) is >= 0 and int slash ? url[slash..].TrimEnd('/') : "")
        : url.TrimEnd('/');
}
