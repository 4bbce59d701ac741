using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares the kinds of credentials that a document describes.</summary>
internal static class SecuritySchemes
{
    public static IEnumerable<Finding> Compare(WireDocument before, WireDocument after)
    {
        Dictionary<string, JsonObject> old = Read(before);
        Dictionary<string, JsonObject> now = Read(after);
        foreach (string name in now.Keys.Where(name => !old.ContainsKey(name)))
        {
            yield return Find("security-scheme-added", name, $"the credential {name} is described", null, name);
        }

        foreach (string name in old.Keys.Where(name => !now.ContainsKey(name)))
        {
            yield return Find("security-scheme-removed", name, $"the credential {name} is not described any more", name, null);
        }

        foreach (string name in old.Keys.Where(now.ContainsKey))
        {
            string was = WithoutScopes(old[name]);
            string isNow = WithoutScopes(now[name]);
            if (was != isNow)
            {
                yield return Find("security-scheme-changed", name, $"the credential {name} is got or sent in another way", was, isNow);
            }

            foreach (string scope in Scopes(now[name]).Except(Scopes(old[name])))
            {
                yield return Find("scheme-scope-added", name, $"the scope {scope} of {name} can be asked for", null, scope);
            }

            foreach (string scope in Scopes(old[name]).Except(Scopes(now[name])))
            {
                yield return Find("scheme-scope-removed", name, $"the scope {scope} of {name} is not described any more", scope, null);
            }
        }
    }

    private static Finding Find(string rule, string name, string text, string? was, string? isNow)
    {
        string pointer = $"/components/securitySchemes/{WireDocument.Escape(name)}";
        return new Finding(RuleTable.Of(rule), new DiffPlace($"credential {name}"), text, was, isNow) { Pointers = (pointer, pointer) };
    }

    private static Dictionary<string, JsonObject> Read(WireDocument document) =>
        (document.Root.Child("components")?.Child("securitySchemes").Children() ?? []).ToDictionary(scheme => scheme.Name, scheme => scheme.Value, StringComparer.Ordinal);

    private static HashSet<string> Scopes(JsonObject scheme) =>
        [.. scheme.Child("flows").Children().SelectMany(flow => flow.Value.Child("scopes")?.Members ?? []).Select(scope => scope.Name)];

    private static string WithoutScopes(JsonObject scheme) => JsonFormatter.Compact(Strip(scheme));

    private static JsonNode Strip(JsonNode node) => node is JsonObject value
        ? new JsonObject(value.Source, value.Start, value.Length, [.. value.Members.Where(member => member.Name != "scopes").Select(member => new JsonMember(member.Name, member.NameStart, Strip(member.Value)))])
        : node;
}
