using System.CommandLine;
using Confluence.Generator.Spec;
using Confluence.SpecTool.Explain;

namespace Confluence.SpecTool.Commands;

/// <summary><c>explain</c>: the way of a name from the document to the C#.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name")
        {
            Description = "A name in C# or in the document: a type (Page, PageBulk), a member (Page.Status, PageBulk.status), a value (ContentStatus.Current), an operation (GetPages, getPages, 'GET /pages'), a parameter (GetPagesOptions.Title, GetPages.limit).",
        };
        var api = new Option<string?>("--as") { Description = "Which API to look into; without it, both." };
        api.AcceptOnlyFromAmong("v2", "v1");
        Option<string> directory = SpecDirectoryOption.Create();
        var command = new Command("explain", "Follows a name: its place in the document, the overlay actions that touch it, its entry in the name map, the C# and its file.") { name, api, directory };
        command.SetAction(result => Run(result.GetRequiredValue(name), result.GetValue(api), result.GetRequiredValue(directory)));
        return command;
    }

    private static int Run(string name, string? api, string directory)
    {
        var reports = new List<ExplainReport>();
        int found = 0;
        foreach (string candidate in api is null ? SpecSource.Apis : [api])
        {
            var report = new ExplainReport(directory, candidate);
            reports.Add(report);
            foreach (string block in report.Explain(name))
            {
                Console.Out.WriteLine($"{(found++ > 0 ? "\n" : "")}{candidate}: {block}");
            }
        }

        if (found > 0)
        {
            return ExitCode.Success;
        }

        string[] names = [.. NearNames.Of(name, reports.SelectMany(report => report.Near(name)), ExplainReport.MostNames)];
        throw new ToolException(
            ExitCode.Content,
            $"nothing in {directory}{(api is null ? "" : $" of {api}")} is called '{name}'{(names.Length == 0 ? "; a member is asked for with its type, such as Page.Status" : $"; names like it are {string.Join(", ", names)}")}");
    }
}
