using Confluence.Generator.Model;

namespace Confluence.Generator.Emit.Spellings;

/// <summary>A list or a map.</summary>
/// <param name="Item">What it holds.</param>
/// <param name="Method">What the runtime calls it.</param>
/// <param name="Type">The C# type.</param>
internal sealed record CollectionSpelling(TypeRef Item, string Method, string Type) : Spelling
{
    public override string Name => Type;

    public override string Reader => $"static (ref {Runtime.JsonReader} items) => {Runtime.JsonItem}.{Method}<{TypeText.Of(Item)}>(ref items, {TypeText.Reader(Item)})";

    public override string Writer => $"static (itemWriter, items) => {Runtime.JsonItem}.{Method}<{TypeText.Of(Item)}>(itemWriter, items, {TypeText.Writer(Item)})";

    public override bool IsShort => false;

    public override string ReadMember(int index) => $"_json.{Method}<{TypeText.Of(Item)}>(ref reader, {index}, {TypeText.Reader(Item)})";

    public override string WriteMember(int index, string name, string value) => $"_json.{Method}(writer, {index}, {name}, {value}, {TypeText.Writer(Item)});";
}
