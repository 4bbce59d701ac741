using System.CommandLine;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.Commands;

/// <summary><c>effective</c>: the document as the generator sees it, with all overlays applied.</summary>
internal static class EffectiveCommand
{
    public static Command Create()
    {
        Option<string> api = ApiOption.Create();
        var directory = new Option<string>("--spec-dir")
        {
            Description = "The directory with the imported documents and the overlays.",
            DefaultValueFactory = _ => "spec",
        };
        var output = new Option<string?>("--out") { Description = "The file to write. Without it the document goes to standard output." };
        var command = new Command("effective", "Writes an imported document with its overlays applied, and checks both.") { api, directory, output };
        command.SetAction(result => Run(result.GetRequiredValue(api), result.GetRequiredValue(directory), result.GetValue(output)));
        return command;
    }

    private static int Run(string api, string directory, string? output)
    {
        SpecLoadResult result = SpecLoader.Load(ReadAll(directory));
        SpecFiles.ThrowIfAny(result.Diagnostics);

        SpecDocument document = result.Documents.FirstOrDefault(document => document.Api == api)
            ?? throw new ToolException(ExitCode.Content, $"no file in {directory} is an imported document for {api}; run: dotnet run --project generator/Confluence.SpecTool -- import FILE --as {api} --out {Path.Combine(directory, $"confluence-{api}.json")}");
        string text = JsonFormatter.Indented(document.Node);
        if (output is null)
        {
            Console.Out.Write(text);
        }
        else
        {
            SpecFiles.Write(output, text);
        }

        return ExitCode.Success;
    }

    private static List<SpecFile> ReadAll(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new ToolException(ExitCode.Usage, $"the directory {directory} does not exist; name it with --spec-dir");
        }

        return
        [
            .. Directory.EnumerateFiles(directory, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => new SpecFile(path, SpecFiles.Decode(path, SpecFiles.ReadBytes(path)))),
        ];
    }
}
