using Confluence.Tests;

namespace Confluence.Generator.Tests.SpecTool;

/// <summary><c>dotnet build</c> of a project in a temporary folder.</summary>
internal static class BuildProcess
{
    public static Task<ChildProcess> RunAsync(string folder, string project, params string[] properties) => ChildProcess.RunAsync(
        "dotnet",
        ["build", project, "--nologo", "-v", "quiet", .. properties],
        TestContext.Current.CancellationToken,
        folder,
        // "dotnet test" tells its children where its own MSBuild is, and a build node that stays would keep files of the folder open.
        [
            .. Environment.GetEnvironmentVariables().Keys.Cast<string>()
                .Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).Select(static name => KeyValuePair.Create(name, (string?)null)),
            new("MSBUILDDISABLENODEREUSE", "1"),
            new("DOTNET_CLI_UI_LANGUAGE", "en"),
        ]);
}
