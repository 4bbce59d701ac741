using Confluence.Generator.Build.Naming;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build;

/// <summary>Collects what is wrong with a document while its model is built: one bad operation does not hide the next.</summary>
internal sealed class BuildDiagnostics
{
    public const string Name = "x-cs-name";
    public const string Member = "x-cs-member";
    public const string Group = "x-cs-group";

    private const string Extensions = "x-cs-name for schemas, operations and parameters, x-cs-member for members, x-cs-group for groups";

    private const string Repair = " Repair it with an overlay action, or teach the generator to read it.";

    private readonly HashSet<SpecDiagnostic> _seen = [];

    public List<SpecDiagnostic> All { get; } = [];

    /// <summary>The document says something that the generator has no answer to.</summary>
    public void Unsupported(JsonNode node, string what) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what + Repair));

    /// <summary>The same, where taking out that node would leave something else to repair: <paramref name="without"/> is what has to go.</summary>
    public void Unsupported(JsonNode node, string what, JsonNode without) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what + Repair, without));

    /// <summary>An extension of ours says something that does not fit the document; the message says what to do.</summary>
    public void WrongFact(JsonNode node, string what) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, what));

    /// <summary>What <c>x-cs-made-of</c> says does not fit the document; the message says what to do.</summary>
    public void WrongMaking(JsonNode node, string what) => Add(SpecDiagnostic.At(node, SpecDiagnosticId.WrongMaking, what));

    /// <summary>Two things would have one name; <paramref name="gives"/> is the extension that gives the second another.</summary>
    public void Collision(JsonNode node, string name, string first, string second, string gives = Name) =>
        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.NameCollision,
            $"The C# name '{name}' would stand for both {first} and {second}. Give one of them another name with an overlay action ({Extensions}).",
            gives));

    /// <summary>Two values of an enum would have one name.</summary>
    public void EnumCollision(JsonNode node, string name, string first, string second) =>
        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.NameCollision,
            $"The C# name '{name}' would stand for both the enum value '{first}' and '{second}'. Remove one of them with an overlay action; callers can still make it of its text.",
            without: node));

    /// <summary>Whether the name can stand in C#; it is reported when it can't.</summary>
    public bool CheckName(JsonNode node, string name, string what, string gives = Name)
    {
        if (Names.IsIdentifier(name))
        {
            return true;
        }

        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.UnsupportedConstruct,
            $"The C# name of {what} would be '{name}', and a name is made of the letters A to Z, digits and '_', at most {Names.LongestName} of them. Give it another one with an overlay action ({Extensions}).",
            gives));
        return false;
    }

    /// <summary>The same for a type, which is a file, too.</summary>
    public bool CheckTypeName(JsonNode node, string name, string what)
    {
        if (!Names.IsDevice(name))
        {
            return CheckName(node, name, what);
        }

        Add(SpecDiagnostic.At(
            node,
            SpecDiagnosticId.UnsupportedConstruct,
            $"The C# name of {what} would be '{name}'; each type is a file, and Windows takes a file of this name for a device. Give it another one with an overlay action ({Extensions}).",
            Name));
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
