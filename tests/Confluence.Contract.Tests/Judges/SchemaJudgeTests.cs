using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Documents;
using Confluence.Contract.Tests.Samples;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Judges;

/// <summary>A judge that finds nothing proves nothing: each of its rules must find what breaks it.</summary>
public sealed class SchemaJudgeTests
{
    private static readonly IOpenApiSchema s_schema = Parse("""
        {
          "type": "object",
          "required": ["id"],
          "properties": {
            "id": {"type": "string", "maxLength": 3, "pattern": "[a-z0-9]+"},
            "status": {"type": "string", "enum": ["current", "draft"]},
            "at": {"type": "string", "format": "date-time"},
            "key": {"type": "string", "format": "uuid"},
            "count": {"type": "integer", "format": "int32", "minimum": 1},
            "done": {"type": "boolean", "nullable": true},
            "tags": {"type": "array", "maxItems": 1, "items": {"type": "string"}},
            "counts": {"type": "object", "additionalProperties": {"type": "number"}}
          }
        }
        """);

    [Theory]
    [InlineData("""{"id":"ab","status":"draft","at":"2026-01-02T03:04:05Z","key":"00000000-0000-4000-8000-000000000001","count":2,"done":null,"tags":["a"],"counts":{"x":1.5}}""")]
    [InlineData("""{"id":"abc"}""")]
    public void What_obeys_has_no_problem(string json) => Assert.Empty(SchemaJudge.Check(s_schema, JsonNode.Parse(json), "it"));

    [Theory]
    [InlineData("""{}""", "it.id: is required and missing")]
    [InlineData("""{"id":1}""", "it.id: is Number, not String")]
    [InlineData("""{"id":null}""", "it.id: is null, not String")]
    [InlineData("""{"id":"abcd"}""", "it.id: has 4 characters")]
    [InlineData("""{"id":"A"}""", "it.id: 'A' does not match")]
    [InlineData("""{"id":"a","status":"Draft"}""", "it.status: 'Draft' is none of current, draft")]
    [InlineData("""{"id":"a","at":"2026-01-02"}""", "it.at: '2026-01-02' is no date-time")]
    [InlineData("""{"id":"a","key":"1"}""", "it.key: '1' is no uuid")]
    [InlineData("""{"id":"a","count":0}""", "it.count: 0 does not lie within")]
    [InlineData("""{"id":"a","count":3000000000}""", "it.count: 3000000000 is no int32")]
    [InlineData("""{"id":"a","count":1.5}""", "it.count: is Number, not Integer")]
    [InlineData("""{"id":"a","done":"true"}""", "it.done: is String, not Boolean")]
    [InlineData("""{"id":"a","tags":["a","b"]}""", "it.tags: has 2 items")]
    [InlineData("""{"id":"a","tags":[1]}""", "it.tags[0]: is Number, not String")]
    [InlineData("""{"id":"a","counts":{"x":"1"}}""", "it.counts.x: is String, not Number")]
    [InlineData("""{"id":"a","title":"b"}""", "it.title: is not declared")]
    public void What_breaks_a_rule_is_found(string json, string problem) =>
        Assert.StartsWith(problem, Assert.Single(SchemaJudge.Check(s_schema, JsonNode.Parse(json), "it")), StringComparison.Ordinal);

    [Theory]
    [InlineData("count", "2", true)]
    [InlineData("count", "two", false)]
    [InlineData("count", "0", false)]
    [InlineData("done", "true", true)]
    [InlineData("done", "True", false)]
    [InlineData("status", "draft", true)]
    [InlineData("status", "Draft", false)]
    public void Texts_of_queries_are_judged_by_their_type(string member, string text, bool obeys) =>
        Assert.Equal(obeys, SchemaJudge.CheckText(Schemas.Members(s_schema).Single(candidate => candidate.Name == member).Schema, text, "it").Count == 0);

    [Theory]
    [InlineData(nameof(SampleStyle.Complete))]
    [InlineData(nameof(SampleStyle.Sparse))]
    public void Samples_obey(string style) =>
        Assert.Empty(SchemaJudge.Check(s_schema, new SampleMaker(Enum.Parse<SampleStyle>(style), isAnswer: false).Make(s_schema, "it"), "it"));

    private static IOpenApiSchema Parse(string schema)
    {
        string document = $$"""{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{ },"components":{"schemas":{"It": {{schema}} } } }""";
        return OpenApiDocument.Parse(document, "json").Document?.Components?.Schemas?["It"] ?? throw new InvalidOperationException("The schema cannot be read.");
    }
}
