using System.Text.Json.Nodes;
using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.Seam;
using Microsoft.CodeAnalysis;

namespace Confluence.Generator.Tests.Incremental;

/// <summary>An edit of a document makes anew what depends on it, and nothing else.</summary>
public sealed class EditTests
{
    private const string V1 = "confluence-v1.json";
    private const string V2 = "confluence-v2.json";

    [Fact]
    public void New_member_touches_its_type_only() => AssertAnew(
        RealDocuments.Run,
        V2,
        root => Schema(root, "PageSingle")["properties"]?.AsObject().Add("addedByATest", new JsonObject { ["type"] = "string" }),
        "V2/Models/PageDetails.g.cs");

    [Fact]
    public void Changed_type_of_a_member_touches_its_type_only() => AssertAnew(
        GeneratorRun.Start(Case.Documents("Models/Containers")),
        "v2.json",
        root => Properties(root, "Containers")["names"] = new JsonObject { ["type"] = "boolean" },
        "V2/Models/Containers.g.cs");

    [Fact]
    public void New_enum_value_touches_its_enum_only() => AssertAnew(
        GeneratorRun.Start(Case.Documents("Enums/Values")),
        "v2.json",
        root => Schema(root, "SortOrder")["enum"]?.AsArray().Add("title"),
        "V2/Models/SortOrder.g.cs");

    [Fact]
    public void New_optional_parameter_touches_its_options_only() => AssertAnew(
        RealDocuments.Run,
        V2,
        root => Operation(root, "/pages", "get")["parameters"]?.AsArray().Add(Query("added-by-a-test")),
        "V2/Options/GetPagesOptions.g.cs");

    [Fact]
    public void New_required_parameter_touches_its_client_only() => AssertAnew(
        GeneratorRun.Start(Case.Documents("Operations/Parameters")),
        "v2.json",
        root =>
        {
            JsonObject parameter = Query("added-by-a-test");
            parameter["required"] = true;
            Operation(root, "/pages", "get")["parameters"]?.AsArray().Add(parameter);
        },
        "V2/PageClient.g.cs");

    [Fact]
    public void New_name_of_an_operation_touches_its_client_and_the_list_of_operations() => AssertAnew(
        GeneratorRun.Start(Case.Documents("Operations/Groups")),
        "v2.overlay.json",
        root => root["actions"]?[0]?["update"]?.AsObject().Add("x-cs-name", "MoveByATest"),
        "V2/ConfluenceOperations.g.cs",
        "V2/MovesClient.Operations.g.cs",
        "V2/MovesClient.g.cs");

    [Fact]
    public void Permission_in_an_overlay_touches_its_client_only() => AssertAnew(
        GeneratorRun.Start(Case.Documents("Operations/Groups")),
        "v2.overlay.json",
        root => root["actions"]?[0]?["update"]?.AsObject().Add("x-cs-permission", "Move things"),
        "V2/MovesClient.Operations.g.cs",
        "V2/MovesClient.g.cs");

    [Fact]
    public void Edit_of_one_document_leaves_the_other_alone()
    {
        GeneratorRun second = RealDocuments.Run.AfterChange(V1, text => Edit(text, root => Operation(root, "/wiki/rest/api/search", "get")["deprecated"] = true));

        string[] changed = Changed(RealDocuments.Run, second);
        Assert.NotEmpty(changed);
        Assert.All(changed, name => Assert.StartsWith("V1/", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_that_nothing_reaches_emits_nothing() => AssertAnew(
        RealDocuments.Run,
        V2,
        root => root["components"]?["schemas"]?.AsObject().Add("AddedByATest", new JsonObject { ["type"] = "string" }));

    [Fact]
    public void Mended_fault_takes_its_diagnostic_away()
    {
        GeneratorRun broken = RealDocuments.Run.AfterChange(V2, text => text[..^3]);
        GeneratorRun mended = broken.AfterChange(V2, _ => RealDocuments.Files.Single(file => file.Path == V2).Text);

        Assert.Contains(broken.Diagnostics, message => message.StartsWith(V2, StringComparison.Ordinal) && message.Contains("error CONF001", StringComparison.Ordinal));
        Assert.Empty(mended.Diagnostics);
        Assert.Empty(Changed(RealDocuments.Run, mended));
    }

    private static void AssertAnew(GeneratorRun first, string path, Action<JsonNode> change, params string[] expected)
    {
        GeneratorRun second = first.AfterChange(path, text => Edit(text, change));

        Assert.Empty(second.Diagnostics);
        Assert.Equal(expected, Changed(first, second));

        // A client's item gives both of its files.
        int anew = second.OutputReasons.Count(reason => reason is not IncrementalStepRunReason.Cached);
        Assert.Equal(expected.Count(name => !name.EndsWith(".Operations.g.cs", StringComparison.Ordinal)), anew);
    }

    private static string[] Changed(GeneratorRun first, GeneratorRun second)
    {
        IReadOnlyDictionary<string, string> before = first.Sources;
        IReadOnlyDictionary<string, string> after = second.Sources;
        return
        [
            .. before.Keys.Union(after.Keys)
                .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Edit(string text, Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(text) ?? throw new InvalidOperationException("The document is null.");
        change(root);
        return root.ToJsonString();
    }

    private static JsonNode Schema(JsonNode root, string name) =>
        root["components"]?["schemas"]?[name] ?? throw new InvalidOperationException($"There is no schema '{name}'.");

    private static JsonNode Properties(JsonNode root, string name) =>
        Schema(root, name)["properties"] ?? throw new InvalidOperationException($"The schema '{name}' has no properties.");

    private static JsonNode Operation(JsonNode root, string path, string method) =>
        root["paths"]?[path]?[method] ?? throw new InvalidOperationException($"There is no operation {method} {path}.");

    private static JsonObject Query(string name) =>
        new() { ["name"] = name, ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } };
}
