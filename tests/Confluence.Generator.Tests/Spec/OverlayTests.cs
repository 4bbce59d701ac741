using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.Overlays;

namespace Confluence.Generator.Tests.Spec;

public sealed class OverlayTests
{
    private const string Document =
        """{"paths":{"/a/{id}":{"get":{"operationId":"getA","parameters":[{"name":"id","in":"path"},{"name":"sort","in":"query","schema":{"type":"string"}}]},"put":{"operationId":"putA"}},"/b":{"get":{"operationId":"getB","enum":["x"]}}}}""";

    [Theory]
    [InlineData("$.paths['/b'].get", """{"x":1}""", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":["x"],"x":1}}}}""")]
    [InlineData("$.paths['/b'].get", """{"operationId":"other"}""", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"other","enum":["x"]}}}}""")]
    [InlineData("$.paths['/b'].get", """{"enum":["y","z"]}""", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":["x","y","z"]}}}}""")]
    [InlineData("$.paths['/b'].get.enum", "\"y\"", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":["x","y"]}}}}""")]
    [InlineData("$.paths", """{"/b":{"get":{"x":{"y":2}},"post":{}},"/c":{}}""", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":["x"],"x":{"y":2}},"post":{}},"/c":{}}}""")]
    [InlineData("$", """{"x":[]}""", """{"paths":{"/a/{id}":…,"/b":…},"x":[]}""")]
    [InlineData("$.paths.*[?@.operationId=='getB']", """{"x":1}""", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":["x"],"x":1}}}}""")]
    public void Updates_merge_objects_and_append_to_arrays(string target, string update, string expected)
        => Assert.Equal(Expand(expected), Apply($$"""[{"target":"{{target}}","description":"why","update":{{update}}}]"""));

    [Theory]
    [InlineData("$.paths['/b']", """{"paths":{"/a/{id}":…}}""")]
    [InlineData("$.paths['/b'].get.enum[*]", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":[]}}}}""")]
    [InlineData("$.paths['/b'].get.enum[?@=='x']", """{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":[]}}}}""")]
    [InlineData("$.paths.*.get", """{"paths":{"/a/{id}":{"put":{"operationId":"putA"}},"/b":{}}}""")]
    [InlineData("$.paths.*.*.parameters[?@.name=='sort' && @.schema.type=='string'].schema", """{"paths":{"/a/{id}":{"get":{"operationId":"getA","parameters":[{"name":"id","in":"path"},{"name":"sort","in":"query"}]},"put":{"operationId":"putA"}},"/b":…}}""")]
    [InlineData("$.paths[\\\"/a/{id}\\\"].get.parameters[?@['in']=='query']", """{"paths":{"/a/{id}":{"get":{"operationId":"getA","parameters":[{"name":"id","in":"path"}]},"put":{"operationId":"putA"}},"/b":…}}""")]
    public void Remove_takes_out_what_matches_and_keeps_the_order_of_the_rest(string target, string expected)
        => Assert.Equal(Expand(expected), Apply($$"""[{"target":"{{target}}","description":"why","remove":true}]"""));

    [Fact]
    public void To_replace_is_to_remove_and_to_add()
        => Assert.Equal(
            Expand("""{"paths":{"/a/{id}":…,"/b":{"get":{"operationId":"getB","enum":{"now":"an object"}}}}}"""),
            Apply("""[{"target":"$.paths['/b'].get.enum","description":"why","remove":true},{"target":"$.paths['/b'].get","description":"why","update":{"enum":{"now":"an object"}}}]"""));

    [Fact]
    public void What_an_overlay_adds_keeps_its_place_in_the_overlay()
    {
        JsonObject document = Read(Document, "document.json");
        var diagnostics = new List<SpecDiagnostic>();
        Overlay overlay = OverlayReader.Read(Read(OverlayText("""[{"target":"$.paths","description":"why","update":{"/c":{}}}]"""), "overlay.json"), diagnostics)!;

        JsonObject result = OverlayApplier.Apply(document, overlay, diagnostics);

        var paths = (JsonObject)result["paths"]!;
        Assert.Equal("document.json", paths["/b"]!.Source.Path);
        Assert.Equal("overlay.json", paths["/c"]!.Source.Path);
        Assert.Same(((JsonObject)document["paths"]!)["/b"], paths["/b"]);
        Assert.Null(((JsonObject)document["paths"]!)["/c"]);
    }

    [Theory]
    [InlineData("""{"target":"$.paths['/c']","description":"why","remove":true}""", "CONF005", "takes nothing")]
    [InlineData("""{"target":"$.paths.*[?@.operationId=='gone']","description":"why","update":{"x":1}}""", "CONF005", "takes nothing")]
    [InlineData("""{"target":"$.paths['/b'].get","description":"why","update":{"operationId":"getB"}}""", "CONF005", "changes nothing")]
    [InlineData("""{"target":"$.paths['/b'].get","description":"why","update":{"enum":["x"]}}""", "CONF005", "already has \"x\"")]
    [InlineData("""{"target":"$.paths['/b'].get.operationId","description":"why","update":"x"}""", "CONF006", "takes a string, which a string cannot be merged into")]
    [InlineData("""{"target":"$.paths['/b'].get","description":"why","update":["x"]}""", "CONF006", "takes an object, which an array cannot")]
    [InlineData("""{"target":"$.paths['/b'].get","description":"why","update":{"enum":"x"}}""", "CONF006", "'enum' is an array in the document and a string here")]
    [InlineData("""{"target":"$.paths['/b'].get","description":"why","update":{"operationId":{}}}""", "CONF006", "'operationId' is a string in the document and an object here")]
    [InlineData("""{"target":"$.paths['/b'].get.enum[0]","description":"why","remove":true}""", "CONF006", "an index is not allowed")]
    [InlineData("""{"target":"$.paths['/b'].get.enum[-1]","description":"why","remove":true}""", "CONF006", "an index is not allowed")]
    [InlineData("""{"target":"$..get","description":"why","remove":true}""", "CONF006", "'..' is not supported")]
    [InlineData("""{"target":"paths","description":"why","remove":true}""", "CONF006", "begins with '$'")]
    [InlineData("""{"target":"$.paths['a','b']","description":"why","remove":true}""", "CONF006", "several selectors")]
    [InlineData("""{"target":"$.x-cs-groups","description":"why","remove":true}""", "CONF006", "['x-name']")]
    [InlineData("""{"target":"$.paths[?@.a!='b']","description":"why","remove":true}""", "CONF006", "'==' is expected")]
    [InlineData("""{"target":"$.paths[?@.a==1]","description":"why","remove":true}""", "CONF006", "between single quotes")]
    [InlineData("""{"target":"$.paths['a","description":"why","remove":true}""", "CONF006", "closing quote")]
    [InlineData("""{"target":"$.paths","remove":true}""", "CONF006", "\"description\" that says why")]
    [InlineData("""{"target":"$.paths","description":" ","remove":true}""", "CONF006", "\"description\" that says why")]
    [InlineData("""{"target":"$.paths","description":"why"}""", "CONF006", "either an \"update\"")]
    [InlineData("""{"target":"$.paths","description":"why","remove":false}""", "CONF006", "either an \"update\"")]
    [InlineData("""{"target":"$.paths","description":"why","remove":true,"update":{}}""", "CONF006", "either an \"update\"")]
    [InlineData("""{"target":"$.paths","description":"why","remove":"yes"}""", "CONF006", "true or false")]
    [InlineData("""{"target":"$","description":"why","remove":true}""", "CONF006", "cannot be removed")]
    [InlineData("""{"description":"why","remove":true}""", "CONF006", "\"target\"")]
    [InlineData("""{"target":"$.paths","description":"why","copy":"$.x"}""", "CONF006", "'copy' is not a member of an action")]
    [InlineData("\"remove\"", "CONF006", "An action is an object")]
    public void A_wrong_action_is_told(string action, string id, string words)
    {
        (string text, List<SpecDiagnostic> diagnostics) = TryApply(OverlayText($"[{action}]"));

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == id && diagnostic.Message.Contains(words, StringComparison.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.Equal("overlay.json", diagnostic.Path));
        bool isOnlyWithoutReason = words.Contains("description", StringComparison.Ordinal); // It is carried out all the same.
        Assert.Equal(!isOnlyWithoutReason, text == Document);
    }

    [Theory]
    [InlineData("""{"overlay":"2.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"v2"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "1.0.0")]
    [InlineData("""{"overlay":"1.0.0","x-confluence-overlay":{"api":"v2"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "\"info\"")]
    [InlineData("""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"v2"},"actions":[]}""", "at least one action")]
    [InlineData("""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"v3"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "which document")]
    [InlineData("""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "which document")]
    [InlineData("""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"extends":1,"x-confluence-overlay":{"api":"v2"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "\"extends\"")]
    [InlineData("""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"targets":1,"x-confluence-overlay":{"api":"v2"},"actions":[{"target":"$.paths","description":"why","update":{"x":1}}]}""", "'targets' is not a member")]
    public void A_wrong_overlay_is_told(string overlay, string words)
    {
        var diagnostics = new List<SpecDiagnostic>();
        OverlayReader.Read(Read(overlay, "overlay.json"), diagnostics);

        SpecDiagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal("CONF006", diagnostic.Id);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_points_at_the_target()
    {
        string text = OverlayText("\n[\n  {\"target\": \"$.nothing\", \"description\": \"why\", \"remove\": true}\n]");

        SpecDiagnostic diagnostic = Assert.Single(TryApply(text).Diagnostics);

        Assert.Equal((2, 13), (diagnostic.Line, diagnostic.Column));
        Assert.Equal("\"$.nothing\"", text.Substring(diagnostic.Start, diagnostic.Length));
    }

    private static string Apply(string actions)
    {
        (string text, List<SpecDiagnostic> diagnostics) = TryApply(OverlayText(actions));
        Assert.Empty(diagnostics);
        return text;
    }

    private static (string Text, List<SpecDiagnostic> Diagnostics) TryApply(string overlayText)
    {
        var diagnostics = new List<SpecDiagnostic>();
        Overlay? overlay = OverlayReader.Read(Read(overlayText, "overlay.json"), diagnostics);
        JsonObject document = Read(Document, "document.json");
        return (JsonFormatter.Compact(overlay is null ? document : OverlayApplier.Apply(document, overlay, diagnostics)), diagnostics);
    }

    private static string OverlayText(string actions)
        => $$$"""{"overlay":"1.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"v2"},"actions":{{{actions}}}}""";

    private static JsonObject Read(string text, string path)
        => Assert.IsType<JsonObject>(JsonParser.Parse(new JsonSource(path, text), out _));

    /// <summary>Puts in the parts of the document that a test leaves alone.</summary>
    private static string Expand(string text)
    {
        var paths = (JsonObject)Read(Document, "document.json")["paths"]!;
        foreach (string name in new[] { "/a/{id}", "/b" })
        {
            text = text.Replace($"\"{name}\":…", $"\"{name}\":{JsonFormatter.Compact(paths[name]!)}", StringComparison.Ordinal);
        }

        return text;
    }
}
