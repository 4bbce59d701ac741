using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.Seam;
using Confluence.Tests;

namespace Confluence.Generator.Tests.Ground;

/// <summary>
/// Hand-written code stands on a stated ground: <c>ground.verified.txt</c> lists the operations, types and members of generated code that it uses, and every
/// revision since 2025-02 has all of them.
/// </summary>
public sealed class GroundTests
{
    private const string None = "none";

    private static readonly Lazy<WholeLibrary> s_library = new(() => new WholeLibrary(RealDocuments.Run.Sources));
    private static readonly Lazy<SortedSet<string>> s_used = new(() => GroundList.UsedIn(s_library.Value));

    /// <summary>A row without a revision says that there are none, so that the tests are skipped and not absent.</summary>
    public static TheoryData<string> Revisions => [.. Revision.All.Keys.DefaultIfEmpty(None)];

    [Fact]
    public void Ground_is_what_the_list_says()
    {
        Assert.Empty(s_library.Value.Errors);
        Assert.Subset(GroundList.DeclaredIn(s_library.Value), s_used.Value);
        Verified.Text(Text(), "ground.verified.txt");
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public async Task Revision_compiles_and_has_the_ground(string file)
    {
        Assert.SkipWhen(file == None, "No published document lies beside the repository.");
        Revision revision = Revision.All[file];

        if (revision.IsCommitted)
        {
            // Other tests compile what is emitted for it alone, and the list is of the whole library that it gives.
            Assert.Empty(s_library.Value.Errors);
            return;
        }

        IReadOnlyDictionary<string, string> emitted = await revision.EmitAsync();
        Assert.Equal("", string.Join("\n", CompiledCase.Errors(emitted)));
        if (revision.Date >= Revision.Oldest)
        {
            var library = new WholeLibrary(emitted);
            Assert.Empty(s_used.Value.Except(GroundList.DeclaredIn(library)));
            Assert.Equal("", string.Join("\n", library.Errors));
        }
    }

    [Fact]
    public void Ground_that_is_taken_away_is_missed()
    {
        var without = RealDocuments.Run.Sources.ToDictionary(source => source.Key, source => source.Value.Replace("GetPagesAsync", "GetOtherPagesAsync", StringComparison.Ordinal));

        var library = new WholeLibrary(without);

        Assert.Contains("V2.PagesClient.GetPagesAsync", s_used.Value.Except(GroundList.DeclaredIn(library)));
    }

    /// <summary>The operations first, each with its method and path, then all else by type.</summary>
    private static string Text()
    {
        Dictionary<string, string> operations = RealDocuments.Models.SelectMany(model => model.Clients)
            .SelectMany(client => client.Operations.Select(operation => (Name: $"{client.Namespace["Confluence.Generated.".Length..]}.{client.Name}.{operation.Name}Async", Key: $"{operation.Method} {operation.Path}")))
            .ToDictionary(operation => operation.Name, operation => operation.Key, StringComparer.Ordinal);
        IEnumerable<string> called = s_used.Value.Where(operations.ContainsKey).Select(name => $"{name}: {operations[name]}\n");
        IEnumerable<string> others = s_used.Value.Where(name => !operations.ContainsKey(name)).Select(name => name + "\n");
        return $"Operations\n{string.Concat(called)}\nTypes and members\n{string.Concat(others)}";
    }
}
