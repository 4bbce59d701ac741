using Confluence.Generator.Spec;

namespace Confluence.Generator.Tests.Spec;

public sealed class SpecLoaderTests
{
    private const string V2 = """{"openapi":"3.0.3","x-confluence-import":{"api":"v2","formatVersion":1},"info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{"A":{"type":"string"}}}}""";

    private static readonly string V1 = V2.Replace("\"v2\"", "\"v1\"", StringComparison.Ordinal);

    [Fact]
    public void Documents_come_v2_first_whatever_the_order_of_the_files()
    {
        SpecLoadResult result = Load(("spec/confluence-v1.json", V1), ("spec/other.json", V2));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["v2", "v1"], result.Documents.Select(document => document.Api));
    }

    [Fact]
    public void Overlays_apply_in_the_order_of_their_names_to_the_document_they_name()
    {
        SpecLoadResult result = Load(
            ("z/b.json", Overlay("v2", """{"target":"$.components.schemas.B","description":"why","update":{"format":"second"}}""")),
            ("z/c.json", Overlay("v2", """{"target":"$.components.schemas.B","description":"why","update":{"title":"third"}}""")),
            ("y/a.json", Overlay("v2", """{"target":"$.components.schemas","description":"why","update":{"B":{"type":"string"}}}""")),
            ("spec/v2.json", V2),
            ("spec/v1.json", V1));

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["A", "B"], result.Documents[0].Schemas.Select(schema => schema.Name));
        Assert.Equal(("second", "third"), (result.Documents[0].Schemas[1].Schema.Format, result.Documents[0].Schemas[1].Schema.Title));
        Assert.Equal(["A"], result.Documents[1].Schemas.Select(schema => schema.Name));
    }

    [Fact]
    public void One_document_alone_is_enough()
    {
        SpecLoadResult result = Load(("a.json", V1));

        Assert.Empty(result.Diagnostics);
        Assert.Equal("v1", Assert.Single(result.Documents).Api);
    }

    [Fact]
    public void Files_of_others_stay_unread()
    {
        SpecLoadResult result = Load(("a.json", V2), ("tsconfig.json", """{"compilerOptions":{}}"""), ("list.json", "[1]"));

        Assert.Empty(result.Diagnostics);
        Assert.Single(result.Documents);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_told_and_the_others_are_read()
    {
        SpecLoadResult result = Load(("a.json", V2), ("b.json", "{"));

        Assert.Equal(("CONF001", "b.json"), (Assert.Single(result.Diagnostics).Id, result.Diagnostics[0].Path));
        Assert.Single(result.Documents);
    }

    [Theory]
    [InlineData("""{"openapi":"3.0.3","paths":{}}""", "has not been imported")]
    [InlineData("""{"swagger":"2.0","paths":{}}""", "has not been imported")]
    [InlineData("""{"openapi":"3.0.3","x-confluence-import":{"api":"v2","formatVersion":2},"paths":{}}""", "another version")]
    [InlineData("""{"openapi":"3.0.3","x-confluence-import":{"api":"v3","formatVersion":1},"paths":{}}""", "another version")]
    [InlineData("""{"openapi":"3.0.3","x-confluence-import":true,"paths":{}}""", "another version")]
    public void A_document_that_was_not_imported_is_told_with_the_command(string text, string words)
    {
        SpecDiagnostic diagnostic = Assert.Single(Load(("a.json", text)).Diagnostics);

        Assert.Equal("CONF007", diagnostic.Id);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project generator/Confluence.SpecTool -- import", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_document_two_documents_and_an_overlay_without_a_document_are_told()
    {
        Assert.Contains("No file is an imported document", Message(Load()), StringComparison.Ordinal);
        Assert.Contains("the first is a.json", Message(Load(("a.json", V2), ("b.json", V2))), StringComparison.Ordinal);
        Assert.Contains("no file is one", Message(Load(("a.json", V2), ("b.json", Overlay("v1", """{"target":"$","description":"why","update":{"x-cs-groups":{}}}""")))), StringComparison.Ordinal);

        static string Message(SpecLoadResult result)
        {
            SpecDiagnostic diagnostic = Assert.Single(result.Diagnostics);
            Assert.Equal("CONF008", diagnostic.Id);
            return diagnostic.Message;
        }
    }

    private static string Overlay(string api, string action)
        => $$$"""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"{{{api}}}"},"actions":[{{{action}}}]}""";

    private static SpecLoadResult Load(params (string Path, string Text)[] files)
        => SpecLoader.Load([.. files.Select(file => new SpecFile(file.Path, file.Text))]);
}
