using Confluence.Generator.Build;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.Fitting;

/// <summary>A document with all that fits of the overlays, and what the generator makes of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Built">What is to be emitted.</param>
/// <param name="Diagnostics">What keeps it from building and is no overlay's fault.</param>
internal sealed record FittedDocument(SpecDocument Document, BuildResult Built, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    /// <summary>Applies what fits of the overlays; what says something of the document that is no longer so does not fit either.</summary>
    /// <param name="overlays">The overlays of the document.</param>
    /// <param name="api">The API that it describes.</param>
    /// <param name="root">The document as it was imported.</param>
    /// <param name="causes">Says why an action does not fit.</param>
    /// <param name="names">The names that were given out.</param>
    /// <param name="others">The documents of other APIs: its requests may be made of what these give.</param>
    public static FittedDocument Of(OverlayUpdate overlays, string api, JsonObject root, ParkingCause causes, NameMap names, IReadOnlyList<SpecDocument> others)
    {
        while (true)
        {
            var diagnostics = new List<SpecDiagnostic>();
            SpecDocument document = SpecReader.Read(overlays.Apply(root, causes), api, diagnostics);
            document.Names = names;
            BuildResult built = ModelBuilder.Build([document, .. others])[0];
            diagnostics.AddRange(built.Diagnostics);
            if (!overlays.TryReduce(diagnostics))
            {
                return new FittedDocument(document, built, diagnostics);
            }
        }
    }
}
