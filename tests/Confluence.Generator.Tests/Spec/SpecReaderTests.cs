using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Tests.Spec;

public sealed class SpecReaderTests
{
    [Fact]
    public void An_operation_is_read_with_everything_that_it_says()
    {
        SpecDocument document = Read(
            """
            {"x-cs-groups":{"Blog Post":"BlogPosts"},
             "paths":{"/a/{id}":{
               "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}},{"name":"limit","in":"query","schema":{"type":"integer"}}],
               "get":{"tags":["Blog Post","x"],"operationId":"getA","deprecated":true,"x-experimental":true,
                 "x-atlassian-oauth2-scopes":[{"scheme":"s","state":"Current","scopes":["a","b"]},{"scheme":"s","state":"Current","scopes":["b","c"]},{"scheme":"s","state":"Beta","scopes":["d"]}],
                 "x-cs-name":"N","x-cs-idempotent":true,"x-cs-question":true,"x-cs-permission":"P","x-cs-obsolete":"O",
                 "parameters":[{"name":"limit","in":"query","required":true,"deprecated":true,"x-cs-name":"max","schema":{"type":"integer","default":25,"minimum":1,"maximum":250}},
                               {"$ref":"#/components/parameters/expand"},{"name":"id","in":"header","schema":{"type":"array","items":{"type":"string"}}}],
                 "requestBody":{"$ref":"#/components/requestBodies/B"},
                 "responses":{"200":{"description":"OK","content":{"application/json":{"schema":{"$ref":"#/components/schemas/S"}},"text/csv":{}}},"404":{"$ref":"#/components/responses/Missing"}}},
               "post":{"tags":[],"operationId":"postA","x-cs-group":"Own","responses":{}}}},
             "components":{
               "schemas":{"S":{"type":"object"}},
               "parameters":{"expand":{"name":"expand","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}},
               "requestBodies":{"B":{"required":true,"content":{"application/json":{"schema":{"type":"string"}}}}},
               "responses":{"Missing":{"description":"Not Found"}}}}
            """);

        SpecOperation get = document.Operations[0];
        Assert.Equal(("getA", "GET", "/a/{id}", "Blog Post", "BlogPosts"), (get.Id, get.Method, get.Path, get.Tag, get.CsTagGroup));
        Assert.Equal((true, true, "N", true, true, "P", "O"), (get.Deprecated, get.Experimental, get.CsName, get.CsIdempotent, get.CsQuestion, get.CsPermission, get.CsObsolete));
        Assert.Equal(["a", "b", "c"], get.Scopes);
        Assert.Equal(["path id", "query limit", "query expand", "header id"], get.Parameters.Select(parameter => $"{parameter.Place.ToString().ToLowerInvariant()} {parameter.Name}"));
        Assert.Equal([true, true, false, false], get.Parameters.Select(parameter => parameter.Required));
        Assert.Equal([false, true, false, false], get.Parameters.Select(parameter => parameter.Explode));
        Assert.Equal((true, "max", "25", "1", "250"), (get.Parameters[1].Deprecated, get.Parameters[1].CsName, get.Parameters[1].Schema.Default, get.Parameters[1].Schema.Minimum, get.Parameters[1].Schema.Maximum));
        Assert.Equal((true, "B", "application/json"), (get.Body!.Required, get.Body.ComponentName, get.Body.Content[0].Name));
        Assert.Equal(["200", "404"], get.Responses.Select(response => response.Status));
        Assert.Equal(["application/json", "text/csv"], get.Responses[0].Content.Select(content => content.Name));
        Assert.Equal("S", get.Responses[0].Content[0].Schema!.Reference);
        Assert.Null(get.Responses[0].Content[1].Schema);
        SpecOperation post = document.Operations[1];
        Assert.Equal(("postA", "POST", "", "Own"), (post.Id, post.Method, post.Tag, post.CsGroup));
        Assert.False(post.Deprecated || post.Experimental);
        Assert.Null(post.CsIdempotent);
        Assert.False(post.CsQuestion);
        Assert.Equal(["id", "limit"], post.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_schema_is_read_as_written()
    {
        SpecSchema schema = ReadSchema(
            """
            {"type":"object","title":"T","nullable":true,"x-cs-name":"N","required":["a"],"additionalProperties":{"type":"integer","format":"int64"},
             "properties":{
               "a":{"type":"string","enum":["x","-x"],"default":"x","maxLength":9,"x-cs-lazy-text":true},
               "b":{"type":"array","minItems":1,"maxItems":2,"items":{"$ref":"#/components/schemas/S"}},
               "c":{"oneOf":[{"type":"string"},{"type":"number"}],"default":{"k":[1]}},
               "d":{"anyOf":[{}],"additionalProperties":false},
               "e":{"allOf":[{"$ref":"#/components/schemas/S"}],"additionalProperties":true},
               "f":{"$ref":"#/components/schemas/S","x-cs-member":"Other"}}}
            """);

        Assert.Equal(("object", "T", true, "N"), (schema.Type, schema.Title, schema.Nullable, schema.CsName));
        Assert.Equal(["a"], schema.Required);
        Assert.Equal(("integer", "int64"), (schema.AdditionalProperties!.Type, schema.AdditionalProperties.Format));
        Assert.Null(schema.AllowsAdditionalProperties);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], schema.Properties.Select(property => property.Name));
        Assert.Equal(["x", "-x"], schema.Properties[0].Schema.Enum);
        Assert.Equal(("\"x\"", "9", true), (schema.Properties[0].Schema.Default, schema.Properties[0].Schema.MaxLength, schema.Properties[0].Schema.CsLazyText));
        Assert.Equal(("1", "2", "S"), (schema.Properties[1].Schema.MinItems, schema.Properties[1].Schema.MaxItems, schema.Properties[1].Schema.Items!.Reference));
        Assert.Equal(["string", "number"], schema.Properties[2].Schema.OneOf.Select(alternative => alternative.Type));
        Assert.Equal("{\"k\":[1]}", schema.Properties[2].Schema.Default);
        Assert.Equal((1, false), (schema.Properties[3].Schema.AnyOf.Count, schema.Properties[3].Schema.AllowsAdditionalProperties));
        Assert.Equal(("S", true), (schema.Properties[4].Schema.AllOf[0].Reference, schema.Properties[4].Schema.AllowsAdditionalProperties));
        Assert.Equal(("S", "Other", true), (schema.Properties[5].Schema.Reference, schema.Properties[5].CsMember, schema.Properties[5].Schema.IsReference));
    }

    [Theory]
    [InlineData("""{"type":"strnig"}""", "CONF002", "'strnig' is not a type")]
    [InlineData("""{"type":["string","null"]}""", "CONF002", "'type' must be a string")]
    [InlineData("""{"type":"array"}""", "CONF002", "what its items are")]
    [InlineData("""{"type":"string","items":{}}""", "CONF002", "for an array only")]
    [InlineData("""{"type":"string","properties":{}}""", "CONF002", "only an object has members")]
    [InlineData("""{"type":"integer","enum":[1]}""", "CONF002", "Only enums of type string are supported.")]
    [InlineData("""{"enum":["a"]}""", "CONF002", "of type string")]
    [InlineData("""{"type":"string","enum":[]}""", "CONF002", "at least one value")]
    [InlineData("""{"type":"string","enum":["a","a"]}""", "CONF002", "twice in this enum")]
    [InlineData("""{"type":"object","required":["a"]}""", "CONF002", "'a' is required, and is not among")]
    [InlineData("""{"not":{}}""", "CONF002", "'not' is not supported in a schema")]
    [InlineData("""{"discriminator":{}}""", "CONF002", "'discriminator' is not supported")]
    [InlineData("""{"x-cs-nmae":"A"}""", "CONF002", "'x-cs-nmae' is not supported")]
    [InlineData("""{"properties":[]}""", "CONF002", "'properties' must be an object")]
    [InlineData("""{"properties":{"a":true}}""", "CONF002", "'a' in 'properties' must be an object")]
    [InlineData("""{"oneOf":["a"]}""", "CONF002", "An item of 'oneOf' must be an object")]
    [InlineData("""{"additionalProperties":1}""", "CONF002", "a schema, true or false")]
    [InlineData("""{"$ref":"#/components/schemas/S","type":"object"}""", "CONF002", "'type' is not supported in a schema that is a reference")]
    [InlineData("""{"$ref":"#/components/schemas/Gone"}""", "CONF003", "#/components/schemas/Gone is not in the document")]
    [InlineData("""{"$ref":"other.json"}""", "CONF003", "#/components/schemas/Name")]
    [InlineData("""{"$ref":1}""", "CONF003", "#/components/schemas/Name")]
    [InlineData("""{"items":{"properties":{"a":{"$ref":"#/components/schemas/Loop"}}},"type":"array"}""", "CONF003", "does not end")]
    public void A_schema_that_is_not_understood_is_told(string schema, string id, string words)
        => AssertTold($$$$$"""{"paths":{},"components":{"schemas":{"Loop":{"$ref":"#/components/schemas/Loop"},"S":{},"X":{{{{{schema}}}}}}}}""", id, words);

    [Theory]
    [InlineData("""{"operationId":"o"}""", "CONF002", "{id}, and no parameter describes it")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"id","in":"path","schema":{}},{"name":"x","in":"path","schema":{}}]}""", "CONF002", "'x' is not in the path")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"id","in":"path","schema":{}},{"name":"id","in":"path","schema":{}}]}""", "CONF002", "'id' stands twice")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"id","in":"path"}]}""", "CONF002", "has no schema")]
    [InlineData("""{"operationId":"o","parameters":[{"in":"path","schema":{}}]}""", "CONF002", "A parameter has a name")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"x","in":"cookie","schema":{}}]}""", "CONF002", "path, the query or a header")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"x","in":"query","style":"deepObject","schema":{}}]}""", "CONF002", "'deepObject'")]
    [InlineData("""{"operationId":"o","parameters":[{"name":"x","in":"query","content":{}}]}""", "CONF002", "'content' is not supported in a parameter")]
    [InlineData("""{"operationId":"o","parameters":[{"$ref":"#/components/parameters/Gone"}]}""", "CONF003", "Gone")]
    [InlineData("""{"operationId":"o","requestBody":{"$ref":"#/components/requestBodies/Gone"}}""", "CONF003", "Gone")]
    [InlineData("""{"operationId":"o","responses":{"200":{"$ref":"#/components/responses/Gone"}}}""", "CONF003", "Gone")]
    [InlineData("""{"operationId":"o","responses":{"200":{"links":{}}}}""", "CONF002", "'links' is not supported in a response")]
    [InlineData("""{"operationId":"o","requestBody":{"content":{"application/json":{"encoding":{}}}}}""", "CONF002", "'encoding' is not supported in a media type")]
    [InlineData("""{"operationId":"o","callbacks":{}}""", "CONF002", "'callbacks' is not supported in an operation")]
    [InlineData("""{"responses":{}}""", "CONF002", "GET /a/{id} has no operationId")]
    public void An_operation_that_is_not_understood_is_told(string operation, string id, string words)
        => AssertTold($$$$$"""{"paths":{"/a/{id}":{"get":{{{{{operation}}}}}}}}""", id, words);

    [Theory]
    [InlineData("""{"paths":{"/a":{"servers":[]}}}""", "'servers' is not supported in a path")]
    [InlineData("""{"paths":{"/a/{id":{"get":{"operationId":"o"}}}}""", "is not closed")]
    [InlineData("""{"paths":{},"webhooks":{}}""", "'webhooks' is not supported in a document")]
    [InlineData("""{"paths":{},"components":{"links":{}}}""", "'links' is not supported in components")]
    [InlineData("""{"paths":{},"x-cs-groups":{"a":1}}""", "'a' must be a string")]
    [InlineData("""{"paths":1}""", "'paths' must be an object")]
    public void A_document_that_is_not_understood_is_told(string document, string words)
        => AssertTold(document, "CONF002", words);

    [Fact]
    public void Only_OpenApi_3_0_is_read()
    {
        SpecLoadResult result = SpecLoader.Load([new SpecFile("a.json", """{"openapi":"3.1.0","x-confluence-import":{"api":"v2","formatVersion":1},"paths":{}}""")]);

        Assert.Contains("Only OpenAPI 3.0", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    private static SpecSchema ReadSchema(string schema)
        => Read($$$$$"""{"paths":{},"components":{"schemas":{"S":{},"X":{{{{{schema}}}}}}}}""").Schemas[1].Schema;

    private static SpecDocument Read(string document)
    {
        SpecLoadResult result = Load(document);
        Assert.Empty(result.Diagnostics);
        return Assert.Single(result.Documents);
    }

    private static void AssertTold(string document, string id, string words)
    {
        IReadOnlyList<SpecDiagnostic> diagnostics = Load(document).Diagnostics;

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == id && diagnostic.Message.Contains(words, StringComparison.Ordinal));
    }

    private static SpecLoadResult Load(string document)
        => SpecLoader.Load([new SpecFile("a.json", """{"openapi":"3.0.3","x-confluence-import":{"api":"v2","formatVersion":1},""" + document[1..])]);
}
