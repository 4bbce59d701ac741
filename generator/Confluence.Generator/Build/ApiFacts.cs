namespace Confluence.Generator.Build;

/// <summary>What is known of an API beside its document: its prefix, its namespaces, the address of its reference.</summary>
internal sealed class ApiFacts
{
    private ApiFacts(string api, string pathPrefix)
    {
        Api = api;
        PathPrefix = pathPrefix;
        Namespace = "Confluence.Generated." + api.ToUpperInvariant();
    }

    public string Api { get; }

    /// <summary>What stands before the document's paths. The documents' own <c>servers</c> know neither the gateway nor each other's form.</summary>
    public string PathPrefix { get; }

    public string Namespace { get; }

    public string ModelNamespace => Namespace + ".Models";

    /// <summary>The class of a group. The APIs have groups of the same names, and callers import both namespaces.</summary>
    public string ClientName(string group) => group + (Api == "v2" ? "Client" : Api.ToUpperInvariant() + "Client");

    public static ApiFacts Of(string api) => new(api, api == "v2" ? "/wiki/api/v2" : "");

    /// <summary>The operation's page in Atlassian's reference: its anchors are made of tag, path and method.</summary>
    public string ReferenceUrl(string tag, string path, string method) =>
        $"https://developer.atlassian.com/cloud/confluence/rest/{Api}/api-group-{Slug(tag)}/#api-{Slug(path.TrimStart('/'))}-{method.ToLowerInvariant()}";

    private static string Slug(string text)
    {
        var slug = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('{' or '}'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
