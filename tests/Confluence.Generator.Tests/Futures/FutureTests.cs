using System.Text;
using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Cases;
using Confluence.Generator.Tests.SpecTool;
using Confluence.Tests;

namespace Confluence.Generator.Tests.Futures;

/// <summary>
/// Each row of <see cref="Future.All"/> is taken by <c>confluence-spec update</c>. The baseline beside this file says all that came of it: what the tool told,
/// and which public names of C# came and went.
/// </summary>
public sealed partial class FutureTests
{
    public static TheoryData<string> Names => [.. Future.All.Select(future => future.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Future_gives_its_verdict(string name)
    {
        Future future = Future.All.Single(candidate => candidate.Name == name);
        var document = new FutureDocument();
        future.Change(document);
        Assert.NotEqual(new FutureDocument().Text, document.Text);
        using FutureTree tree = await FutureTree.CreateAsync();
        SortedDictionary<string, string> before = tree.Snapshot();
        SortedSet<string> surface = Surface.Of(tree.Generate().Sources);
        string published = tree.Write("future.2027-02-03.json", document.Text);

        ToolRun run = await tree.UpdateAsync(published);
        File.Delete(published);
        SortedDictionary<string, string> after = tree.Snapshot();

        Verified.Text(Tell(run, tree) + Differences(surface, Surface.Of(tree.Generate().Sources)), $"Told/{name.Replace(' ', '-')}.verified.txt");
        Assert.Equal(future.Verdict is Verdict.Kept or Verdict.Changed ? 0 : 1, run.ExitCode);
        Assert.Equal(future.Parks, run.Output.Contains("    parked ", StringComparison.Ordinal));
        Assert.All(after.Keys.Except(before.Keys), path => Assert.StartsWith("spec/parked/", path, StringComparison.Ordinal));
        if (future.Verdict == Verdict.Refused)
        {
            Assert.Matches(Located(), run.Error);
            Assert.Equal(before, after);
            return;
        }

        if (future.Verdict == Verdict.Decision)
        {
            Assert.Matches(Located(), run.Error);
            Assert.NotEmpty(await Decisions.TakeAsync(tree, tree.Write("future.2027-02-03.json", document.Text), run));
        }

        GeneratorRun generated = tree.Generate();
        Assert.Equal("", string.Join("\n", generated.Diagnostics));
        Assert.Equal("", string.Join("\n", CompiledCase.Compile(generated.Sources)));
        Assert.Equal(future.Verdict == Verdict.Changed, future.Verdict != Verdict.Decision && surface.Except(Surface.Of(generated.Sources)).Any());
    }

    private static string Tell(ToolRun run, FutureTree tree) =>
        $"exit {run.ExitCode}\n{Indented(Plain(run.Output, tree))}errors\n{Indented(Plain(run.Error, tree))}";

    private static string Plain(string text, FutureTree tree) => Written().Replace(Hash().Replace(text.Replace(tree.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), "SHA-256 …"), "Written: …");

    private static string Indented(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));

    private static string Differences(SortedSet<string> before, SortedSet<string> after)
    {
        var text = new StringBuilder("C#\n");
        foreach (string line in before.Union(after).Order(StringComparer.Ordinal).Where(line => before.Contains(line) != after.Contains(line)))
        {
            text.Append("    ").Append(before.Contains(line) ? "- " : "+ ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("^[^\n]+\\([0-9]+,[0-9]+\\): error CONF[0-9]{3}: ", RegexOptions.Multiline)]
    private static partial Regex Located();

    [GeneratedRegex("SHA-256 [0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("^Written: .*", RegexOptions.Multiline)]
    private static partial Regex Written();
}
