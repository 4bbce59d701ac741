using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Confluence.Sandbox;

namespace Confluence.AotTests;

/// <summary>Publishes an application natively, with the whole library rooted, and runs it against the sandbox.</summary>
public sealed class NativeAppTests
{
    [Fact]
    public async Task Native_app_publishes_without_a_warning_and_retrieves_users_and_pages()
    {
        Assert.SkipUnless(HasLinker(), "NativeAOT links with the C compiler of the machine: install gcc or clang, and the headers of zlib.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string folder = Directory.CreateTempSubdirectory("confluence-aot-").FullName;
        try
        {
            string published = await RunAsync("dotnet", ["publish", Project(), "-c", Configuration(), "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "--nologo"], cancellation);
            Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);

            var options = new SandboxOptions { Users = 12, Pages = 130 };
            await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(options, cancellation);
            string executable = Path.Combine(folder, OperatingSystem.IsWindows() ? "Confluence.AotApp.exe" : "Confluence.AotApp");
            string said = await RunAsync(executable, [sandbox.BaseAddress.ToString(), sandbox.Email, sandbox.ApiToken], cancellation);

            string expected = string.Create(CultureInfo.InvariantCulture, $"users {sandbox.Truth.LicensedAccountIds.Count()}, pages 130, bodies 130, versions ");
            Assert.StartsWith(expected, said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        string text = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{text}");
        return text;
    }

    private static bool HasLinker() =>
        OperatingSystem.IsWindows() || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "gcc")) || File.Exists(Path.Combine(folder, "clang")));

    private static string Configuration() =>
        typeof(NativeAppTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    private static string Project([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "Confluence.AotApp", "Confluence.AotApp.csproj");
}
