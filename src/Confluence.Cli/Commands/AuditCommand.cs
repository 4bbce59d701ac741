using System.CommandLine;
using Confluence.Cli.Audit;
using Confluence.Cli.Connection;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence audit</c>: what a site answers that this version does not know, and what it announces.</summary>
internal static class AuditCommand
{
    private const int DefaultResults = 10;
    private const int MostResults = 250;
    private const string Markdown = "markdown";
    private const string Json = "json";

    public static Command Create(CommandRunner runner)
    {
        Option<int?> results = WholeNumber.Option(
            "--results", FormattableString.Invariant($"How many results each list is asked for, 1 to {MostResults}; {DefaultResults} if not given."), 1, MostResults);
        Option<string> format = Choice.One("--output", "markdown: a report to read. json: the same for programs; confluence-spec drift --audit makes overlay actions of it.", Markdown, [(Markdown, Markdown), (Json, Json)]);
        Option<string?> file = new("--out") { Description = "The file to write the report to; it replaces one that is there. Without it the report goes to standard output.", HelpName = "FILE" };
        file.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: string value }] && Problem(value) is { } problem)
            {
                result.AddError(problem);
            }
        });
        Command command = new(
            "audit",
            "Read a little of everything, and tell what this version of the library does not know: members, values of enums and types, promised members that did not come, and the headers "
            + FormattableString.Invariant($"Deprecation, Sunset and Warning. Costs at most {SiteSample.MostRequests} requests, all of them GET, and changes nothing. Values, ids and names of people are never told."))
        {
            results, format, file,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed, runner, parsed.GetValue(results) ?? DefaultResults, parsed.GetValue(format) == Json, parsed.GetValue(file), cancellationToken));
        return command;
    }

    /// <summary>What is wrong with the name of a file; null when nothing is.</summary>
    private static string? Problem(string path) =>
        string.IsNullOrWhiteSpace(path) ? "--out is empty. Name a file."
        : path.Any(char.IsControl) ? $"--out is '{path}'. It holds a control character; name a file without one."
        : Directory.Exists(path) ? $"--out '{path}' is a folder. Name a file."
        : null;

    private static async Task<int> RunAsync(ParseResult parsed, CommandRunner runner, int results, bool isJson, string? file, CancellationToken cancellationToken)
    {
        AuditReport? report = null;
        int exitCode = await runner.RunAsync(
            parsed,
            Patience.Interactive,
            async (session, token) =>
            {
                session.Environment.Error.WriteLine(FormattableString.Invariant($"At most {SiteSample.MostRequests} requests, all of them GET, for at most {results} results each."));
                string source = session.Settings is SandboxSettings ? "the sandbox" : "the site"; // Its name may be that of a company.
                report = await new SiteSample(session.Client, session.Calls, results).ReadAsync(source, session.Environment.Clock.GetUtcNow(), token).ConfigureAwait(false);
                await WriteAsync(isJson ? AuditJson.Write(report) : AuditMarkdown.Write(report), AuditMarkdown.Summary(report), file, session.Environment, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return exitCode == ExitCode.Done && report is not null ? report.ExitCode : exitCode;
    }

    private static async Task WriteAsync(string text, string summary, string? file, CliEnvironment environment, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            environment.Output.Write(text);
            return;
        }

        await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
        environment.Output.WriteLine(summary);
    }
}
