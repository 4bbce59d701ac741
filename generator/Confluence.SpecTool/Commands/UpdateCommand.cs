using System.CommandLine;
using System.Globalization;
using Confluence.Generator.Spec;
using Confluence.SpecTool.Diff;
using Confluence.SpecTool.Diff.Report;
using Confluence.SpecTool.Diff.Sides;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;
using Confluence.SpecTool.Update;

namespace Confluence.SpecTool.Commands;

/// <summary><c>update</c>: from a new document to a tree that builds, or that says what is missing.</summary>
internal static class UpdateCommand
{
    private const string All = "all";
    private const int MostErrors = 30;

    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "The published document: a file, an address, or a folder with one for each API. Without it, the address that spec/README.md gives." };
        var api = new Option<string>("--as") { Description = "Which API to update.", DefaultValueFactory = _ => All };
        api.AcceptOnlyFromAmong("v2", "v1", All);
        var revision = new Option<string?>("--revision") { Description = "The date of the revision, such as 2026-07-20. Without it, the date in the file's name, the one that the server tells, or today." };
        Option<string> directory = SpecDirectoryOption.Create();
        var noBuild = new Option<bool>("--no-build") { Description = "Don't build the library at the end." };
        var command = new Command("update", "Takes a new document: imports it, parks overlay actions that it has nothing for, gives names, and builds.") { from, api, revision, directory, noBuild };
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(from), result.GetRequiredValue(api), ImportCommand.ParseDate(result.GetValue(revision)), result.GetRequiredValue(directory), result.GetValue(noBuild), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? from, string api, DateOnly? revision, string directory, bool noBuild, CancellationToken cancellationToken)
    {
        SpecWorkspace workspace = SpecWorkspace.Open(directory);
        SpecRecord record = SpecRecord.Read(workspace.RecordPath, workspace.Find(workspace.RecordPath));
        IReadOnlyList<string> apis = api == All ? SpecSource.Apis : [api];
        var decisions = new List<Decision>();
        foreach ((string found, PublishedDocument published) in await DocumentSource.FindAsync(from, apis, isChoice: api != All, record, cancellationToken).ConfigureAwait(false))
        {
            DocumentUpdate update = DocumentUpdate.Apply(workspace, record, found, published, revision ?? published.Date ?? DateOnly.FromDateTime(DateTime.UtcNow));
            if (workspace.Find(workspace.ChangelogPath) is { } changelog && update.From != update.To)
            {
                workspace.Set(workspace.ChangelogPath, Changelog.Draft(changelog, update));
            }

            Tell(update, workspace);
            TellVerdict(DocumentDiff.Compare(directory, found, new DiffInput(workspace.DocumentPath(found), null), new DiffInput(published.Name, published.Bytes)));
            decisions.AddRange(update.Decisions);
        }

        workspace.Save();
        Console.Out.WriteLine(workspace.Changed.Count == 0 ? "Nothing changed." : $"Written: {string.Join(", ", workspace.Changed.Select(path => Path.GetRelativePath(Environment.CurrentDirectory, path)))}");
        if (decisions.Count > 0)
        {
            Console.Error.WriteLine($"The library does not build before {(decisions.Count == 1 ? "this is" : "these are")} decided; put each action into an overlay of {directory}, with a reason, and run: confluence-spec names");
            return ExitCode.Content;
        }

        return noBuild || LibraryBuild.Find(directory) is not { } project ? ExitCode.Success : await BuildAsync(project, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> BuildAsync(string project, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine("Building the library …");
        IReadOnlyList<string> errors = await LibraryBuild.RunAsync(project, cancellationToken).ConfigureAwait(false);
        if (errors.Count == 0)
        {
            Console.Out.WriteLine("The library builds.");
            return ExitCode.Success;
        }

        foreach (string error in errors.Take(MostErrors))
        {
            Console.Error.WriteLine(error);
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The files are updated, but the library does not build: {errors.Count} error{(errors.Count == 1 ? "" : "s")}{(errors.Count > MostErrors ? $", the first {MostErrors} above" : "")}."));
        return ExitCode.Content;
    }

    /// <summary>What the update means for clients on the wire and for callers; <c>diff</c> tells it change by change.</summary>
    private static void TellVerdict(DiffReport report)
    {
        if (report.Changes.Count == 0)
        {
            return;
        }

        string[] lines = [.. MarkdownReport.Summary(report)];
        Console.Out.WriteLine($"  verdict: {lines[0]} Each change: confluence-spec diff, with the document before and this one.");
        foreach (string reason in lines.Skip(1))
        {
            Console.Out.WriteLine($"    {reason}");
        }
    }

    private static void Tell(DocumentUpdate update, SpecWorkspace workspace)
    {
        DocumentChanges changes = update.Changes;
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{update.Api}: {update.From ?? "?"} → {update.To}, {changes.OperationsBefore} → {changes.OperationsAfter} operations, {changes.SchemasBefore} → {changes.SchemasAfter} schemas (SHA-256 {update.Sha256})"));
        foreach (string line in changes.Lines())
        {
            Say(line);
        }

        MovedAction[] parked = [.. update.Moved.Where(action => action.Cause is not null)];
        MovedAction[] back = [.. update.Moved.Where(action => action.Cause is null)];
        if (update.Moved.Count > 0)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"  overlay actions: {parked.Length} parked, {back.Length} back; what is parked stands in {Path.Combine(workspace.Folder, "parked")}"));
        }

        foreach (MovedAction action in parked)
        {
            Say($"    parked {(action.IsReduced ? "in part " : "")}{action.Target} ({action.File}): {action.Cause}");
        }

        foreach (MovedAction action in back)
        {
            Say($"    back   {action.Target} ({action.File})");
        }

        if (update.NewNames > 0)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"  names: {update.NewNames} more {(update.NewNames == 1 ? "line" : "lines")} in {workspace.NameMapPath(update.Api)}"));
        }

        foreach (Decision decision in update.Decisions.Take(Decision.MostTold))
        {
            Console.Error.WriteLine(SpecFiles.Format(decision.Diagnostic));
            if (decision.Action is { } action)
            {
                Console.Error.WriteLine(action);
            }
        }

        if (update.Decisions.Count > Decision.MostTold)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{update.Decisions.Count - Decision.MostTold} more are told once these are decided."));
        }
    }

    /// <summary>Tells a line, which may quote the document.</summary>
    private static void Say(string line) => Console.Out.WriteLine(OneLine.Of(line));
}
