using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Confluence.Tests;

namespace Confluence.Package.Tests;

/// <summary>Runs the SDK as somebody would who has nothing but the SDK: no variable of the surrounding test run reaches it.</summary>
internal static partial class DotNet
{
    /// <summary>Runs a command of the SDK to a good end without a warning.</summary>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="variables">Further environment variables.</param>
    /// <exception cref="PackageSourceException">NuGet did not get a package from the sources of this machine.</exception>
    public static async Task<ChildProcess> RunAsync(
        string folder, string[] arguments, CancellationToken cancellation, params KeyValuePair<string, string?>[] variables)
    {
        ChildProcess sdk = await ChildProcess.RunAsync("dotnet", arguments, cancellation, folder, [.. Clean(), .. variables]);
        if (sdk.ExitCode != 0 && SourceError().Match(sdk.Text) is { Success: true } error)
        {
            throw new PackageSourceException(sdk.Command, error.Value);
        }

        sdk.Succeeded();
        Assert.DoesNotMatch(Warning(), sdk.Text);
        return sdk;
    }

    /// <summary>What lets a program find the runtime that these tests run on, wherever it is installed.</summary>
    public static KeyValuePair<string, string?> Root { get; } =
        new("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));

    private static IEnumerable<KeyValuePair<string, string?>> Clean()
    {
        // "dotnet test" tells its children where its own MSBuild is; another SDK may be the right one for the folder.
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(name, null);
        }

        yield return new("NUGET_PACKAGES", null);
        yield return new("NUGET_FALLBACK_PACKAGES", null);
        yield return new("DOTNET_CLI_UI_LANGUAGE", "en");
        yield return new("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
        yield return new("DOTNET_NOLOGO", "1");
        // A build node that stays would keep files of the temporary folder open.
        yield return new("MSBUILDDISABLENODEREUSE", "1");
        yield return Root;
    }

    // NU1301: a source cannot be reached; NU1101 to NU1103: it answers and has no such package or version.
    [GeneratedRegex(@"NU1(301|101|102|103): .*")]
    private static partial Regex SourceError();

    [GeneratedRegex(@"\bwarning\b\s+(?:[A-Z]+[0-9]+)?:|: warning ", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
