using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Confluence.SpecTool.Diff.Assemblies;

/// <summary>Microsoft.DotNet.ApiCompat.Tool, the second judge: it compares what was built, hand-written code among it.</summary>
internal static partial class ApiCompat
{
    /// <summary>The breaks between two assemblies, each in a line.</summary>
    /// <exception cref="ToolException">An assembly is missing, or the tool is.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(string oldAssembly, string newAssembly, CancellationToken cancellationToken)
    {
        foreach (string assembly in new[] { oldAssembly, newAssembly }.Where(assembly => !File.Exists(assembly)))
        {
            throw new ToolException(ExitCode.Usage, $"cannot read {assembly}: there is no such file; build the library from each document and name both assemblies");
        }

        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "tool", "run", "apicompat", "--", "--left", oldAssembly, "--right", newAssembly, "--enable-rule-cannot-change-parameter-name",
                "--left-assembly-references", References(oldAssembly), "--right-assembly-references", References(newAssembly),
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!; // It is null for a shell only.
        using CancellationTokenRegistration killing = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        string[] lines = (await output.ConfigureAwait(false) + await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] breaks = [.. lines.Where(line => Break().IsMatch(line)).Select(line => WithoutPaths(line, oldAssembly, newAssembly)).Distinct(StringComparer.Ordinal)];

        // Without a break it ends with 0; otherwise it did not run.
        return breaks.Length > 0 || process.ExitCode == 0
            ? breaks
            : throw new ToolException(ExitCode.Usage, $"ApiCompat did not run: {lines.FirstOrDefault() ?? "it said nothing"}. It is a tool of the repository: run dotnet tool restore in it, and this command there");

        string References(string assembly) => $"{framework},{Path.GetDirectoryName(Path.GetFullPath(assembly))}";
    }

    /// <summary>A line that says the same wherever the assemblies lie.</summary>
    private static string WithoutPaths(string line, string oldAssembly, string newAssembly) =>
        line.Replace(oldAssembly, "the old assembly", StringComparison.Ordinal).Replace(newAssembly, "the new assembly", StringComparison.Ordinal);

    [GeneratedRegex("^CP[0-9]{4}: ")]
    private static partial Regex Break();
}
