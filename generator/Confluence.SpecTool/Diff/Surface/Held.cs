using Confluence.Generator.Model;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>The C# type that holds what stands at a place of the document. The envelope of a page has none: its items have.</summary>
/// <param name="Type">The type; null where none is known.</param>
/// <param name="PageItem">The type of the items, at the envelope of a page.</param>
internal readonly record struct Held(TypeRef? Type, TypeRef? PageItem = null)
{
    /// <summary>Gets the names of the types that a change here may change.</summary>
    public IEnumerable<string> Names => Type switch
    {
        null => [],
        { Kind: TypeKind.List, Item: { Kind: TypeKind.Enum } item } => [item.Name],
        { Name.Length: > 0 } => [Type.Name],
        _ => [],
    };

    public static Held Body(OperationModel? operation) => new(operation?.Body?.Type);

    /// <summary>What an answer is held in.</summary>
    public static Held Answer(OperationModel? operation) =>
        operation?.Result is { Kind: ResultKind.Paged, Type: { } item } ? new Held(null, item) : new Held(operation?.Result.Type);

    public static Held Parameter(SurfaceIndex surface, OperationModel? operation, string wireName) => new(
        operation?.Arguments.FirstOrDefault(argument => argument.WireName == wireName)?.Type
        ?? (operation?.Options is { } options ? surface.Options[options].Options.FirstOrDefault(option => option.WireName == wireName)?.Type : null));

    public Held Property(SurfaceIndex surface, string wireName)
    {
        if (PageItem is { } item)
        {
            return new Held(wireName == "results" ? TypeRef.List(item) : null);
        }

        return new Held(Type is not null && surface.Types.TryGetValue(Type.Name, out TypeModel? type)
            ? MembersOf(type).FirstOrDefault(member => member.WireName == wireName)?.Type
            : null);
    }

    public Held Item() => new(Type?.Item);

    /// <summary>One of several shapes, by its place among them.</summary>
    public Held Case(SurfaceIndex surface, int index) =>
        Type is not null && surface.Types.GetValueOrDefault(Type.Name) is UnionModel union && index < union.Cases.Count ? new Held(union.Cases[index].Type) : this;

    private static EquatableArray<MemberModel> MembersOf(TypeModel type) => type switch
    {
        ClassModel model => model.Members,
        FormModel model => model.Members,
        _ => [],
    };
}
