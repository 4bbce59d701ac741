using Confluence.Generator.Model;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Types as callers write them.</summary>
internal static class TypeSpelling
{
    public static string Of(TypeRef type)
    {
        string name = type.Kind switch
        {
            TypeKind.String or TypeKind.LazyText => "string",
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            TypeKind.Double => "double",
            TypeKind.Boolean => "bool",
            TypeKind.DateTime or TypeKind.UnixTime => "DateTimeOffset",
            TypeKind.Element => "JsonElement",
            TypeKind.File => "FileUpload",
            TypeKind.List => $"IReadOnlyList<{Of(ItemOf(type))}>",
            TypeKind.Map => $"IReadOnlyDictionary<string, {Of(ItemOf(type))}>",
            TypeKind.Model or TypeKind.Interface or TypeKind.Enum or TypeKind.Union => type.Name,
            _ => throw new InvalidOperationException($"Nobody says how {type.Kind} is written."),
        };
        return type.IsNullable ? name + "?" : name;
    }

    public static string Of(ResultModel result) => result switch
    {
        { Kind: ResultKind.Paged, Type: { } item } => $"Paged<{Of(item)}>",
        { Kind: ResultKind.Value, Type: { } value } => $"Task<{Of(value)}>",
        { Kind: ResultKind.Download } => "Task<ConfluenceDownload>",
        { Kind: ResultKind.Question } => "Task<bool>",
        _ => "Task",
    };

    private static TypeRef ItemOf(TypeRef type) => type.Item ?? throw new InvalidOperationException($"A {type.Kind} has no items.");
}
