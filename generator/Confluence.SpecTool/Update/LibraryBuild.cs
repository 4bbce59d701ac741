using System.Diagnostics;

namespace Confluence.SpecTool.Update;

/// <summary>Builds the library from the updated tree.</summary>
internal static class LibraryBuild
{
    private static readonly string s_project = Path.Combine("src", "Confluence.Generated");

    /// <summary>Where the library is that a spec folder belongs to; null when it belongs to none.</summary>
    public static string? Find(string specFolder)
    {
        string root = Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(specFolder))) ?? specFolder;
        string project = Path.Combine(root, s_project);
        return Directory.Exists(project) ? project : null;
    }

    /// <summary>The errors of the build, each once; empty when it succeeds.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string project, CancellationToken cancellationToken)
    {
        // The analyzers judge what people write; whether the tree builds is a matter of the compiler.
        var start = new ProcessStartInfo("dotnet", ["build", project, "--nologo", "-v", "quiet", "-p:RunAnalyzers=false"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process build = Process.Start(start)!; // It is null for a shell only.
        using CancellationTokenRegistration killing = cancellationToken.Register(() => build.Kill(entireProcessTree: true));
        Task<string> output = build.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = build.StandardError.ReadToEndAsync(CancellationToken.None);
        await build.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (build.ExitCode == 0)
        {
            return [];
        }

        string[] lines = (await output.ConfigureAwait(false) + await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] told = [.. lines.Where(line => line.Contains("error", StringComparison.Ordinal)).Select(WithoutProject).Distinct(StringComparer.Ordinal)];
        return told.Length > 0 ? told : lines;
    }

    /// <summary>A line without the project at its end, which is the same in all.</summary>
    private static string WithoutProject(string line) => line.EndsWith(']') && line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and int at ? line[..at] : line;
}
