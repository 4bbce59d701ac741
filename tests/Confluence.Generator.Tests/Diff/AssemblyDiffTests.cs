using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Confluence.Generator.Tests.Diff;

/// <summary>ApiCompat as second judge of two assemblies.</summary>
public sealed class AssemblyDiffTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_breaks_an_assembly_breaks_callers()
    {
        string old = Compile("old", "public class A { public void M() { } public void Gone() { } }");
        string now = Compile("new", "public class A { public void M() { } }");

        ToolRun run = await RunAsync(old, now);

        Assert.SkipWhen(run.Error.Contains("dotnet tool restore", StringComparison.Ordinal), "ApiCompat is not there: dotnet tool restore was not run.");
        Assert.Equal((4, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Version: major. Wire: none. Callers: binary break. 0 changes.", Lines(run)[2].Trim('*'), StringComparison.Ordinal);
        Assert.Contains("ApiCompat finds 1 break between the assemblies.", run.Output, StringComparison.Ordinal);
        Assert.Contains("- CP0002: Member 'void A.Gone()' exists on the old assembly but not on the new assembly", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assemblies_of_one_surface_add_no_break()
    {
        string old = Compile("old", "public class A { public void M() { } }");
        string now = Compile("new", "public class A { public void M() { } public void More() { } }");

        ToolRun run = await RunAsync(old, now);

        Assert.SkipWhen(run.Error.Contains("dotnet tool restore", StringComparison.Ordinal), "ApiCompat is not there: dotnet tool restore was not run.");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("ApiCompat finds no break between the assemblies.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_that_is_not_there_is_told()
    {
        ToolRun run = await RunAsync("nowhere.dll", "nowhere.dll");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("cannot read nowhere.dll: there is no such file", run.Error, StringComparison.Ordinal);
    }

    private static Task<ToolRun> RunAsync(string old, string now) =>
        ToolRun.StartAsync("diff", Repository.PathOf("spec"), Repository.PathOf("spec"), "--as", "v2", "--assemblies", old, now);

    private static string[] Lines(ToolRun run) => run.Output.Split('\n');

    private string Compile(string folder, string source)
    {
        Directory.CreateDirectory(_directory.PathOf(folder));
        string path = _directory.PathOf($"{folder}/A.dll");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "A", [CSharpSyntaxTree.ParseText(source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return path;
    }
}
