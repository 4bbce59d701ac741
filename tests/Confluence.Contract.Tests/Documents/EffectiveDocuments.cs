using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Confluence.Contract.Tests.Documents;

/// <summary>Both effective documents as Microsoft.OpenApi reads them. Nothing of our own model of the documents is used.</summary>
internal static class EffectiveDocuments
{
    /// <summary>The operations of both documents, in the order in which the documents have them.</summary>
    public static IReadOnlyList<ContractOperation> Operations { get; } = [.. OperationsOf("v2"), .. OperationsOf("v1")];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. Operations.Select(static operation => operation.ToString())];

    /// <summary>The text of a document, as the build has printed it for NSwag too.</summary>
    public static string Text(string api) => ReadResource(typeof(NSwagPeer.V2.NSwagConfluence), $"confluence-{api}.json");

    /// <summary>The path of the server that a document names, which v2 has (<c>/wiki/api/v2</c>) and v1 has not.</summary>
    public static string PathPrefix(string api)
    {
        string address = JsonNode.Parse(Text(api))?["servers"]?[0]?["url"]?.GetValue<string>() ?? throw new InvalidOperationException($"The document for {api} names no server.");
        int host = address.IndexOf("//", StringComparison.Ordinal) + 2;
        int path = address.IndexOf('/', host);
        return path < 0 ? string.Empty : address[path..].TrimEnd('/');
    }

    private static IEnumerable<ContractOperation> OperationsOf(string api)
    {
        ReadResult result = OpenApiDocument.Parse(Text(api), "json");
        OpenApiDocument document = result.Document
            ?? throw new InvalidOperationException($"The effective document for {api} cannot be read: {string.Join("; ", result.Diagnostic?.Errors ?? [])}");
        JsonObject names = JsonNode.Parse(ReadResource(typeof(EffectiveDocuments), $"names.{api}.json"))?["operations"]?.AsObject()
            ?? throw new InvalidOperationException($"spec/names.{api}.json has no operations.");
        string prefix = PathPrefix(api);
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                string name = names[$"{method.Method} {path}"]?.GetValue<string>()
                    ?? throw new InvalidOperationException($"spec/names.{api}.json has no name for {method.Method} {path}.");
                yield return new ContractOperation(api, prefix + path, method.Method, name, item, operation);
            }
        }
    }

    private static string ReadResource(Type type, string name)
    {
        using Stream stream = type.Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{type.Assembly} carries no {name}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
