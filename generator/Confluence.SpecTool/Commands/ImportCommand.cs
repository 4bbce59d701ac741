using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Import;

namespace Confluence.SpecTool.Commands;

/// <summary><c>import</c>: from the document that Atlassian publishes to the facts that the repository keeps.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The published OpenAPI document, or one that was imported before." };
        Option<string> api = ApiOption.Create();
        var output = new Option<string?>("--out") { Description = "The file to write. Without it the document goes to standard output." };
        var revision = new Option<string?>("--revision") { Description = "The date of the document's revision, such as 2026-07-20; it is written into the result." };
        var command = new Command("import", "Writes the facts of a published document: canonical order, no prose, no samples.") { file, api, output, revision };
        command.SetAction(result => Run(result.GetRequiredValue(file), result.GetRequiredValue(api), result.GetValue(output), result.GetValue(revision)));
        return command;
    }

    private static int Run(string file, string api, string? output, string? revision)
    {
        DateOnly? date = ParseDate(revision);
        byte[] bytes = SpecFiles.ReadBytes(file);
        string published = SpecFiles.Decode(file, bytes);
        if (!DocumentKind.IsJson(published))
        {
            throw new ToolException(ExitCode.Content, DocumentKind.WhyNone(file, published));
        }

        ImportResult result = DocumentImporter.Import(new JsonSource(file, published), api, date);
        SpecFiles.ThrowIfAny(result.Diagnostics);

        string text = result.Text!; // There is a text when there is no diagnostic.
        string facts = string.Create(CultureInfo.InvariantCulture, $"{api}: {result.Operations} operations, {result.Schemas} schemas; SHA-256 of {Path.GetFileName(file)}: {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        if (output is null)
        {
            Console.Out.Write(text);
            Console.Error.WriteLine(facts);
        }
        else
        {
            SpecFiles.Write(output, text);
            Console.Out.WriteLine(facts);
        }

        return ExitCode.Success;
    }

    public static DateOnly? ParseDate(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new ToolException(ExitCode.Usage, $"--revision '{text}' is not a date of the form 2026-07-20");
    }
}
