namespace Confluence.Generator.Model;

/// <summary>The ways in which a value is held, read and written. What each may be used for stands in <see cref="KindFacts"/>, how it is spelled in the emitters.</summary>
internal enum TypeKind
{
    String,

    /// <summary>A long text that stays UTF-8 until it is asked for.</summary>
    LazyText,
    Int32,
    Int64,
    Double,
    Boolean,
    DateTime,

    /// <summary>A point in time, as the milliseconds since 1970 on the wire.</summary>
    UnixTime,

    /// <summary>Any JSON.</summary>
    Element,

    /// <summary>A file to be sent in a form.</summary>
    File,
    Model,

    /// <summary>What several models have in common. Members of such interfaces hold one; JSON never does.</summary>
    Interface,
    Enum,
    Union,
    List,
    Map,
}

/// <summary>Where a value may stand, beside the JSON of a body or an answer.</summary>
[Flags]
internal enum TypeUses
{
    None = 0,
    Path = 1,
    Query = 2,

    /// <summary>As an item of a list in the query.</summary>
    QueryItem = 4,
    FormPart = 8,

    /// <summary>As an item of a list that arrives page by page.</summary>
    PageItem = 16,
}

/// <param name="IsStruct">The C# type is a struct, so that null needs <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="Uses">Where it may stand.</param>
internal sealed record KindFacts(bool IsStruct, TypeUses Uses)
{
    private const TypeUses InAddress = TypeUses.Path | TypeUses.Query | TypeUses.QueryItem;

    public static KindFacts Of(TypeKind kind) => kind switch
    {
        TypeKind.String => new(IsStruct: false, InAddress | TypeUses.FormPart),
        TypeKind.LazyText => new(IsStruct: false, TypeUses.None),
        TypeKind.Int32 => new(IsStruct: true, InAddress | TypeUses.FormPart),
        TypeKind.Int64 => new(IsStruct: true, InAddress),
        TypeKind.Double => new(IsStruct: true, TypeUses.Query),
        TypeKind.Boolean => new(IsStruct: true, TypeUses.Query | TypeUses.FormPart),
        TypeKind.DateTime or TypeKind.UnixTime => new(IsStruct: true, TypeUses.Query),
        TypeKind.Element => new(IsStruct: true, TypeUses.None),
        TypeKind.File => new(IsStruct: false, TypeUses.FormPart),
        TypeKind.Model => new(IsStruct: false, TypeUses.PageItem),
        TypeKind.Enum => new(IsStruct: true, InAddress),
        TypeKind.Union => new(IsStruct: true, TypeUses.PageItem),
        TypeKind.Interface or TypeKind.List or TypeKind.Map => new(IsStruct: false, TypeUses.None),
        _ => throw new InvalidOperationException($"Nobody says what {kind} may be used for."),
    };
}
