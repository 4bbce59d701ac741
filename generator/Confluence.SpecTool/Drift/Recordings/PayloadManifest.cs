using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Files;

namespace Confluence.SpecTool.Drift.Recordings;

/// <summary>
/// The <c>manifest.tsv</c> of a folder whose files are bodies alone: a line for each, with its file, operation, API, source and kind. A kind is
/// <c>captured</c>, <c>captured-edited</c>, <c>captured-excerpt</c> or <c>mock</c>.
/// </summary>
internal static class PayloadManifest
{
    private const string Name = "manifest.tsv";
    private const int Columns = 5;

    /// <summary>The lines of a folder's manifest; null where it has none.</summary>
    /// <exception cref="ToolException">A line has too few columns.</exception>
    public static IReadOnlyList<ManifestEntry>? Find(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var entries = new List<ManifestEntry>();
        string[] lines = SpecFiles.Decode(path, SpecFiles.ReadBytes(path)).Split('\n');
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length < Columns)
            {
                throw new ToolException(ExitCode.Content, FormattableString.Invariant($"{path}({i + 1},1): error: a line has the columns file, operationId, api, source and kind with tabs between them"));
            }

            entries.Add(new ManifestEntry(cells[0], cells[1], cells[2], cells[4]));
        }

        return entries;
    }
}

/// <param name="File">The file, from the folder on.</param>
/// <param name="OperationText">The operation, with what marks it as an item or a refusal.</param>
/// <param name="Api">The API of the operation.</param>
/// <param name="Kind">How the payload came about.</param>
internal sealed record ManifestEntry(string File, string OperationText, string Api, string Kind)
{
    private const string ItemMark = "-record";

    /// <summary>Gets whether a server sent it as the answer of an operation: what somebody made up says nothing of servers.</summary>
    public bool IsAnswer => Kind != "mock" && !OperationText.StartsWith("error-", StringComparison.Ordinal);

    /// <summary>Gets whether nothing was cut out. Of what was edited nobody knows.</summary>
    public bool IsWhole => Kind == "captured";

    public string OperationId => OperationText.EndsWith(ItemMark, StringComparison.Ordinal) ? OperationText[..^ItemMark.Length] : OperationText;

    /// <summary>The body of the answer: an item of a list gets the list around it.</summary>
    public JsonNode Wrap(JsonNode body) => OperationText == OperationId
        ? body
        : new JsonObject(body.Source, body.Start, body.Length, [new JsonMember("results", body.Start, new JsonArray(body.Source, body.Start, body.Length, [body]))]);
}
