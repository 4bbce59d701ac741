using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Generated.V2.Models;

namespace Confluence.Contract.Tests.Judges;

/// <summary>What was read must be what arrived, under the right property; each way to be wrong must be found.</summary>
public sealed class TypedJudgeTests
{
    private const string Arrived = """{"id":"7","status":"current","title":"Plan","createdAt":"2026-01-02T03:04:05Z","version":{"number":3},"_links":{"webui":"/x"},"unknownMember1":[1]}""";

    [Fact]
    public void What_was_read_as_it_arrived_has_no_problem() => Assert.Empty(ProblemsOf(Arrived, Arrived));

    [Theory]
    [InlineData("\"title\":\"Plan\"", "\"title\":\"7\"", "it.title")] // Two members swapped, of which one shows here.
    [InlineData("\"status\":\"current\"", "\"status\":\"draft\"", "it.status")]
    [InlineData("\"number\":3", "\"number\":4", "it.version.number")]
    [InlineData("03:04:05Z", "03:04:06Z", "it.createdAt")]
    [InlineData("[1]", "[2]", "it.unknownMember1")]
    [InlineData("\"version\":{\"number\":3}", "\"version\":null", "it.version")]
    public void What_differs_is_found(string part, string wrong, string place)
    {
        string problem = Assert.Single(ProblemsOf(Arrived.Replace(part, wrong, StringComparison.Ordinal), Arrived));

        Assert.StartsWith(place + ":", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_did_not_arrive_is_found() =>
        Assert.Equal("it: Title has a value, and nothing arrived for it", Assert.Single(ProblemsOf(Arrived, Arrived.Replace("\"title\":\"Plan\",", string.Empty, StringComparison.Ordinal))));

    [Fact]
    public void A_member_whose_value_could_not_be_read_is_found() =>
        Assert.Contains("it.createdAt: stands among the unknown members", ProblemsOf("""{"id":"7","createdAt":"yesterday"}""", """{"id":"7","createdAt":"yesterday"}"""));

    [Fact]
    public void A_member_without_a_property_is_told_apart_from_an_unknown_one()
    {
        TypedJudge judge = new();
        judge.Check(Read("""{"id":"7","colour":"red"}"""), JsonNode.Parse("""{"id":"7","colour":"red"}"""), "it");

        Assert.Empty(judge.Problems);
        Assert.Equal(["BlogPostDetails.colour"], judge.Untyped);
    }

    private static IReadOnlyList<string> ProblemsOf(string read, string arrived)
    {
        TypedJudge judge = new();
        judge.Check(Read(read), JsonNode.Parse(arrived), "it");
        return judge.Problems;
    }

    private static BlogPostDetails Read(string json) => JsonSerializer.Deserialize<BlogPostDetails>(json) ?? throw new InvalidOperationException("Nothing was read.");
}
