using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>A schema as written: a reference stays a reference, and nothing is merged or decided here.</summary>
/// <param name="Node">The JSON that it was read from.</param>
internal sealed record SpecSchema(JsonObject Node)
{
    /// <summary>The name in <c>#/components/schemas</c> when this schema is a reference; all else is then empty.</summary>
    public string? Reference { get; init; }

    public string? Type { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public bool Nullable { get; init; }

    /// <summary><c>deprecated</c>, of the schema of a property.</summary>
    public bool Deprecated { get; init; }

    /// <summary>The values of a string enum in document order; null when the schema has none.</summary>
    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>Where the values of the enum stand.</summary>
    public JsonArray? EnumNode { get; init; }

    public IReadOnlyList<SpecProperty> Properties { get; init; } = [];

    /// <summary>Names in <c>required</c>.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    public SpecSchema? Items { get; init; }

    /// <summary>The schema of <c>additionalProperties</c> when it is one.</summary>
    public SpecSchema? AdditionalProperties { get; init; }

    /// <summary>True and false as written; null when the keyword is absent or is a schema.</summary>
    public bool? AllowsAdditionalProperties { get; init; }

    public IReadOnlyList<SpecSchema> OneOf { get; init; } = [];

    public IReadOnlyList<SpecSchema> AnyOf { get; init; } = [];

    public IReadOnlyList<SpecSchema> AllOf { get; init; } = [];

    /// <summary>The default as JSON text; null when absent.</summary>
    public string? Default { get; init; }

    /// <summary>Limits as the document writes them; null when absent.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? MinItems { get; init; }

    public string? MaxItems { get; init; }

    public string? MaxLength { get; init; }

    /// <summary><c>x-cs-name</c>: the C# type name that an overlay gives.</summary>
    public string? CsName { get; init; }

    /// <summary><c>x-cs-unix-time</c>: the number, or the text of one, is a point in time in milliseconds since 1970.</summary>
    public bool CsUnixTime { get; init; }

    /// <summary><c>x-cs-lazy-text</c>: a long text that stays UTF-8 until somebody asks for it.</summary>
    public bool CsLazyText { get; init; }

    /// <summary><c>x-cs-required</c>: members that answers were shown to carry always. The document's own <see cref="Required"/> shows no such thing.</summary>
    public IReadOnlyList<string> CsRequired { get; init; } = [];

    /// <summary>Where <see cref="CsRequired"/> stands.</summary>
    public JsonNode CsRequiredNode => Node["x-cs-required"] ?? Node;

    /// <summary><c>x-cs-made-of</c>: how a request of this schema is made of something that was read.</summary>
    public SpecMadeOf? CsMadeOf { get; init; }

    public bool IsReference => Reference is not null;

    // A record for the sake of `with`: each schema is equal to itself only.
    public bool Equals(SpecSchema? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

internal sealed class SpecProperty(string name, SpecSchema schema)
{
    public string Name { get; } = name;

    public SpecSchema Schema { get; } = schema;

    /// <summary><c>x-cs-member</c> beside the property's schema: the C# member name that an overlay gives.</summary>
    public string? CsMember { get; init; }

    /// <summary>The same property with another schema.</summary>
    public SpecProperty WithSchema(SpecSchema other) => new(Name, other) { CsMember = CsMember };
}
