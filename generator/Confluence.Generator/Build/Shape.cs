using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>An interface of <c>x-cs-interfaces</c> with the classes that have it.</summary>
/// <param name="Spec">What the overlay says.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Bases">The interfaces that it extends.</param>
internal sealed record Shape(SpecInterface Spec, TypeRef Type, IReadOnlyList<Shape> Bases)
{
    /// <summary>The classes that the overlay names here.</summary>
    public List<ClassModel> Named { get; } = [];

    /// <summary>Those, and the classes of the interfaces that extend this one.</summary>
    public List<ClassModel> Classes { get; } = [];

    public IReadOnlyList<string> ClassNames => [.. Classes.Select(model => model.Name)];

    /// <summary>Whether whoever has this one has the other too.</summary>
    public bool IsOrExtends(Shape other) => this == other || Bases.Any(parent => parent.IsOrExtends(other));

    /// <summary>Whether this one, or one that it extends, has a member.</summary>
    public bool Has(string wireName) =>
        Spec.Members.Concat(Spec.Optional).Any(member => member.Value == wireName) || Bases.Any(parent => parent.Has(wireName));

    public bool Equals(Shape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Type.GetHashCode();
}
