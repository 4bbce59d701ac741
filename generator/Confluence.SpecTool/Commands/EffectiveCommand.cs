using System.CommandLine;
using Confluence.Generator.Build;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Commands;

/// <summary><c>effective</c>: the document as the generator sees it, with all overlays applied.</summary>
internal static class EffectiveCommand
{
    public static Command Create()
    {
        Option<string> api = ApiOption.Create();
        Option<string> directory = SpecDirectoryOption.Create();
        var output = new Option<string?>("--out") { Description = "The file to write. Without it the document goes to standard output." };
        var command = new Command("effective", "Writes an imported document with its overlays applied, and refuses what the build refuses.") { api, directory, output };
        command.SetAction(result => Run(result.GetRequiredValue(api), result.GetRequiredValue(directory), result.GetValue(output)));
        return command;
    }

    private static int Run(string api, string directory, string? output)
    {
        IReadOnlyList<SpecDocument> documents = SpecDirectory.Load(directory, api);
        SpecFiles.ThrowIfAny(ModelBuilder.Build(documents)[0].Diagnostics);
        string text = JsonFormatter.Indented(documents[0].Node);
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
}
