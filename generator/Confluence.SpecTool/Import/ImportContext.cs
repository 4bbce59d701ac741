using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Import;

/// <summary>Where the import stands in the document, and what it could not understand.</summary>
internal sealed class ImportContext
{
    /// <summary>A document that is not OpenAPI at all has thousands of mistakes; the first ones tell enough.</summary>
    private const int MaxDiagnostics = 20;

    private readonly List<string> _names = [];

    public List<SpecDiagnostic> Diagnostics { get; } = [];

    /// <summary>Steps into a member until the result is disposed.</summary>
    public Scope Enter(string name)
    {
        _names.Add(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        return new Scope(_names);
    }

    /// <summary>Notes that something is not understood; gives null, as a rule does that keeps nothing.</summary>
    public JsonNode? Refuse(JsonNode node, string problem)
    {
        if (Diagnostics.Count < MaxDiagnostics)
        {
            Diagnostics.Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, $"At #/{string.Join('/', _names)}: {problem}."));
        }

        return null;
    }

    internal readonly struct Scope(List<string> names) : IDisposable
    {
        public void Dispose() => names.RemoveAt(names.Count - 1);
    }
}
