using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>What a value has that its schema does not know, or that contradicts it.</summary>
internal enum DriftKind
{
    /// <summary>The headers of an answer announce the end of an operation that the document does not deprecate.</summary>
    AnnouncedEnd,

    /// <summary>A member that answers were said to carry always is not there.</summary>
    GuaranteedAbsent,

    /// <summary>It is there, and null.</summary>
    GuaranteedNull,

    /// <summary>A value is of another type.</summary>
    Type,

    /// <summary>A value is not among those that are listed.</summary>
    EnumValue,

    /// <summary>A member is not in the document.</summary>
    UnknownMember,

    /// <summary>Null, where the document does not speak of null.</summary>
    Null,

    /// <summary>An answer succeeded with a status that the document does not have.</summary>
    UnknownStatus,

    /// <summary>An answer has a body, and the document none.</summary>
    UnknownBody,
}

/// <summary>One thing that was seen once.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it stands in the document, in words.</param>
/// <param name="Owner">The schema, or the response, that it is about.</param>
/// <param name="Name">The member, or the value of an enum as JSON; null where the schema as a whole is meant, and for members whose names are data.</param>
/// <param name="Path">Where it stood in the body.</param>
/// <param name="Value">What stood there; null where nothing did.</param>
internal sealed record Observation(DriftKind Kind, string Place, JsonObject Owner, string? Name, string Path, JsonNode? Value)
{
    /// <summary>Gets where the schema is used; null where it cannot be replaced as a whole.</summary>
    public SchemaUse? Use { get; init; }
}

/// <summary>All that was seen in one value.</summary>
internal sealed class Sighting
{
    /// <summary>What a value of another type weighs against a member that is not known: shapes are told apart by it.</summary>
    private const int TypeWeight = 100;

    public List<Observation> Observations { get; } = [];

    /// <summary>Gets the schemas that were met, each time they were.</summary>
    public List<JsonObject> Met { get; } = [];

    /// <summary>Gets how badly the value fits.</summary>
    public int Weight => Observations.Sum(observation => observation.Kind == DriftKind.Type ? TypeWeight : 1);

    public void Add(Sighting other)
    {
        Observations.AddRange(other.Observations);
        Met.AddRange(other.Met);
    }
}
