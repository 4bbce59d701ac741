using Confluence.Generator.Build;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Diff.Wire;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Drift;

/// <summary>The document of an API with its overlays, as answers are held against it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Built">What is generated of it.</param>
/// <param name="Wire">Its operations and schemas.</param>
/// <param name="Overlays">The overlay actions at each place.</param>
internal sealed record DriftDocument(SpecDocument Document, BuildResult Built, WireDocument Wire, OverlayTouches Overlays)
{
    /// <summary>Reads the documents of a folder, the one for an API first.</summary>
    /// <exception cref="ToolException">Something in the folder is wrong.</exception>
    public static IReadOnlyList<DriftDocument> Load(string directory, string api)
    {
        IReadOnlyList<SpecDocument> documents = SpecDirectory.Load(directory, api);
        IReadOnlyList<BuildResult> built = ModelBuilder.Build(documents);
        SpecWorkspace workspace = SpecWorkspace.Open(directory);
        return [.. documents.Zip(built, (document, result) => Of(document, result, workspace))];
    }

    private static DriftDocument Of(SpecDocument document, BuildResult built, SpecWorkspace workspace)
    {
        SpecFiles.ThrowIfAny(built.Diagnostics);
        string path = workspace.DocumentPath(document.Api);
        JsonObject imported = workspace.Find(path) is { } text ? SpecFiles.ParseObject(path, text) : document.Node;

        // What is parked says nothing.
        var overlays = new OverlayTouches(imported, document.Node, new OverlayUpdate(workspace, document.Api).Entries.Where(entry => entry.Before is null));
        return new DriftDocument(document, built, new WireDocument(document.Node, new SurfaceIndex(document, built)), overlays);
    }
}
