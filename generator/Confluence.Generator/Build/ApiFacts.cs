using Confluence.Generator.Model;

namespace Confluence.Generator.Build;

/// <summary>What is known of an API beside its document: its prefix, its namespaces, its client, the address of its reference. All that differs between the two stands in <see cref="Of"/>.</summary>
internal sealed class ApiFacts
{
    private const string Member = "a member of the client";
    private const string Library = "Confluence.Generated";
    private const string MainClient = "ConfluenceClient";

    private readonly string _clientEnding;

    private ApiFacts(string api, string pathPrefix, string clientEnding)
    {
        Api = api;
        PathPrefix = pathPrefix;
        Namespace = Library + "." + api.ToUpperInvariant();
        _clientEnding = clientEnding;
    }

    public string Api { get; }

    /// <summary>What stands before the document's paths. The documents' own <c>servers</c> know neither the gateway nor each other's form.</summary>
    public string PathPrefix { get; }

    public string Namespace { get; }

    public string ModelNamespace => Namespace + ".Models";

    /// <summary>The client that hands out the groups, and its namespace.</summary>
    public (string Name, string Namespace) Root { get; private init; }

    /// <summary>What leads from the main client to <see cref="Root"/>; null when that is the main client itself.</summary>
    public ParentModel? Parent { get; private init; }

    /// <summary>The class that lists the operations of all APIs, and its namespace.</summary>
    public static (string Name, string Namespace) Catalogue => ("ConfluenceOperations", Library);

    /// <summary>Names that no group of an API may have, because its client, or the property that leads to it, would be called like another; and what that is.</summary>
    public static IReadOnlyDictionary<string, string> TakenGroups { get; } = new Dictionary<string, string>
    {
        ["Confluence"] = "the client itself",
        ["ConfluenceV1"] = "the client of the v1 API",
        [MainClient] = "the client itself",
        ["ConfluenceV1Client"] = "the client of the v1 API",
        ["Dispose"] = Member,
        ["Equals"] = Member,
        ["Finalize"] = Member,
        ["GetHashCode"] = Member,
        ["GetType"] = Member,
        ["MemberwiseClone"] = Member,
        ["Raw"] = Member,
        ["ReferenceEquals"] = Member,
        ["Retrieval"] = Member,
        ["Site"] = Member,
        ["ToString"] = Member,
        ["Transport"] = Member,
        ["V1"] = Member,
        ["WaitForConversionAsync"] = Member,
        ["WaitForLongTaskAsync"] = Member,
        ["Watch"] = Member,
        ["WebBase"] = Member,
        ["With"] = Member,
    };

    public static ApiFacts Of(string api) => api == "v2"
        ? new ApiFacts(api, "/wiki/api/v2", "Client") { Root = (MainClient, Library) }
        : new ApiFacts(api, "", "V1Client") { Root = ("ConfluenceV1Client", Library + ".V1"), Parent = new ParentModel("V1", MainClient, Library) };

    /// <summary>The class of a group. The APIs have groups of the same names, and callers import both namespaces.</summary>
    public string ClientName(string group) => group + _clientEnding;

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
