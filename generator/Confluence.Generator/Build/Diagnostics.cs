using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build;

/// <summary>Collects what is wrong with a document while its model is built: one bad operation does not hide the next.</summary>
internal sealed class BuildDiagnostics
{
    private readonly HashSet<SpecDiagnostic> _seen = [];

    public List<SpecDiagnostic> All { get; } = [];

    /// <summary>The document says something that the generator has no answer to.</summary>
    public void Unsupported(JsonNode node, string what) =>
        Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what + " Repair it with an overlay action, or teach the generator to read it."));

    /// <summary>Two things would have one name.</summary>
    public void Collision(JsonNode node, string name, string first, string second) =>
        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.NameCollision,
            $"The C# name '{name}' would stand for both {first} and {second}. Give one of them another name with an overlay action (x-cs-name for schemas and operations, x-cs-member for members)."));

    private void Add(SpecDiagnostic diagnostic)
    {
        if (_seen.Add(diagnostic))
        {
            All.Add(diagnostic);
        }
    }
}
