using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits what several classes have in common, and how a class has it.</summary>
internal static class InterfaceEmitter
{
    public static string Emit(InterfaceModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"[{Runtime.JsonConverterAttribute}(typeof({Runtime.JsonShapeConverter}<{model.Name}>))]");
        string bases = model.Bases.Count == 0 ? "" : " : " + string.Join(", ", model.Bases.Select(TypeText.Of));
        writer.Line($"public interface {model.Name}{bases}");
        using (writer.Braces())
        {
            foreach (InterfaceMemberModel member in model.Members)
            {
                writer.Gap().Doc(member.Doc).Line($"{Type(member)} {member.Name} {{ get; }}");
            }
        }

        return writer.ToString();
    }

    /// <summary>What stands behind the name of a class that has interfaces.</summary>
    public static string Names(ClassModel model) => model.Interfaces.Count == 0
        ? ""
        : string.Concat(model.Interfaces.Select(type => ", " + TypeText.Of(type))) + ", " + Runtime.JsonWritable;

    /// <summary>The members of interfaces that a class has under another type or name, or not at all.</summary>
    public static void EmitExplicit(CSharpWriter writer, ClassModel model)
    {
        if (model.Interfaces.Count > 0)
        {
            writer.Gap().Line($"void {Runtime.JsonWritable}.WriteTo({Runtime.JsonWriter} writer) => (({Runtime.JsonModel}<{model.Name}>)this).Write(writer);");
        }

        foreach (ExplicitMemberModel member in model.Explicit)
        {
            writer.Gap().Line($"{Type(member.Member)} {TypeText.Of(member.Interface)}.{member.Member.Name} => {Value(member)};");
        }
    }

    private static string Type(InterfaceMemberModel member) => TypeText.Of(member.Type) + (member.IsNullable ? "?" : "");

    private static string Value(ExplicitMemberModel member)
    {
        if (member.Source is not { } source)
        {
            return "null";
        }

        // Where the interface tells of null, what did not come is null; otherwise it fails, as it does in the class.
        string value = member.Member.IsNullable ? Spelling.Of(source.Type).Get(ClassEmitter.Storage(source)) : source.Name;
        return !member.AsText ? value : member.Member.IsNullable ? value + "?.Value" : value + ".Value";
    }
}
