using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.Files;

/// <summary>The directory with the imported documents, the overlays and the name maps.</summary>
internal static class SpecDirectory
{
    /// <summary>The documents with their overlays applied, the one for an API first.</summary>
    /// <exception cref="ToolException">Something in the directory is wrong, or the document is not there.</exception>
    public static IReadOnlyList<SpecDocument> Load(string directory, string api)
    {
        SpecLoadResult result = SpecLoader.Load(ReadAll(directory));
        SpecFiles.ThrowIfAny(result.Diagnostics);
        return result.Documents.Any(document => document.Api == api)
            ? [.. result.Documents.OrderBy(document => document.Api != api)]
            : throw new ToolException(ExitCode.Content, $"no file in {directory} is an imported document for {api}; run: dotnet run --project generator/Confluence.SpecTool -- import FILE --as {api} --out {Path.Combine(directory, $"confluence-{api}.json")}");
    }

    public static List<SpecFile> ReadAll(string directory)
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
