using Confluence.Generated.Tests.Layers;
using Confluence.Layers;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>ARCHITECTURE.md says what is there.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Where what it names without a project lies.</summary>
    private static readonly string[] s_roots = ["", "src/Confluence.Generated", "tests/Confluence.Generated.Tests"];

    [Fact]
    public void Every_file_and_folder_that_it_names_is_there()
    {
        Assert.True(ArchitecturePage.Paths.Count > 20, "The names were not found.");
        string[] missing = [.. ArchitecturePage.Paths.Where(static path => !s_roots.Any(root => Exists(Path.Combine(root, path))))];

        Assert.True(missing.Length == 0, $"ARCHITECTURE.md names what is not there: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        Assert.True(ArchitecturePage.Tests.Count > 20, "The names were not found.");

        Assert.All(ArchitecturePage.Tests, static test =>
        {
            if (test.EndsWith('/'))
            {
                // A folder stands for all of its tests, whatever they are called.
                string folder = ArchitecturePage.PathOf($"tests/Confluence.{test}");
                Assert.True(Directory.EnumerateFiles(folder, "*Tests.cs").Any(), $"There are no tests in {test}.");
                return;
            }

            string file = ArchitecturePage.PathOf($"tests/Confluence.{test}.cs");
            Assert.True(File.Exists(file), $"There is no test {test}.");
            string source = File.ReadAllText(file);
            Assert.Matches($@"\bclass {Path.GetFileName(test)}\b", source);
            Assert.Matches(@"\[(Fact|Theory)\b", source);
        });
    }

    [Fact]
    public void Every_promise_has_a_test()
    {
        IReadOnlyList<string[]> promises = ArchitecturePage.Table("What is promised, and what holds it");

        Assert.True(promises.Count > 10, "The promises were not found.");
        Assert.All(promises, static row =>
        {
            Assert.Equal(2, row.Length);
            Assert.NotEmpty(ArchitecturePage.CodeIn(row[1]));
            Assert.All(ArchitecturePage.CodeIn(row[1]), static test => Assert.Contains(test, ArchitecturePage.Tests));
        });
    }

    [Fact]
    public void Every_folder_of_the_library_stands_in_the_table_behind_those_that_it_uses()
    {
        FolderGraph graph = LibraryFolders.Graph;
        IReadOnlyList<string[]> rows = ArchitecturePage.Table("The folders of the library");
        (string Folder, int Row)[] placed = [.. rows.SelectMany(static (row, index) => ArchitecturePage.CodeIn(row[0]).Select(folder => (folder, index)))];

        Assert.Equal(graph.Folders.Order(StringComparer.Ordinal), placed.Select(static place => place.Folder).Order(StringComparer.Ordinal));

        Dictionary<string, int> rowOf = placed.ToDictionary(static place => place.Folder, static place => place.Row);
        string[] upwards = [.. graph.Folders.SelectMany(folder => graph.UsedBy(folder).Where(used => rowOf[used] > rowOf[folder]).Select(used => $"{folder} uses {used}"))];
        Assert.Empty(upwards);
    }

    [Fact]
    public void No_folder_of_the_library_knows_what_the_table_says_that_it_may_not()
    {
        FolderGraph graph = LibraryFolders.Graph;
        string[] wrong =
        [
            .. from row in ArchitecturePage.Table("The folders of the library")
               from folder in ArchitecturePage.CodeIn(row[0])
               from used in graph.UsedBy(folder)
               where row[2] == "any other folder"
                   || ArchitecturePage.CodeIn(row[2]).Any(forbidden => used == forbidden || used.StartsWith(forbidden + "/", StringComparison.Ordinal))
               select $"{folder} uses {used}",
        ];

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_of_log_events_is_that_of_the_sources()
    {
        LogEvent[] events = [.. LibrarySources.LogEvents()];
        Assert.NotEmpty(events);

        Assert.Equal(
            events.Select(static found => found.ToString()).Order(StringComparer.Ordinal),
            ArchitecturePage.Table("Log events").Select(static row => $"{row[0]} {row[1].Trim('`')} {row[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_log_events_have_one_id_or_one_name()
    {
        LogEvent[] events = [.. LibrarySources.LogEvents()];

        Assert.Equal(events.Length, events.Select(static found => found.Id).Distinct().Count());
        Assert.Equal(events.Length, events.Select(static found => found.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void All_that_leaves_the_library_leaves_it_in_one_file() => Assert.Equal(["Http/Wire.cs"], LibrarySources.FilesThatSend());

    [Fact]
    public void Nothing_is_logged_that_has_no_event_of_its_own() => Assert.Empty(LibrarySources.FilesThatLogByThemselves());

    private static bool Exists(string path)
    {
        string full = ArchitecturePage.PathOf(path);
        return path.EndsWith('/') ? Directory.Exists(full) : File.Exists(full);
    }
}
