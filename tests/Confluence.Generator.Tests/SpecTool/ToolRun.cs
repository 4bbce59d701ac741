using System.Diagnostics;
using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool;

/// <summary>One run of the built tool, as a process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static async Task<ToolRun> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [FindTool(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using Process process = Process.Start(start)!; // It is null for a shell only.
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolRun(process.ExitCode, await output, await error);
    }

    /// <summary>The tool of the configuration that the tests were built in.</summary>
    private static string FindTool()
    {
        string framework = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!); // bin lies above both.
        return Repository.PathOf("generator", "Confluence.SpecTool", "bin", configuration, framework, "confluence-spec.dll");
    }
}
