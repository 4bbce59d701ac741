using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>How a type is spelled, read and written, with the null that may stand in its place.</summary>
internal static class TypeText
{
    /// <summary>The C# type.</summary>
    public static string Of(TypeRef type) => Spelling.Of(type).Name + (type.IsNullable ? "?" : "");

    /// <summary>The method that reads one value of the type, as the delegate that the runtime takes.</summary>
    public static string Reader(TypeRef type) => type.IsNullable
        ? $"static (ref {Runtime.JsonReader} item) => {Runtime.JsonItem}.OrNull<{Spelling.Of(type).Name}>(ref item, {Spelling.Of(type).Reader})"
        : Spelling.Of(type).Reader;

    /// <summary>The method that writes one value of the type, as the delegate that the runtime takes.</summary>
    public static string Writer(TypeRef type) => type.IsNullable
        ? $"static (itemWriter, item) => {Runtime.JsonItem}.OrNull<{Spelling.Of(type).Name}>(itemWriter, item, {Spelling.Of(type).Writer})"
        : Spelling.Of(type).Writer;

    public static TypeRef Item(TypeRef type) =>
        type.Item ?? throw new System.InvalidOperationException($"A {type.Kind} needs the type of its items.");

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
