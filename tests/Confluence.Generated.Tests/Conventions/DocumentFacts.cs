using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>What the committed documents say of their operations, read without the generator.</summary>
internal sealed record DocumentFacts(string Api, string OperationId, bool IsExperimental, bool IsDeprecated)
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
                    IsTrue(operation.Value, "deprecated"));
            }
        }
    }

    private static bool IsTrue(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static string Repository([CallerFilePath] string callerPath = "") => Path.GetFullPath(Path.Combine(callerPath, "..", "..", "..", ".."));
}
