using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build;

/// <summary>
/// Makes the interfaces that overlays state. The rule of a member: it is never null when it is so in all classes, and its type is the one that all have, or the
/// weakest that says it of all: the larger number, the text of different enums, the interface of different classes. What cannot agree is an error.
/// </summary>
internal sealed class Interfaces(ApiFacts api, ShapeIndex shapes, TypeBuilder types, BuildDiagnostics diagnostics)
{
    private readonly Dictionary<string, List<TypeRef>> _interfaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ExplicitMemberModel>> _explicit = new(StringComparer.Ordinal);
    private readonly HashSet<(Shape Shape, string Name)> _memberNames = [];

    /// <summary>Adds the interfaces to the types.</summary>
    /// <returns>All types, the classes with what they implement.</returns>
    public TypeModel[] Add()
    {
        foreach (Shape shape in shapes.All)
        {
            InterfaceMemberModel[] members =
            [
                .. shape.Spec.Members.Select(member => Build(shape, member, isOptional: false)).OfType<InterfaceMemberModel>(),
                .. shape.Spec.Optional.Select(member => Build(shape, member, isOptional: true)).OfType<InterfaceMemberModel>(),
            ];
            if (shape.Spec.Members.Count + shape.Spec.Optional.Count == 0)
            {
                diagnostics.WrongFact(shape.Spec.Node, $"The interface '{shape.Spec.Name}' has no members. Name some, or take it out.");
            }

            foreach (ClassModel model in shape.Named)
            {
                ListOf(_interfaces, model.Name).Add(shape.Type);
            }

            types.Add(
                shape.Spec.Node,
                $"the interface '{shape.Spec.Name}'",
                new InterfaceModel(api.Api, api.ModelNamespace, shape.Spec.Name, InterfaceFacts.Type(shape.Spec.Summary, shape.ClassNames), shape.Bases.Select(parent => parent.Type).ToArray(), members));
        }

        return [.. types.Types.Select(WithInterfaces)];
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
        {
            lists.Add(name, list = []);
        }

        return list;
    }

    private TypeModel WithInterfaces(TypeModel type) => type is ClassModel model && (_interfaces.ContainsKey(type.Name) || _explicit.ContainsKey(type.Name))
        ? model with { Interfaces = ListOf(_interfaces, model.Name), Explicit = ListOf(_explicit, model.Name) }
        : type;

    private InterfaceMemberModel? Build(Shape shape, JsonString wireName, bool isOptional)
    {
        var sources = shape.Classes.Select(model => (Class: model, Member: model.Members.FirstOrDefault(member => member.WireName == wireName.Value))).ToArray();
        MemberModel[] found = [.. sources.Select(source => source.Member).OfType<MemberModel>()];
        if (!IsSound(shape, wireName, isOptional, [.. sources.Where(source => source.Member is null).Select(source => source.Class.Name)], found.Length))
        {
            return null;
        }

        if (TypeOf([.. found.Select(member => Seen(member.Type)).Distinct()]) is not { } type)
        {
            string kinds = string.Join(", ", sources.Where(source => source.Member is not null).Select(source => $"{Text(source.Member!.Type)} in '{source.Class.Name}'")); // Asked in Where.
            diagnostics.WrongFact(wireName, $"The member '{wireName.Value}' of the interface '{shape.Spec.Name}' has no type that all agree on: {kinds}. Leave it out, or make the types agree.");
            return null;
        }

        // Classes may call a member differently; the first decides, and may use a name that another one has for something else.
        string name = found[0].Name;
        if (shapes.All.Any(other => shape.IsOrExtends(other) && _memberNames.Contains((other, name))))
        {
            diagnostics.Collision(wireName, shape.Spec.Name + "." + name, "another of its members", $"the member '{wireName.Value}'");
            return null;
        }

        _memberNames.Add((shape, name));
        bool isNullable = isOptional || found.Any(member => member.Null != NullMeaning.None);
        bool isText = type.Kind == TypeKind.String && found.Any(member => member.Type.Kind == TypeKind.Enum);
        IReadOnlyList<string> holders = isOptional ? [.. sources.Where(source => source.Member is not null).Select(source => source.Class.Name)] : [];
        var built = new InterfaceMemberModel(name, type, isNullable, InterfaceFacts.Member(wireName.Value, isNullable, isText, holders));
        foreach ((ClassModel model, MemberModel? member) in sources)
        {
            if (member is null || member.Name != built.Name || Seen(member.Type) != type || member.Null != NullMeaning.None != isNullable)
            {
                ListOf(_explicit, model.Name).Add(new ExplicitMemberModel(shape.Type, built, member, AsText: isText && member?.Type.Kind == TypeKind.Enum));
            }
        }

        return built;
    }

    private bool IsSound(Shape shape, JsonString wireName, bool isOptional, string[] without, int found)
    {
        string what = $"The member '{wireName.Value}' of the interface '{shape.Spec.Name}'";
        string? problem =
            shape.Bases.Any(parent => parent.Has(wireName.Value)) ? "is a member of an interface that it extends already. Take it out here."
            : isOptional && shape.Spec.Members.Any(member => member.Value == wireName.Value) ? "stands under 'members' already. Take it out here."
            : found == 0 && shape.Classes.Count > 0 ? "is in none of its classes. Take it out."
            : isOptional && without.Length == 0 && found > 0 ? "is in all of its classes. Put it under 'members'."
            : !isOptional && without.Length > 0 ? $"is not in {string.Join(", ", without.Select(name => $"'{name}'"))}. Take the schema out, or put the member under 'optional'."
            : null;
        if (problem is not null)
        {
            diagnostics.WrongFact(wireName, $"{what} {problem}");
        }

        return problem is null && found > 0;
    }

    private TypeRef? TypeOf(TypeRef[] seen) =>
        seen.Length == 1 ? seen[0]
        : Array.TrueForAll(seen, type => type.Kind is TypeKind.Int32 or TypeKind.Int64) ? TypeRef.Int64
        : Array.TrueForAll(seen, type => type.Kind is TypeKind.Enum or TypeKind.String) ? TypeRef.String
        : Array.TrueForAll(seen, type => type.Kind == TypeKind.Model) ? shapes.CommonTo(seen)
        : null;

    /// <summary>The type as callers see it: how a text is held is not their matter.</summary>
    private static TypeRef Seen(TypeRef type) => type.Kind == TypeKind.LazyText ? TypeRef.String : type;

    private static string Text(TypeRef type) => type.Item is { } item ? $"{type.Kind} of {Text(item)}" : TypeNames.Simple(type);
}
