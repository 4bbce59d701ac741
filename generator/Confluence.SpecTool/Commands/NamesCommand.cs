using System.CommandLine;
using Confluence.Generator.Build;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.NameMaps;

namespace Confluence.SpecTool.Commands;

/// <summary><c>names</c>: extends the name map of a document by what the document has beyond it.</summary>
internal static class NamesCommand
{
    public static Command Create()
    {
        Option<string> api = ApiOption.Create();
        Option<string> directory = SpecDirectoryOption.Create();
        var output = new Option<string?>("--out") { Description = "The file to write. Without it the map of the directory is extended." };
        var command = new Command("names", "Writes the C# names that the document gets into its name map, which keeps them from then on.") { api, directory, output };
        command.SetAction(result => Run(result.GetRequiredValue(api), result.GetRequiredValue(directory), result.GetValue(output)));
        return command;
    }

    private static int Run(string api, string directory, string? output)
    {
        IReadOnlyList<SpecDocument> documents = SpecDirectory.Load(directory, api);
        SpecDocument document = documents[0];
        BuildResult built = ModelBuilder.Build(documents)[0];
        SpecFiles.ThrowIfAny(built.Diagnostics);
        string path = output ?? Path.Combine(directory, $"names.{api}.json");
        SpecFiles.Write(path, NameMapWriter.Write(document, built));
        Console.Out.WriteLine($"{path}: {built.Names.Schemas.Count} named and {built.Names.Inline.Count} inline schemas, {document.Operations.Count} operations");
        return ExitCode.Success;
    }
}
