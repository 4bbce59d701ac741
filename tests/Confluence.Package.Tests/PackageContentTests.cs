using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>What is in the packages, and what is not.</summary>
public sealed partial class PackageContentTests(PackedFeed feed)
{
    // The kinds of what a portable PDB attaches to its documents are told apart by such an id; this one is "embedded source".
    private static readonly Guid s_embeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    public static TheoryData<string> Packages => ["Confluence.Cli", "Confluence.Generated", "Confluence.Sandbox"];

    public static TheoryData<string> Libraries => ["Confluence.Generated", "Confluence.Sandbox"];

    [Fact]
    public void Nothing_else_is_packed()
    {
        string[] expected = [.. Packages.Select(static row => row.Data).Order(StringComparer.Ordinal)];

        Assert.Equal(expected.Select(id => Path.GetFileName(feed.PathOf(id))), FilesOf("*.nupkg"));
        Assert.Equal(expected[1..].Select(id => Path.GetFileName(feed.PathOf(id, "snupkg"))), FilesOf("*.snupkg"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_and_metadata_are_these(string id)
    {
        string package = feed.PathOf(id);
        string files = string.Concat(PackageFile.EntriesOf(package).Where(static entry => !IsPackaging(entry)).Select(static entry => entry + "\n"));
        string nuspec = PackageFile.ReadText(package, $"{id}.nuspec").Replace(feed.Version, "{version}", StringComparison.Ordinal).ReplaceLineEndings("\n");

        // It is written where there is a repository to tell the commit of.
        Verified.Text($"{files}\n{Commit().Replace(nuspec, "")}\n", $"{id}.verified.txt");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_carry_their_sources_and_no_path_of_the_machine(string id)
    {
        byte[] symbols = PackageFile.ReadBytes(feed.PathOf(id, "snupkg"), $"lib/net10.0/{id}.pdb");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        MetadataReader reader = provider.GetMetadataReader();

        Assert.NotEmpty(reader.Documents);
        Assert.All(reader.Documents, handle =>
        {
            string name = reader.GetString(reader.GetDocument(handle).Name);
            Assert.StartsWith("/_/", name, StringComparison.Ordinal);
            Assert.True(HasSource(reader, handle), $"{name} is not embedded.");
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Assemblies_hold_no_path_of_the_machine(string id)
    {
        string package = feed.PathOf(id);
        string[] entries = [.. PackageFile.EntriesOf(package).Where(static entry =>
            entry.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(entry).StartsWith("confluence", StringComparison.OrdinalIgnoreCase))];

        Assert.NotEmpty(entries);
        Assert.All(entries, entry =>
        {
            ReadOnlySpan<byte> bytes = PackageFile.ReadBytes(package, entry);
            foreach (string path in (string[])[PackedFeed.Repository, feed.Folder])
            {
                Assert.Equal(-1, bytes.IndexOf(Encoding.UTF8.GetBytes(path)));
                Assert.Equal(-1, bytes.IndexOf(Encoding.Unicode.GetBytes(path)));
            }
        });
    }

    [Fact]
    public async Task Packing_again_elsewhere_gives_the_same_bytes()
    {
        string again = await feed.PackAsync("second", TestContext.Current.CancellationToken);

        string[] files = FilesOf("*");
        Assert.Equal(files, Directory.GetFiles(again).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(feed.Feed, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, file))),
            $"{file} differs when it is packed again in another folder."));
    }

    private string[] FilesOf(string pattern) =>
        [.. Directory.GetFiles(feed.Feed, pattern).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    // Parts that the format of packages asks for, the same in all.
    private static bool IsPackaging(string entry) =>
        entry == "[Content_Types].xml" || entry.StartsWith("_rels/", StringComparison.Ordinal) || entry.StartsWith("package/services/", StringComparison.Ordinal);

    private static bool HasSource(MetadataReader reader, DocumentHandle document) => reader.GetCustomDebugInformation(document)
        .Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == s_embeddedSource);

    [GeneratedRegex(@" *<repository type=""git"" commit=""[0-9a-f]{40}"" />\n")]
    private static partial Regex Commit();
}
