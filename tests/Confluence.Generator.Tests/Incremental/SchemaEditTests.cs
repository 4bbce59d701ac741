using System.Text.Json.Nodes;
using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.Seam;
using Microsoft.CodeAnalysis;

namespace Confluence.Generator.Tests.Incremental;

/// <summary>
/// In every case, each schema in its turn gets something new. What is emitted anew then says so: nothing else is written or changes.
/// </summary>
public sealed class SchemaEditTests
{
    private const string Added = "addedByATest";

    /// <summary>Case, file and schema, for each named schema of each case.</summary>
    public static TheoryData<string, string, string> Schemas
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string name in Case.Sound)
            {
                foreach ((string path, string text) in Case.Documents(name))
                {
                    foreach ((string schema, JsonNode? node) in SchemasOf(Parse(text)))
                    {
                        if (node is JsonObject value && (value["properties"] ?? value["enum"]) is not null)
                        {
                            data.Add(name, path, schema);
                        }
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Edited_schema_writes_anew_what_holds_it_only(string name, string path, string schema)
    {
        GeneratorRun first = GeneratorRun.Start(Case.Documents(name));
        GeneratorRun second = first.AfterChange(path, text => Edit(text, schema));

        Assert.Empty(second.Diagnostics);
        AssertSaysSo(first, second);
    }

    [Fact]
    public void Edited_schema_of_the_real_document_writes_anew_what_holds_it_only()
    {
        GeneratorRun second = RealDocuments.Run.AfterChange("confluence-v2.json", text => Edit(text, "Version"));

        Assert.Empty(second.Diagnostics);
        AssertSaysSo(RealDocuments.Run, second);
    }

    private static void AssertSaysSo(GeneratorRun first, GeneratorRun second)
    {
        IReadOnlyDictionary<string, string> before = first.Sources;
        IReadOnlyDictionary<string, string> after = second.Sources;
        string[] changed = [.. after.Keys.Where(file => before.GetValueOrDefault(file) != after[file]).Order(StringComparer.Ordinal)];

        // What shared a type with the schema while both had one shape gets its own now; who holds it names the new type.
        string[] added = [.. after.Keys.Except(before.Keys)];
        string[] words = [Added, .. added.Select(file => Path.GetFileName(file).Split('.')[0])];

        Assert.Empty(before.Keys.Except(after.Keys));
        Assert.All(changed, file => Assert.Contains(words, word => after[file].Contains(word, StringComparison.OrdinalIgnoreCase)));

        // The compiler pairs items by their position: a new file makes it ask again for those behind it, which come out as they were.
        int anew = second.OutputReasons.Count(reason => reason is not IncrementalStepRunReason.Cached);
        Assert.True(added.Length > 0 ? anew >= changed.Length : anew == changed.Length, $"{anew} files were made anew, and {changed.Length} changed: {string.Join(", ", changed)}");
    }

    private static string Edit(string text, string schema)
    {
        JsonNode root = Parse(text);
        JsonNode? node = SchemasOf(root)[schema];
        if (node?["enum"] is JsonArray values)
        {
            values.Add(Added);
        }
        else
        {
            node?["properties"]?.AsObject().Add(Added, new JsonObject { ["type"] = "string" });
        }

        return root.ToJsonString();
    }

    private static JsonObject SchemasOf(JsonNode root) => root["components"]?["schemas"]?.AsObject() ?? [];

    private static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException("The document is null.");
}
