using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>An answer and what it became: its forms and its headers.</summary>
internal sealed class ResponsePair(OperationPair operation, DiffPlace place, string status, JsonObject old, JsonObject now)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Compare()
    {
        CompareContent();
        CompareHeaders();
        return _findings;
    }

    private void CompareContent()
    {
        Dictionary<string, JsonObject> before = Entries(old, "content");
        Dictionary<string, JsonObject> after = Entries(now, "content");
        foreach (string media in after.Keys.Where(media => !before.ContainsKey(media)))
        {
            Add("answer-media-type-added", place, $"{operation.New.Key} answers {status} with {media}", null, media, "content");
        }

        foreach (string media in before.Keys.Where(media => !after.ContainsKey(media)))
        {
            Add("answer-media-type-removed", place, $"{operation.New.Key} answers {status} with {media} no more", media, null, "content");
        }

        foreach (string media in before.Keys.Where(after.ContainsKey))
        {
            bool was = before[media]["schema"] is not null;
            if (was != after[media]["schema"] is not null)
            {
                Add(was ? "answer-schema-removed" : "answer-schema-added", place, $"what {operation.New.Key} answers {status} with is {(was ? "not described any more" : "described now")}", was ? "schema" : null, was ? null : "schema", "content");
            }
        }
    }

    private void CompareHeaders()
    {
        Dictionary<string, JsonObject> before = Entries(old, "headers");
        Dictionary<string, JsonObject> after = Entries(now, "headers");
        foreach (string header in after.Keys.Where(header => !before.ContainsKey(header)))
        {
            Add("response-header-added", Header(header), $"{operation.New.Key} sends the header {header} with {status}", null, header, "headers");
        }

        foreach (string header in before.Keys.Where(header => !after.ContainsKey(header)))
        {
            Add("response-header-removed", Header(header), $"{operation.New.Key} sends the header {header} with {status} no more", header, null, "headers");
        }

        foreach (string header in before.Keys.Where(after.ContainsKey))
        {
            JsonObject one = operation.Before.Resolve(before[header]).Node;
            JsonObject other = operation.After.Resolve(after[header]).Node;
            Flag(header, one, other, "required", "response-header-became-required", "response-header-became-optional", "always comes", "may be missing");
            Flag(header, one, other, "deprecated", "response-header-deprecated", "response-header-revived", "is deprecated", "is not deprecated any more");
        }
    }

    private void Flag(string header, JsonObject one, JsonObject other, string keyword, string set, string unset, string isSet, string isUnset)
    {
        bool was = one.IsTrue(keyword);
        if (was != other.IsTrue(keyword))
        {
            Add(was ? unset : set, Header(header), $"the header {header} of {operation.New.Key} {(was ? isUnset : isSet)}", was ? "true" : null, was ? null : "true", "headers");
        }
    }

    private DiffPlace Header(string header) => place with { Text = $"{place.Text} header {header}" };

    private void Add(string rule, DiffPlace at, string text, string? was, string? isNow, string keyword) => _findings.Add(operation.Find(
        rule, at, text, was, isNow, $"{operation.Before.PointerOf(old)}/{keyword}", $"{operation.After.PointerOf(now)}/{keyword}", []));

    private static Dictionary<string, JsonObject> Entries(JsonObject response, string section) =>
        response.Child(section).Children().DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
}
