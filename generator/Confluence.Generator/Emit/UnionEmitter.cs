using System.Globalization;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits a choice of objects: a struct with one conversion for each case and a place for what is none of them.</summary>
internal static class UnionEmitter
{
    public static string Emit(UnionModel model)
    {
        string name = model.Name;
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"[{Runtime.JsonConverterAttribute}(typeof({Runtime.JsonConverter}<{name}>))]");
        writer.Line($"[{Runtime.DebuggerDisplay}(\"{{_value}}\")]");
        writer.Line($"public readonly partial struct {name} : {Runtime.JsonModel}<{name}>");
        using (writer.Braces())
        {
            writer.Line("private readonly object? _value;");
            foreach (UnionCaseModel unionCase in model.Cases)
            {
                string type = TypeText.Of(unionCase.Type);
                writer.Gap().Doc(DocModel.Of($"Makes the case `{unionCase.Name}`."));
                writer.Line($"public {name}({type} value)");
                using (writer.Braces())
                {
                    writer.Line($"{Runtime.ArgumentNullException}.ThrowIfNull(value);").Line("_value = value;");
                }
            }

            writer.Gap().Doc(DocModel.Of("Makes the case that is none of the known ones."));
            writer.Line($"public {name}({Runtime.JsonElement} value) => _value = value;");
            foreach (UnionCaseModel unionCase in model.Cases)
            {
                string type = TypeText.Of(unionCase.Type);
                writer.Gap().Doc(DocModel.Of($"The value when it is the case `{unionCase.Name}`; null otherwise."));
                writer.Line($"public {type}? {unionCase.Name} => _value as {type};");
            }

            writer.Gap().Doc(DocModel.Of("The value when it is none of the known cases; null otherwise."));
            writer.Line($"public {Runtime.JsonElement}? Unknown => _value as {Runtime.JsonElement}?;");
            foreach (UnionCaseModel unionCase in model.Cases)
            {
                writer.Gap().Doc(DocModel.Of($"Makes the case `{unionCase.Name}`."));
                writer.Line($"public static implicit operator {name}({TypeText.Of(unionCase.Type)} value) => new(value);");
            }

            EmitJson(writer, model);
        }

        return writer.ToString();
    }

    private static void EmitJson(CSharpWriter writer, UnionModel model)
    {
        writer.Gap().Line($"static {model.Name} {Runtime.JsonModel}<{model.Name}>.Read(ref {Runtime.JsonReader} reader) => Tell(reader) switch");
        using (writer.Braces("};"))
        {
            for (int i = 0; i < model.Cases.Count; i++)
            {
                writer.Line($"{i.ToString(CultureInfo.InvariantCulture)} => new(new {TypeText.Of(model.Cases[i].Type)}(ref reader)),");
            }

            writer.Line($"_ => new({Runtime.JsonItem}.Element(ref reader)),");
        }

        writer.Gap().Line($"void {Runtime.JsonModel}<{model.Name}>.Write({Runtime.JsonWriter} writer)");
        using (writer.Braces())
        {
            writer.Line("switch (_value)");
            using (writer.Braces())
            {
                for (int i = 0; i < model.Cases.Count; i++)
                {
                    writer.Line($"case {TypeText.Of(model.Cases[i].Type)} value:");
                    using (writer.Indented())
                    {
                        writer.Line($"{Runtime.JsonItem}.Model(writer, value);").Line("break;");
                    }
                }

                writer.Line($"case {Runtime.JsonElement} value:");
                using (writer.Indented())
                {
                    writer.Line($"{Runtime.JsonItem}.Element(writer, value);").Line("break;");
                }

                writer.Line("default:");
                using (writer.Indented())
                {
                    writer.Line($"throw new {Runtime.InvalidOperationException}({TypeText.Literal($"A {model.Name} without a value can't be written: make it of one of its cases.")});");
                }
            }
        }

        EmitTelling(writer, model);
    }

    private static void EmitTelling(CSharpWriter writer, UnionModel model)
    {
        writer.Gap().Line("// Takes the reader by value: the caller's stays where it is.");
        writer.Line($"private static int Tell({Runtime.JsonReader} reader)");
        using (writer.Braces())
        {
            writer.Line($"if (reader.TokenType != {Runtime.JsonTokenType}.StartObject)");
            using (writer.Braces())
            {
                writer.Line("return -1;");
            }

            writer.Line().Line($"while ({Runtime.JsonState}.Next(ref reader))");
            using (writer.Braces())
            {
                writer.Line($"switch ({Runtime.JsonState}.NameLength(ref reader))");
                using (writer.Braces())
                {
                    for (int i = 0; i < model.Cases.Count; i++)
                    {
                        foreach (string member in model.Cases[i].TellingMembers)
                        {
                            writer.Line(ClassEmitter.Case(member));
                        }

                        using (writer.Indented())
                        {
                            writer.Line($"return {i.ToString(CultureInfo.InvariantCulture)};");
                        }
                    }
                }

                writer.Line().Line("reader.Skip();");
            }

            writer.Line().Line("return -1;");
        }
    }
}
