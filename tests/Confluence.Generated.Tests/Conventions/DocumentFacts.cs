using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>What the committed documents say of their operations, read without the generator.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="OperationId">The name in the document.</param>
/// <param name="IsExperimental">It may change.</param>
/// <param name="IsDeprecated">It may go.</param>
/// <param name="HasBody">It takes a body.</param>
/// <param name="IsQuestion">It only reads, has nothing to say when it succeeds, and may answer 404.</param>
internal sealed record DocumentFacts(string Api, string OperationId, bool IsExperimental, bool IsDeprecated, bool HasBody, bool IsQuestion)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    public static IReadOnlyList<DocumentFacts> All { get; } = [.. Read("v2"), .. Read("v1")];

    private static IEnumerable<DocumentFacts> Read(string api)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository(), "spec", $"confluence-{api}.json")));
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject().Where(static member => s_methods.Contains(member.Name)))
            {
                yield return new DocumentFacts(
                    api,
                    operation.Value.GetProperty("operationId").GetString() ?? throw new InvalidOperationException($"{operation.Name} {path.Name} has no name."),
                    IsTrue(operation.Value, "x-experimental"),
                    IsTrue(operation.Value, "deprecated"),
                    operation.Value.TryGetProperty("requestBody", out _),
                    operation.Name == "get" && AsksWhether(operation.Value.GetProperty("responses")));
            }
        }
    }

    private static bool AsksWhether(JsonElement responses)
    {
        JsonProperty[] successes = [.. responses.EnumerateObject().Where(static response => response.Name.StartsWith('2'))];
        return successes.Length > 0
            && Array.TrueForAll(successes, static response => !response.Value.TryGetProperty("content", out _) && !response.Value.TryGetProperty("$ref", out _))
            && responses.TryGetProperty("404", out _);
    }

    private static bool IsTrue(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static string Repository([CallerFilePath] string callerPath = "") => Path.GetFullPath(Path.Combine(callerPath, "..", "..", "..", ".."));
}
