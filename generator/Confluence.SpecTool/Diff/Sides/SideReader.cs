using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;
using Confluence.SpecTool.Import;
using Confluence.SpecTool.NameMaps;

namespace Confluence.SpecTool.Diff.Sides;

/// <summary>Takes a document through import, overlays and names as an update does, in memory.</summary>
/// <param name="directory">The spec folder whose overlays and names hold for documents that come alone.</param>
/// <param name="api">The API.</param>
internal sealed class SideReader(string directory, string api)
{
    /// <summary>Both documents. Names that the old one gives out, the new one keeps, as after an update.</summary>
    /// <exception cref="ToolException">One is missing, or is not what it claims to be.</exception>
    public (DiffSide Old, DiffSide New) Read(DiffInput oldInput, DiffInput newInput)
    {
        DiffSide old = ReadSide(oldInput, null);
        string given = NameMapWriter.Write(old.Fitted.Document, old.Fitted.Built);
        return (old, ReadSide(newInput, GivenNames.Read($"names.{api}.json", given)));
    }

    private DiffSide ReadSide(DiffInput input, NameMap? given)
    {
        bool isFolder = input.Bytes is null && Directory.Exists(input.Name);
        SpecWorkspace workspace = SpecWorkspace.Open(isFolder && HasRules(input.Name) ? input.Name : directory);
        JsonObject imported = Import(isFolder ? new DiffInput(FindIn(input.Name), null) : input);
        string committed = workspace.DocumentPath(api);
        JsonObject before = workspace.Find(committed) is { } text ? SpecFiles.ParseObject(committed, text) : imported;

        var overlays = new OverlayUpdate(workspace, api);
        NameMap names = given is null ? GivenNames.Of(workspace, api) : With(GivenNames.Of(workspace, api), given);
        FittedDocument fitted = FittedDocument.Of(overlays, api, imported, new ParkingCause(before, imported), names, workspace.OtherDocuments(api));
        string? revision = ((imported[SpecSource.Marker] as JsonObject)?["revision"] as JsonString)?.Value;
        return new DiffSide(input.Name, revision, imported, fitted, overlays.Entries);
    }

    private JsonObject Import(DiffInput input)
    {
        string text = SpecFiles.Decode(input.Name, input.Bytes ?? SpecFiles.ReadBytes(input.Name));
        ImportResult import = DocumentImporter.Import(new JsonSource(input.Name, text), api, DocumentDate.In(Path.GetFileName(input.Name)));
        SpecFiles.ThrowIfAny(import.Diagnostics);
        return SpecFiles.ParseObject(input.Name, import.Text!); // There is a text when there is no diagnostic.
    }

    /// <summary>The document of the API in a folder.</summary>
    private string FindIn(string folder)
    {
        SpecFile[] fitting =
        [
            .. SpecDirectory.ReadAll(folder).Where(file => JsonParser.Parse(new JsonSource(file.Path, file.Text), out _) is JsonObject root && DocumentImporter.ApiOf(root) == api),
        ];
        return fitting.Length switch
        {
            1 => fitting[0].Path,
            0 => throw new ToolException(ExitCode.Content, $"{folder} has no OpenAPI document of {api}"),
            _ => throw new ToolException(ExitCode.Usage, $"{folder} has several documents of {api}: {string.Join(", ", fitting.Select(file => Path.GetFileName(file.Path)))}; name one of them"),
        };
    }

    /// <summary>Whether a folder brings overlays and names of its own, as a spec folder does.</summary>
    private bool HasRules(string folder) => File.Exists(Path.Combine(folder, $"names.{api}.json")) || Directory.EnumerateFiles(folder, "*.overlay.json").Any();

    private static NameMap With(NameMap map, NameMap more) => new(
        Merge(map.Operations, more.Operations),
        Merge(map.Groups, more.Groups),
        Merge(map.Schemas, more.Schemas),
        Merge(map.Inline, more.Inline),
        Nested(map.Members, more.Members),
        Nested(map.Values, more.Values));

    // What the folder gave out itself goes first.
    private static Dictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> map, IReadOnlyDictionary<string, T> more)
    {
        var all = new Dictionary<string, T>(more, StringComparer.Ordinal);
        foreach ((string key, T value) in map)
        {
            all[key] = value;
        }

        return all;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Nested(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> map, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> more)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (string type in map.Keys.Union(more.Keys))
        {
            all[type] = map.TryGetValue(type, out IReadOnlyDictionary<string, string>? names) && more.TryGetValue(type, out IReadOnlyDictionary<string, string>? others)
                ? Merge(names, others)
                : map.GetValueOrDefault(type) ?? more[type];
        }

        return all;
    }
}

/// <summary>A document to compare.</summary>
/// <param name="Name">Its path, or where it came from.</param>
/// <param name="Bytes">What it holds; null when it is to be read from its path.</param>
internal sealed record DiffInput(string Name, byte[]? Bytes);
