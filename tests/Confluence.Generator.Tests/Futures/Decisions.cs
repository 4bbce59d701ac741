using System.Text.RegularExpressions;
using Confluence.Generator.Tests.SpecTool;

namespace Confluence.Generator.Tests.Futures;

/// <summary>What a person does with the decisions that the tool asks for: each action goes into an overlay, with a name where one is missing, and the document is taken again.</summary>
internal static partial class Decisions
{
    /// <summary>What was out of sight behind one thing that was wrong may be wrong too.</summary>
    private const int MostRounds = 5;

    /// <summary>Takes all decisions.</summary>
    /// <param name="tree">The folder.</param>
    /// <param name="published">The document that asks for them.</param>
    /// <param name="run">The update that told of them.</param>
    /// <returns>The actions.</returns>
    public static async Task<IReadOnlyList<string>> TakeAsync(FutureTree tree, string published, ToolRun run)
    {
        var actions = new List<string>();
        for (int round = 0; round < MostRounds && run.ExitCode != 0; round++)
        {
            actions.AddRange(Action().Matches(run.Error).Select((match, i) => match.Value.Replace("NAME", $"Decided{round}{i}", StringComparison.Ordinal)));
            tree.Write("spec/decided.overlay.json", $$"""
                { "overlay": "1.0.0", "info": { "title": "d", "version": "1" }, "x-confluence-overlay": { "api": "v2" }, "actions": [{{string.Join(",", actions)}}] }
                """);
            run = await tree.UpdateAsync(published);
        }

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return actions;
    }

    [GeneratedRegex(@"^ {6}\{\n(.*\n)*? {6}\}", RegexOptions.Multiline)]
    private static partial Regex Action();
}
