using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.SpecTool;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Futures;

/// <summary>A document that means harm: each of its texts stays a text, in C#, in files, in messages and on the terminal.</summary>
public sealed partial class HostileUpdateTests
{
    [Fact]
    public async Task Hostile_document_is_taken_and_every_text_stays_a_text()
    {
        using FutureTree tree = await FutureTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();
        string published = tree.Write("hostile.2027-02-03.json", HostileDocument.Text);

        ToolRun run = await tree.UpdateAsync(published);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Written: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("The library does not build before these are decided", run.Error, StringComparison.Ordinal);
        Assert.All((run.Output + run.Error).Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
        {
            Assert.DoesNotContain(line, char.IsControl);
            Assert.Matches(KnownLine(), line);
        });
        Assert.Equal(before.Keys.Append("hostile.2027-02-03.json").Order(StringComparer.Ordinal), tree.Snapshot().Keys);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(tree.Root) ?? ""), path => path.Contains("Outside", StringComparison.Ordinal));
        string[] ids = ChangelogIds().Match(File.ReadAllText(tree.PathOf("CHANGELOG.md"))).Groups[1].Value.Split("`, `");
        Assert.Equal(HostileDocument.Count, ids.Length);
        Assert.All(ids, id => Assert.DoesNotContain('`', id));

        IReadOnlyList<string> decided = await Decisions.TakeAsync(tree, published, run);
        GeneratorRun generated = tree.Generate();
        Assert.Equal("", string.Join("\n", generated.Diagnostics));
        Assert.All(generated.Sources.Keys, name => Assert.Matches(FileName(), name));
        Assert.Equal("", string.Join("\n", CompiledCase.Compile(generated.Sources)));
        string[] declared = [.. generated.Sources.Values.SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text)];
        Assert.Contains("ClassEvil", declared);
        Assert.DoesNotContain(declared, name => name.StartsWith("Evil", StringComparison.Ordinal));
        Assert.True(decided.Count >= 4, "Too few to mean that names were refused.");
    }

    [GeneratedRegex(@"^(v2: |  |Written: |Nothing changed|The library does not build |[^ ]+\([0-9]+,[0-9]+\): error CONF[0-9]{3}: )")]
    private static partial Regex KnownLine();

    [GeneratedRegex(@"\A(?!.*\.\.)[A-Za-z0-9_./]{1,200}\.g\.cs\z")]
    private static partial Regex FileName();

    [GeneratedRegex("operations are new \\(`(.*)`\\)")]
    private static partial Regex ChangelogIds();
}
