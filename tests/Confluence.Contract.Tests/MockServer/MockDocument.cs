using System.Globalization;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Runs;
using Confluence.Contract.Tests.Samples;

namespace Confluence.Contract.Tests.MockServer;

/// <summary>
/// Both effective documents as one, for a mock server that takes one: paths from the root, without servers, the components of v1 under
/// names of their own, because both documents use some names for different things. Each JSON answer has an example, because mock servers
/// give up on schemas that contain themselves, as many of v1 do.
/// </summary>
internal static class MockDocument
{
    public static string Make()
    {
        JsonObject document = new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Confluence Cloud, both APIs", ["version"] = "1" },
        };
        JsonObject paths = [];
        JsonObject components = [];
        foreach (string api in new[] { "v2", "v1" })
        {
            JsonObject source = Read(api);
            string prefix = EffectiveDocuments.PathPrefix(api);
            foreach ((string path, JsonNode? item) in source["paths"]?.AsObject() ?? [])
            {
                paths[prefix + path] = item?.DeepClone();
            }

            foreach ((string kind, JsonNode? group) in source["components"]?.AsObject() ?? [])
            {
                JsonObject target = components[kind] as JsonObject ?? [];
                components[kind] = target;
                foreach ((string name, JsonNode? component) in group?.AsObject() ?? [])
                {
                    target[$"{api}.{name}"] = component?.DeepClone();
                }
            }
        }

        foreach (ContractOperation operation in EffectiveDocuments.Operations.Where(static operation => operation.Answer.Schema is not null))
        {
            JsonNode? answers = paths[operation.Path]?[operation.Method.ToLowerInvariant()]?["responses"];
            JsonObject media = answers?[operation.Answer.Status.ToString(CultureInfo.InvariantCulture)]?["content"]?["application/json"]?.AsObject()
                ?? throw new InvalidOperationException($"{operation} has no place for an example.");
            media["example"] = ExampleOf(operation);
        }

        document["paths"] = paths;
        document["components"] = components;
        return document.ToJsonString();
    }

    /// <summary>An answer with every member; of a list, its last page.</summary>
    private static JsonNode? ExampleOf(ContractOperation operation) => operation.Paging is { } form
        ? PageAnswers.Make(CallPlan.Sparse(operation), form, SampleStyle.Complete).Second
        : new SampleMaker(SampleStyle.Complete, isAnswer: true).Make(operation.Answer.Schema ?? throw new InvalidOperationException("There is no schema."), "answer");

    /// <summary>The document with its references led to the new names, and without security, whose names are no references.</summary>
    private static JsonObject Read(string api)
    {
        string text = EffectiveDocuments.Text(api);
        foreach (string kind in new[] { "schemas", "parameters", "requestBodies", "responses" })
        {
            text = text.Replace($"\"#/components/{kind}/", $"\"#/components/{kind}/{api}.", StringComparison.Ordinal);
        }

        JsonObject document = JsonNode.Parse(text)?.AsObject() ?? throw new InvalidOperationException($"The document for {api} is empty.");
        (document["components"] as JsonObject)?.Remove("securitySchemes");
        foreach (JsonObject operation in document["paths"]?.AsObject().SelectMany(static item => item.Value?.AsObject() ?? []).Select(static pair => pair.Value).OfType<JsonObject>() ?? [])
        {
            operation.Remove("security");
        }

        return document;
    }
}
