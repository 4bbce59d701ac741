using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Commands;

/// <summary>Where reports go: to standard output, or to a file in each format.</summary>
internal static class ReportTargets
{
    public const string Markdown = "markdown";
    public const string Json = "json";

    /// <summary>Which report goes where: to each file its format, as given or as its name tells.</summary>
    /// <exception cref="ToolException">There are more formats than files.</exception>
    public static (string Format, string? File)[] Pair(string[] formats, string[] files)
    {
        if (files.Length == 0)
        {
            return formats.Length <= 1 ? [(formats.FirstOrDefault() ?? Markdown, null)] : throw new ToolException(ExitCode.Usage, "several --format need as many --out. See --help.");
        }

        if (formats.Length == 0)
        {
            return [.. files.Select(file => (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json : Markdown, (string?)file))];
        }

        return formats.Length == files.Length
            ? [.. formats.Zip(files, (format, file) => (format, (string?)file))]
            : throw new ToolException(ExitCode.Usage, $"there are {formats.Length} --format and {files.Length} --out; give one for each. See --help.");
    }

    /// <summary>Writes each report, and its summary where all went into files.</summary>
    /// <param name="targets">Where they go.</param>
    /// <param name="write">Writes the report in a format.</param>
    /// <param name="summary">The report on one line.</param>
    public static void Write((string Format, string? File)[] targets, Func<string, string> write, string summary)
    {
        foreach ((string format, string? file) in targets)
        {
            string text = write(format);
            if (file is null)
            {
                Console.Out.Write(text);
            }
            else
            {
                SpecFiles.Write(file, text);
            }
        }

        if (Array.TrueForAll(targets, target => target.File is not null))
        {
            Console.Out.WriteLine(summary);
        }
    }
}
