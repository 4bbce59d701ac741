using Confluence.Generator.Tests.Spec;

namespace Confluence.Generator.Tests.SpecTool;

public sealed class CommandLineTests : IDisposable
{
    private const string Document = """{"openapi":"3.0.3","x-confluence-import":{"api":"v2","formatVersion":1},"info":{"title":"t","version":"1"},"paths":{}}""";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("'bogus'", "bogus")]
    [InlineData("Required command")]
    [InlineData("--as", "import", "a.json")]
    [InlineData("'v3'", "import", "a.json", "--as", "v3")]
    [InlineData("Required argument", "import", "--as", "v2")]
    [InlineData("'--colour'", "effective", "--as", "v2", "--colour")]
    [InlineData("cannot read nothing.json", "import", "nothing.json", "--as", "v2")]
    [InlineData("is not a date of the form 2026-07-20", "import", "spec/confluence-v2.json", "--as", "v2", "--revision", "20.7.2026")]
    [InlineData("the directory nowhere does not exist", "effective", "--as", "v2", "--spec-dir", "nowhere")]
    [InlineData("cannot write", "import", "spec/confluence-v2.json", "--as", "v2", "--out", "nowhere/out.json")]
    public async Task A_wrong_command_line_is_told_in_one_line(string words, params string[] arguments)
    {
        ToolRun run = await ToolRun.StartAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told()
    {
        string file = _directory.PathOf("a.json");
        await File.WriteAllBytesAsync(file, [(byte)'{', 0xFF], TestContext.Current.CancellationToken);

        ToolRun run = await ToolRun.StartAsync("import", file, "--as", "v2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not UTF-8: a wrong byte stands at offset 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_exit_codes()
    {
        ToolRun run = await ToolRun.StartAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Exit codes: 0 success; 1 what stands in a file is wrong; 2 the command line", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v1")]
    public async Task The_effective_document_is_what_the_generator_sees(string api)
    {
        ToolRun run = await ToolRun.StartAsync("effective", "--as", api);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Generator.Spec.Json.JsonFormatter.Indented(CommittedSpec.Load().Documents.Single(document => document.Api == api).Node), run.Output);
    }

    [Fact]
    public async Task Overlays_are_applied_and_what_does_not_fit_is_told_as_compilers_do()
    {
        _directory.Write("a.json", Document);
        string overlay = _directory.Write("b.json", """{"overlay":"1.0.0","info":{"title":"t","version":"1"},"x-confluence-overlay":{"api":"v2"},"actions":[{"target":"$.paths['/gone']","description":"why","remove":true}]}""");

        ToolRun wrong = await ToolRun.StartAsync("effective", "--as", "v2", "--spec-dir", _directory.Root);
        File.WriteAllText(overlay, File.ReadAllText(overlay).Replace("\"$.paths['/gone']\",\"description\":\"why\",\"remove\":true", "\"$.paths\",\"description\":\"why\",\"update\":{\"/new\":{}}", StringComparison.Ordinal));
        ToolRun right = await ToolRun.StartAsync("effective", "--as", "v2", "--spec-dir", _directory.Root, "--out", _directory.PathOf("out.txt"));

        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Output));
        Assert.StartsWith($"{overlay}(1,112): error CONF005: The target $.paths['/gone'] takes nothing", wrong.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (right.ExitCode, right.Output));
        Assert.Contains("\"/new\": {}", await File.ReadAllTextAsync(_directory.PathOf("out.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_told_with_the_command_that_makes_it()
    {
        _directory.Write("a.json", Document);

        ToolRun run = await ToolRun.StartAsync("effective", "--as", "v1", "--spec-dir", _directory.Root);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("import FILE --as v1", run.Error, StringComparison.Ordinal);
    }
}
