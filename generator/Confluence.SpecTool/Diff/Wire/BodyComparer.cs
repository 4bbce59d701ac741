using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;
using Confluence.SpecTool.Diff.Surface;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares the bodies of requests. One that several operations share is compared once.</summary>
internal sealed class BodyComparer(WireDocument before, WireDocument after, SchemaWalk walk)
{
    private readonly Dictionary<(JsonObject, JsonObject), List<Finding>> _compared = [];
    private readonly List<Finding> _single = [];

    public IEnumerable<Finding> Findings => [.. _single, .. _compared.Values.SelectMany(findings => findings)];

    public void Compare(OperationPair pair)
    {
        (string? oldName, JsonObject? old) = Find(before, pair.Old);
        (string? newName, JsonObject? now) = Find(after, pair.New);
        DiffPlace place = newName is not null && newName == oldName
            ? new DiffPlace($"body {newName}")
            : new DiffPlace($"{pair.New.Key} body") { Operation = pair.New.Key };
        IEnumerable<string> keys = pair.Names.Select(SurfaceKey.Body);
        if (old is null || now is null)
        {
            if ((old ?? now) is { } only)
            {
                string rule = (only.IsTrue("required") ? "required-body-" : "body-") + (old is null ? "added" : "removed");
                _single.Add(pair.Find(rule, place, $"{pair.New.Key} {(old is null ? "takes a body" : "takes a body no more")}", old is null ? null : "body", now is null ? null : "body", old is null ? null : before.PointerOf(old), now is null ? null : after.PointerOf(now), keys));
            }

            return;
        }

        if (!_compared.TryGetValue((old, now), out List<Finding>? findings))
        {
            _compared.Add((old, now), findings = Compare(pair, place, old, now));
        }

        foreach (Finding finding in findings)
        {
            finding.Operations.Add(pair.New.Key);
            finding.Keys.UnionWith(keys);
        }

        Visit(pair, place, old, now, keys);
    }

    private List<Finding> Compare(OperationPair pair, DiffPlace place, JsonObject old, JsonObject now)
    {
        var findings = new List<Finding>();
        if (old.IsTrue("required") != now.IsTrue("required"))
        {
            bool isRequired = now.IsTrue("required");
            Add(isRequired ? "body-became-required" : "body-became-optional", $"the body of {pair.New.Key} {(isRequired ? "must be sent" : "may be left out")} now", isRequired ? "optional" : "required", isRequired ? "required" : "optional", "required");
        }

        string[] oldMedia = [.. old.Child("content").Children().Select(media => media.Name)];
        string[] newMedia = [.. now.Child("content").Children().Select(media => media.Name)];
        foreach (string media in newMedia.Except(oldMedia))
        {
            Add("body-media-type-added", $"the body of {pair.New.Key} may be {media}", null, media, "content");
        }

        foreach (string media in oldMedia.Except(newMedia))
        {
            Add("body-media-type-removed", $"the body of {pair.New.Key} may not be {media} any more", media, null, "content");
        }

        foreach (string media in oldMedia.Intersect(newMedia))
        {
            string? was = old.Child("content")?.Child(media)?["encoding"].Compact();
            string? isNow = now.Child("content")?.Child(media)?["encoding"].Compact();
            if (was != isNow)
            {
                Add("keyword-changed", $"'encoding' of the body of {pair.New.Key} changed", was, isNow, "content");
            }
        }

        return findings;

        void Add(string rule, string text, string? was, string? isNow, string keyword) =>
            findings.Add(pair.Find(rule, place, text, was, isNow, $"{before.PointerOf(old)}/{keyword}", $"{after.PointerOf(now)}/{keyword}", []));
    }

    private void Visit(OperationPair pair, DiffPlace place, JsonObject old, JsonObject now, IEnumerable<string> keys)
    {
        foreach ((string media, JsonObject oldMedia) in old.Child("content").Children())
        {
            if (oldMedia.Child("schema") is { } oldSchema && now.Child("content")?.Child(media)?.Child("schema") is { } newSchema)
            {
                walk.Visit(oldSchema, newSchema, pair.Visit(
                    Ways.Sent, place, Held.Body(before.Surface.OperationOf(pair.Old.Key)), Held.Body(after.Surface.OperationOf(pair.New.Key)), keys));
            }
        }
    }

    private static (string? Name, JsonObject? Node) Find(WireDocument document, WireOperation operation) =>
        operation.Node.Child("requestBody") is { } body ? document.Resolve(body) : (null, null);
}
