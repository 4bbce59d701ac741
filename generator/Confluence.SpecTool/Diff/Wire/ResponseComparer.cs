using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares answers: their states, headers and forms.</summary>
internal sealed class ResponseComparer(WireDocument before, WireDocument after, SchemaWalk walk)
{
    private readonly Dictionary<(JsonObject, JsonObject), List<Finding>> _compared = [];
    private readonly List<Finding> _single = [];

    public IEnumerable<Finding> Findings => [.. _single, .. _compared.Values.SelectMany(findings => findings)];

    public void Compare(OperationPair pair)
    {
        Dictionary<string, JsonObject> old = pair.Old.Node.Child("responses").Children().ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        Dictionary<string, JsonObject> now = pair.New.Node.Child("responses").Children().ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        foreach (string status in now.Keys.Where(status => !old.ContainsKey(status)))
        {
            AddStatus(pair, status, "added", $"{pair.New.Key} may answer {status}", null, status, null, after.PointerOf(now[status]));
        }

        foreach (string status in old.Keys.Where(status => !now.ContainsKey(status)))
        {
            AddStatus(pair, status, "removed", $"{pair.New.Key} does not answer {status} any more", status, null, before.PointerOf(old[status]), null);
        }

        foreach (string status in old.Keys.Where(now.ContainsKey))
        {
            Compare(pair, status, before.Resolve(old[status]), after.Resolve(now[status]));
        }
    }

    private void AddStatus(OperationPair pair, string status, string what, string text, string? was, string? isNow, string? oldPointer, string? newPointer) => _single.Add(pair.Find(
        (IsSuccess(status) ? "success-status-" : "error-status-") + what, Place(pair, status), text, was, isNow, oldPointer, newPointer, IsSuccess(status) ? pair.Names.Select(SurfaceKey.Result) : []));

    private void Compare(OperationPair pair, string status, (string? Name, JsonObject Node) old, (string? Name, JsonObject Node) now)
    {
        DiffPlace place = now.Name is not null && now.Name == old.Name ? new DiffPlace($"answer {now.Name}") : Place(pair, status);
        if (!_compared.TryGetValue((old.Node, now.Node), out List<Finding>? findings))
        {
            var comparison = new ResponsePair(pair, place, status, old.Node, now.Node);
            _compared.Add((old.Node, now.Node), findings = [.. comparison.Compare()]);
        }

        string[] keys = IsSuccess(status) ? [.. pair.Names.Select(SurfaceKey.Result)] : [];
        foreach (Finding finding in findings)
        {
            finding.Operations.Add(pair.New.Key);
            finding.Keys.UnionWith(keys);
        }

        foreach ((string media, JsonObject oldMedia) in old.Node.Child("content").Children())
        {
            if (oldMedia.Child("schema") is { } oldSchema && now.Node.Child("content")?.Child(media)?.Child("schema") is { } newSchema)
            {
                walk.Visit(oldSchema, newSchema, pair.Visit(
                    Ways.Received,
                    place,
                    IsSuccess(status) ? Held.Answer(before.Surface.OperationOf(pair.Old.Key)) : default,
                    IsSuccess(status) ? Held.Answer(after.Surface.OperationOf(pair.New.Key)) : default,
                    keys));
            }
        }

        foreach ((string header, JsonObject oldHeader) in old.Node.Child("headers").Children())
        {
            if (now.Node.Child("headers")?.Child(header) is { } newHeader && before.Resolve(oldHeader).Node.Child("schema") is { } oldSchema && after.Resolve(newHeader).Node.Child("schema") is { } newSchema)
            {
                walk.Visit(oldSchema, newSchema, pair.Visit(Ways.Received, place with { Text = $"{place.Text} header {header}" }, default, default, []));
            }
        }
    }

    private static DiffPlace Place(OperationPair pair, string status) => new($"{pair.New.Key} answer {status}") { Operation = pair.New.Key };

    private static bool IsSuccess(string status) => status.StartsWith('2');
}
