namespace Confluence.Generator.Model;

/// <summary>A type as a member, a parameter or a result uses it.</summary>
/// <param name="Kind">How its values are held.</param>
/// <param name="Namespace">Of a model, enum or union; empty otherwise.</param>
/// <param name="Name">Of a model, enum or union; empty otherwise.</param>
/// <param name="Item">What a list or map holds; null otherwise.</param>
/// <param name="IsNullable">Of an item: null may stand in its place.</param>
internal sealed record TypeRef(TypeKind Kind, string Namespace = "", string Name = "", TypeRef? Item = null, bool IsNullable = false)
{
    public static readonly TypeRef String = new(TypeKind.String);
    public static readonly TypeRef LazyText = new(TypeKind.LazyText);
    public static readonly TypeRef Int32 = new(TypeKind.Int32);
    public static readonly TypeRef Int64 = new(TypeKind.Int64);
    public static readonly TypeRef Double = new(TypeKind.Double);
    public static readonly TypeRef Boolean = new(TypeKind.Boolean);
    public static readonly TypeRef DateTime = new(TypeKind.DateTime);
    public static readonly TypeRef UnixTime = new(TypeKind.UnixTime);
    public static readonly TypeRef Element = new(TypeKind.Element);
    public static readonly TypeRef File = new(TypeKind.File);

    /// <summary>True when the C# type is a struct, so that null needs <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsValueType => KindFacts.Of(Kind).IsStruct;

    /// <summary>Whether a value may stand there.</summary>
    public bool IsFor(TypeUses use) => KindFacts.Of(Kind).Uses.HasFlag(use);

    public static TypeRef List(TypeRef item) => new(TypeKind.List, Item: item);

    public static TypeRef Map(TypeRef item) => new(TypeKind.Map, Item: item);
}
