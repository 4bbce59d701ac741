using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Spec;

/// <summary>A file that was handed to the generator.</summary>
internal sealed record SpecFile(string Path, string Text);

/// <summary>What came out of the files.</summary>
internal sealed class SpecLoadResult(IReadOnlyList<SpecDocument> documents, IReadOnlyList<SpecDiagnostic> diagnostics)
{
    /// <summary>The documents with their overlays applied: v2 first, then v1. Reliable only when there is no diagnostic.</summary>
    public IReadOnlyList<SpecDocument> Documents { get; } = documents;

    /// <summary>Everything that is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; } = diagnostics;
}
