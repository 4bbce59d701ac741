using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;
using Confluence.Generator.Spec.Overlays;

namespace Confluence.Generator.Spec;

/// <summary>
/// From texts to documents. What a file is for stands in the file: <c>x-confluence-import</c> marks a document,
/// <c>overlay</c> an overlay, <c>x-confluence-names</c> a name map. Other JSON files are somebody else's and stay unread.
/// </summary>
internal static class SpecLoader
{
    /// <summary>Reads all files. Never throws for what stands in them: everything wrong is a diagnostic with its place.</summary>
    public static SpecLoadResult Load(IReadOnlyList<SpecFile> files)
    {
        var diagnostics = new List<SpecDiagnostic>();
        var sources = new List<SpecSource>();
        var overlays = new List<Overlay>();
        var names = new Dictionary<string, NameMap>(StringComparer.Ordinal);

        // Overlays of one document apply in the order of their file names, so that the result depends on nothing else.
        foreach (SpecFile file in files.OrderBy(file => Path.GetFileName(file.Path), StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            if (JsonParser.Parse(new JsonSource(file.Path, file.Text), out SpecDiagnostic? error) is not { } root)
            {
                diagnostics.Add(error!); // The parser gives a value or an error.
            }
            else if (root is JsonObject node && node["overlay"] is not null)
            {
                if (OverlayReader.Read(node, diagnostics) is { } overlay)
                {
                    overlays.Add(overlay);
                }
            }
            else if (root is JsonObject map && map[NameMapReader.Marker] is not null)
            {
                if (NameMapReader.Read(map, diagnostics) is { } read)
                {
                    if (names.ContainsKey(read.Api))
                    {
                        diagnostics.Add(SpecDiagnostic.At(map, SpecDiagnosticId.MalformedNameMap, $"This is a second name map for {read.Api}; hand over one of them only."));
                    }
                    else
                    {
                        names.Add(read.Api, read.Map);
                    }
                }
            }
            else if (root is JsonObject document && SpecSource.Read(document, diagnostics) is { } source)
            {
                sources.Add(source);
            }
        }

        List<SpecDocument> documents = ReadDocuments(sources, overlays, diagnostics);
        foreach (SpecDocument document in documents)
        {
            document.Names = names.TryGetValue(document.Api, out NameMap? map) ? map : NameMap.Empty;
        }

        return new SpecLoadResult(documents, diagnostics);
    }

    private static List<SpecDocument> ReadDocuments(List<SpecSource> sources, List<Overlay> overlays, List<SpecDiagnostic> diagnostics)
    {
        if (sources.Count == 0 && diagnostics.Count == 0)
        {
            diagnostics.Add(new SpecDiagnostic(SpecDiagnosticId.DocumentCount, "No file is an imported document; add spec/confluence-v2.json and spec/confluence-v1.json to the AdditionalFiles of the project.", "", 0, 0, 0, 0));
        }

        var documents = new List<SpecDocument>();
        foreach (string api in SpecSource.Apis)
        {
            List<SpecSource> candidates = sources.FindAll(source => source.Api == api);
            for (int i = 1; i < candidates.Count; i++)
            {
                diagnostics.Add(SpecDiagnostic.At(candidates[i].Root, SpecDiagnosticId.DocumentCount, $"This is a second document for {api}; the first is {candidates[0].Root.Source.Path}. Hand over one of them only."));
            }

            List<Overlay> changes = overlays.FindAll(overlay => overlay.Api == api);
            if (candidates.Count == 0)
            {
                foreach (Overlay overlay in changes)
                {
                    diagnostics.Add(SpecDiagnostic.At(overlay.Node, SpecDiagnosticId.DocumentCount, $"The overlay changes the document for {api}, and no file is one; add spec/confluence-{api}.json, or leave the overlay out."));
                }

                continue;
            }

            JsonObject root = candidates[0].Root;
            foreach (Overlay overlay in changes)
            {
                root = OverlayApplier.Apply(root, overlay, diagnostics);
            }

            documents.Add(SpecReader.Read(root, api, diagnostics));
        }

        return documents;
    }
}
