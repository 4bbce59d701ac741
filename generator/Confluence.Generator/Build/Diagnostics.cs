using Confluence.Generator.Build.Naming;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build;

/// <summary>Collects what is wrong with a document while its model is built: one bad operation does not hide the next.</summary>
internal sealed class BuildDiagnostics
{
    private const string Extensions = "x-cs-name for schemas, operations and parameters, x-cs-member for members, x-cs-group for groups";

    private readonly HashSet<SpecDiagnostic> _seen = [];

    public List<SpecDiagnostic> All { get; } = [];

    /// <summary>The document says something that the generator has no answer to.</summary>
    public void Unsupported(JsonNode node, string what) =>
        Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what + " Repair it with an overlay action, or teach the generator to read it."));

    /// <summary>An extension of ours says something that does not fit the document; the message says what to do.</summary>
    public void WrongFact(JsonNode node, string what) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what));

    /// <summary>What <c>x-cs-made-of</c> says does not fit the document; the message says what to do.</summary>
    public void WrongMaking(JsonNode node, string what) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.WrongMaking, what));

    /// <summary>Two things would have one name.</summary>
    public void Collision(JsonNode node, string name, string first, string second) =>
        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.NameCollision,
            $"The C# name '{name}' would stand for both {first} and {second}. Give one of them another name with an overlay action ({Extensions})."));

    /// <summary>Two values of an enum would have one name.</summary>
    public void EnumCollision(JsonNode node, string name, string first, string second) =>
        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.NameCollision,
            $"The C# name '{name}' would stand for both the enum value '{first}' and '{second}'. Remove one of them with an overlay action; callers can still make it of its text."));

    /// <summary>Whether the name can stand in C#; it is reported when it can't.</summary>
    public bool CheckName(JsonNode node, string name, string what)
    {
        if (Names.IsIdentifier(name))
        {
            return true;
        }

        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.UnsupportedConstruct,
            $"The C# name of {what} would be '{name}', and a name is made of the letters A to Z, digits and '_'. Give it another one with an overlay action ({Extensions})."));
        return false;
    }

    private void Add(SpecDiagnostic diagnostic)
    {
        if (_seen.Add(diagnostic))
        {
            All.Add(diagnostic);
        }
    }
}
