using System.Text.Json.Nodes;
using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.Diff;

/// <summary>The documents as they were published, with what is known of them.</summary>
public sealed class RealDiffTests
{
    [Fact]
    public async Task From_march_to_july_2026_there_is_more_and_nothing_breaks()
    {
        DiffReading reading = await CompareAsync("2026-03-20", "2026-07-20");

        Assert.Equal((0, "minor", "holds", "addition"), (reading.ExitCode, DiffReading.Text(reading.Root, "verdict", "version"), DiffReading.Text(reading.Root, "verdict", "wire"), DiffReading.Text(reading.Root, "verdict", "callers")));
        Assert.Equal(
            ["experimental-flag-removed 10", "operation-added 6", "operation-tags-changed 6", "property-added 2", "schema-added 11", "tag-list-changed 1"],
            Counts(reading));
        Assert.Equal(
            ["SpaceBulk.spaceOwnerId", "SpaceSingle.spaceOwnerId"], reading.Changes.Where(change => DiffReading.Text(change, "rule") == "property-added").Select(change => DiffReading.Text(change, "place", "text")));
    }

    [Fact]
    public async Task From_2025_to_march_2026_two_requests_became_lists_and_hyphenated_twins_went()
    {
        DiffReading reading = await CompareAsync("2025-02-04", "2026-03-20");

        Assert.Equal((3, "major", "breaks", "source"), (reading.ExitCode, DiffReading.Text(reading.Root, "verdict", "version"), DiffReading.Text(reading.Root, "verdict", "wire"), DiffReading.Text(reading.Root, "verdict", "callers")));
        Assert.Equal(
            [
                "cs-from-added 1", "enum-value-added 6", "operation-added 24", "operation-deprecated 1", "parameter-added 22", "property-added 12", "property-renamed 1", "required-property-removed 1",
                "schema-added 11", "scheme-scope-added 2", "tag-list-changed 1", "twin-removed 4", "type-changed 2",
            ],
            Counts(reading));
        JsonNode list = Assert.Single(reading.Changes, change => DiffReading.Text(change, "place", "text") == "body SetSpaceRoleAssignmentRequest");
        Assert.Equal(("object", "array"), (DiffReading.Text(list, "old"), DiffReading.Text(list, "new")));
        Assert.Equal(["cs-body-type-changed"], DiffReading.Effects(list));
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public async Task The_published_document_is_what_the_repository_has(string api)
    {
        DiffReading reading = await DiffReading.RunAsync(Repository.FindPublished(api), Repository.PathOf("spec"), Repository.PathOf("spec"), api);

        Assert.Equal(0, reading.ExitCode);
        Assert.Empty(reading.Changes);
        Assert.Empty((JsonArray)reading.Root["new"]!["unfitActions"]!); // The schema asks for both.
    }

    private static async Task<DiffReading> CompareAsync(string old, string now)
    {
        string folder = Path.GetDirectoryName(Repository.FindPublished("v2")) ?? "";
        string oldPath = Path.Combine(folder, $"confluence-v2.{old}.json");
        string newPath = Path.Combine(folder, $"confluence-v2.{now}.json");
        Assert.SkipUnless(File.Exists(oldPath) && File.Exists(newPath), "The older documents do not lie beside the repository.");
        return await DiffReading.RunAsync(oldPath, newPath, Repository.PathOf("spec"));
    }

    private static IEnumerable<string> Counts(DiffReading reading) =>
        reading.Changes.GroupBy(change => DiffReading.Text(change, "rule")).Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}")).Order(StringComparer.Ordinal);
}
