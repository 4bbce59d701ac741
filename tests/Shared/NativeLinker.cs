using System.ComponentModel;
using System.Diagnostics;

namespace Confluence.Tests;

/// <summary>Whether this machine can link what NativeAOT compiles.</summary>
internal static class NativeLinker
{
    private static readonly string[] s_compilers = ["clang", "gcc"];
    private static readonly Lazy<(string? Compiler, string Missing)> s_found = new(Find);

    /// <summary>Gets the compiler that links, for <c>CppCompilerAndLinker</c>: clang is the SDK's choice, gcc does as well. Null where the SDK finds its own.</summary>
    public static string? Compiler => s_found.Value.Compiler;

    /// <summary>Skips the test, and says what to install, where nothing can be linked.</summary>
    public static void SkipUnlessPresent() => Assert.SkipWhen(s_found.Value.Missing.Length > 0, s_found.Value.Missing);

    // A compiler alone does not do: without the development files of the C library it cannot link. Only linking tells.
    private static (string? Compiler, string Missing) Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return (null, ""); // The publish finds Visual Studio's linker by itself and says what is missing.
        }

        string folder = Directory.CreateTempSubdirectory("confluence-link-").FullName;
        try
        {
            string source = Path.Combine(folder, "empty.c");
            File.WriteAllText(source, "int main(void) { return 0; }\n");
            List<string> reasons = [];
            foreach (string compiler in s_compilers)
            {
                string? reason = WhyNotLinked(compiler, source, Path.Combine(folder, "empty"));
                if (reason is null)
                {
                    return (compiler, "");
                }

                reasons.Add(reason);
            }

            return (null, $"NativeAOT links with the C compiler of the machine: install gcc or clang, and the development files of the C library. {string.Join(" ", reasons)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? WhyNotLinked(string compiler, string source, string result)
    {
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(compiler, [source, "-o", result]) { RedirectStandardError = true },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return $"There is no {compiler}.";
        }

        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"{compiler}: {errors.Trim()}.";
    }
}
