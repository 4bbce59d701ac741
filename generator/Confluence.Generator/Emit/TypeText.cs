using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>How a type is spelled, read and written.</summary>
internal static class TypeText
{
    /// <summary>The C# type.</summary>
    public static string Of(TypeRef type) => type.IsNullable ? NotNull(type) + "?" : NotNull(type);

    /// <summary>The method that reads one value of the type, as the delegate that the runtime takes.</summary>
    public static string Reader(TypeRef type) => type.IsNullable
        ? $"static (ref {Runtime.JsonReader} item) => {Runtime.JsonItem}.OrNull<{NotNull(type)}>(ref item, {ReaderOfNotNull(type)})"
        : ReaderOfNotNull(type);

    /// <summary>The method that writes one value of the type, as the delegate that the runtime takes.</summary>
    public static string Writer(TypeRef type) => type.IsNullable
        ? $"static (itemWriter, item) => {Runtime.JsonItem}.OrNull<{NotNull(type)}>(itemWriter, item, {WriterOfNotNull(type)})"
        : WriterOfNotNull(type);

    /// <summary>What the runtime calls a scalar, in reading and writing alike.</summary>
    public static string Method(TypeRef type) => type.Kind is TypeKind.LazyText ? nameof(TypeKind.String) : type.Kind.ToString();

    public static TypeRef Item(TypeRef type) =>
        type.Item ?? throw new System.InvalidOperationException($"A {type.Kind} needs the type of its items.");

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string NotNull(TypeRef type) => type.Kind switch
    {
        TypeKind.String or TypeKind.LazyText => "string",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "bool",
        TypeKind.DateTime => Runtime.DateTimeOffset,
        TypeKind.Element => Runtime.JsonElement,
        TypeKind.File => Runtime.FileUpload,
        TypeKind.List => $"{Runtime.List}<{Of(Item(type))}>",
        TypeKind.Map => $"{Runtime.Map}<string, {Of(Item(type))}>",
        _ => $"global::{type.Namespace}.{type.Name}",
    };

    private static string ReaderOfNotNull(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map =>
            $"static (ref {Runtime.JsonReader} items) => {Runtime.JsonItem}.{type.Kind}<{Of(Item(type))}>(ref items, {Reader(Item(type))})",
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"{Runtime.JsonItem}.Model<{NotNull(type)}>",
        _ => $"{Runtime.JsonItem}.{Method(type)}",
    };

    private static string WriterOfNotNull(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map =>
            $"static (itemWriter, items) => {Runtime.JsonItem}.{type.Kind}<{Of(Item(type))}>(itemWriter, items, {Writer(Item(type))})",
        TypeKind.Model or TypeKind.Enum or TypeKind.Union => $"{Runtime.JsonItem}.Model<{NotNull(type)}>",
        _ => $"{Runtime.JsonItem}.{Method(type)}",
    };
}
