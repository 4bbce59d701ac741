using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Confluence.Generator.Tests.Spec;

/// <summary>
/// Microsoft.OpenApi reads the same effective documents. Both readings are written down in the same words, one line a
/// fact, and must be the same lines.
/// </summary>
public sealed class OpenApiOracleTests
{
    /// <summary>A POST with {to} and a GET with {id} at the same place: two paths for Confluence, one signature for a strict reader.</summary>
    private const string KnownV1Error = "The path signature '/wiki/rest/api/contentbody/convert/async/{}' MUST be unique.";

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public void The_effective_document_is_valid_OpenApi(string api)
    {
        ReadResult result = ReadIndependently(api);

        IEnumerable<string> errors = result.Diagnostic!.Errors.Select(error => error.Message); // The reader always gives one.
        Assert.Equal(api == "v1" ? [KnownV1Error] : [], errors);
        Assert.Empty(result.Diagnostic.Warnings.Select(warning => warning.Message));
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public void An_independent_reader_sees_the_same_operations_and_schemas(string api)
    {
        SpecDocument own = Own(api);
        OpenApiDocument other = ReadIndependently(api).Document!; // Validity is another test; it reads both.

        IReadOnlyList<string> facts = SpecFacts.Of(own);
        Assert.True(facts.Count > 10_000, "Too few facts to mean anything.");
        Assert.Equal(OpenApiFacts.Of(other), facts);
    }

    private static SpecDocument Own(string api) => CommittedSpec.Load().Documents.Single(document => document.Api == api);

    private static ReadResult ReadIndependently(string api) => OpenApiDocument.Parse(JsonFormatter.Indented(Own(api).Node), "json");
}
