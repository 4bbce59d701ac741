using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares which credentials an operation takes.</summary>
internal static class SecurityComparer
{
    public static IEnumerable<Finding> Compare(OperationPair pair)
    {
        Dictionary<string, HashSet<string>> old = Read(pair.Before, pair.Old.Node);
        Dictionary<string, HashSet<string>> now = Read(pair.After, pair.New.Node);

        // Atlassian's own list says the same of scopes, with their state; a change of both is one change.
        bool isTold = pair.Old.Node["x-atlassian-oauth2-scopes"].Compact() != pair.New.Node["x-atlassian-oauth2-scopes"].Compact();
        foreach (string scheme in now.Keys.Where(scheme => !old.ContainsKey(scheme) && !(isTold && now[scheme].Count > 0)))
        {
            yield return pair.Find("security-alternative-added", $"{pair.New.Key} takes {scheme}", null, scheme, "security");
        }

        foreach (string scheme in old.Keys.Where(scheme => !now.ContainsKey(scheme) && !(isTold && old[scheme].Count > 0)))
        {
            yield return pair.Find("security-alternative-removed", $"{pair.New.Key} takes {scheme} no more", scheme, null, "security");
        }

        foreach (string scheme in old.Keys.Where(scheme => now.ContainsKey(scheme) && !isTold))
        {
            foreach (string scope in now[scheme].Except(old[scheme]))
            {
                yield return pair.Find("security-scope-added", $"{pair.New.Key} asks for the scope {scope} of {scheme}", null, $"{scheme} {scope}", "security");
            }

            foreach (string scope in old[scheme].Except(now[scheme]))
            {
                yield return pair.Find("security-scope-removed", $"{pair.New.Key} does not ask for the scope {scope} of {scheme} any more", $"{scheme} {scope}", null, "security");
            }
        }
    }

    /// <summary>Each kind of credential that is taken, with its scopes: of the operation, or of the document where it says nothing.</summary>
    private static Dictionary<string, HashSet<string>> Read(WireDocument document, JsonObject operation)
    {
        var alternatives = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        JsonObject owner = operation["security"] is null ? document.Root : operation;
        foreach (JsonObject requirement in owner.Items("security").OfType<JsonObject>())
        {
            string scheme = requirement.Members.Count == 0 ? "no credential" : string.Join(" and ", requirement.Members.Select(member => member.Name));
            alternatives.TryAdd(scheme, []);
            alternatives[scheme].UnionWith(requirement.Members.SelectMany(member => requirement.Texts(member.Name)));
        }

        return alternatives;
    }
}
