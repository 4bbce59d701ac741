using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Confluence.Sandbox;
using Confluence.Tests;

namespace Confluence.AotTests;

/// <summary>Publishes an application natively, with the whole library rooted, and runs it against the sandbox.</summary>
public sealed class NativeAppTests
{
    [Fact]
    public async Task Native_app_publishes_without_a_warning_and_retrieves_users_and_pages()
    {
        NativeLinker.SkipUnlessPresent();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string folder = Directory.CreateTempSubdirectory("confluence-aot-").FullName;
        try
        {
            string[] publish = ["publish", Project(), "-c", Configuration(), "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "--nologo"];
            ChildProcess published = (await ChildProcess.RunAsync("dotnet", publish, cancellation)).Succeeded();
            Assert.DoesNotContain("warning", published.Text, StringComparison.OrdinalIgnoreCase);

            var options = new SandboxOptions { Users = 12, Pages = 130 };
            await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, cancellation);
            string executable = Path.Combine(folder, OperatingSystem.IsWindows() ? "Confluence.AotApp.exe" : "Confluence.AotApp");
            string[] site = [sandbox.BaseAddress.ToString(), sandbox.Email, sandbox.ApiToken];
            ChildProcess app = (await ChildProcess.RunAsync(executable, site, cancellation)).Succeeded();

            string expected = string.Create(CultureInfo.InvariantCulture, $"users {sandbox.Truth.LicensedAccountIds.Count()}, pages 130, bodies 130, spaces {sandbox.Truth.SpaceCount}, versions ");
            Assert.StartsWith(expected, app.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Configuration() =>
        typeof(NativeAppTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private static string Project([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "Confluence.AotApp", "Confluence.AotApp.csproj");
}
