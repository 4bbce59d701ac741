using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits an open enum: a struct over the string, with the known values by name.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel model)
    {
        string name = model.Name;
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"[{Runtime.JsonConverterAttribute}(typeof({Runtime.JsonConverter}<{name}>))]");
        writer.Line($"[{Runtime.TypeConverterAttribute}(typeof({Runtime.OpenEnumConverter}<{name}>))]");
        writer.Line($"[{Runtime.DebuggerDisplay}(\"{{Value,nq}}\")]");
        writer.Line($"public readonly partial record struct {name} : {Runtime.SpanParsable}<{name}>, {Runtime.JsonModel}<{name}>, {Runtime.OpenEnum}");
        using (writer.Braces())
        {
            writer.Line("private readonly string? _value;");
            writer.Gap().Doc(DocModel.Of("Makes a value, known or not."));
            writer.Line("/// <param name=\"value\">The value as the API spells it; case matters.</param>");
            writer.Line($"/// <exception cref=\"{Runtime.ArgumentNullException}\"><paramref name=\"value\"/> is null.</exception>");
            writer.Line($"public {name}(string value)");
            using (writer.Braces())
            {
                writer.Line($"{Runtime.ArgumentNullException}.ThrowIfNull(value);").Line("_value = value;");
            }

            writer.Gap().Doc(DocModel.Of("The value as the API spells it; empty for `default`: writing that throws a `JsonException`."));
            writer.Line("public string Value => _value ?? \"\";");
            foreach (EnumValueModel value in model.Values)
            {
                writer.Gap().Doc(DocModel.Of(value.WireValue.Length == 0 ? "The empty value." : $"The value `{value.WireValue}`."));
                writer.Line($"public static {name} {value.Name} => new(Values.{value.Name});");
            }

            EmitText(writer, name);
            EmitJson(writer, model);
            EmitConstants(writer, model);
        }

        return writer.ToString();
    }

    private static void EmitText(CSharpWriter writer, string name)
    {
        // Not implicit: `condition ? Known : null` would then turn the null into a value instead of no value.
        writer.Gap().Doc(DocModel.Of("Makes a value, known or not."));
        writer.Line($"public static explicit operator {name}(string value) => new(value);");
        writer.Gap().Line("/// <inheritdoc/>");
        writer.Line($"public static {name} Parse(string s, {Runtime.FormatProvider}? provider) => new(s);");
        writer.Gap().Line("/// <inheritdoc/>");
        writer.Line($"public static {name} Parse({Runtime.ReadOnlySpan}<char> s, {Runtime.FormatProvider}? provider) => new(s.ToString());");
        writer.Gap().Line("/// <inheritdoc/>");
        writer.Line($"public static bool TryParse([{Runtime.NotNullWhen}(true)] string? s, {Runtime.FormatProvider}? provider, out {name} result)");
        using (writer.Braces())
        {
            writer.Line("result = s is null ? default : new(s);").Line("return s is not null;");
        }

        writer.Gap().Line("/// <inheritdoc/>");
        writer.Line($"public static bool TryParse({Runtime.ReadOnlySpan}<char> s, {Runtime.FormatProvider}? provider, out {name} result)");
        using (writer.Braces())
        {
            writer.Line("result = new(s.ToString());").Line("return true;");
        }

        writer.Gap().Doc(DocModel.Of("The value as the API spells it."));
        writer.Line("public override string ToString() => Value;");
    }

    private static void EmitJson(CSharpWriter writer, EnumModel model)
    {
        writer.Gap().Line($"static {model.Name} {Runtime.JsonModel}<{model.Name}>.Read(ref {Runtime.JsonReader} reader)");
        using (writer.Braces())
        {
            writer.Line($"if (reader.TokenType is {Runtime.JsonTokenType}.String or {Runtime.JsonTokenType}.PropertyName)");
            using (writer.Braces())
            {
                writer.Line("// A known value needs no new string.");
                writer.Line($"switch ({Runtime.JsonState}.NameLength(ref reader))");
                using (writer.Braces())
                {
                    foreach (EnumValueModel value in model.Values)
                    {
                        writer.Line(ClassEmitter.Case(value.WireValue));
                        using (writer.Indented())
                        {
                            writer.Line($"return {value.Name};");
                        }
                    }
                }
            }

            writer.Line().Line($"return new({Runtime.JsonItem}.String(ref reader));");
        }

        writer.Gap().Line($"void {Runtime.JsonModel}<{model.Name}>.Write({Runtime.JsonWriter} writer) => {Runtime.JsonItem}.Enum(writer, _value, {TypeText.Literal(model.Name)});");
    }

    private static void EmitConstants(CSharpWriter writer, EnumModel model)
    {
        writer.Gap().Doc(DocModel.Of("The known values as constants, for `switch`."));
        writer.Line("public static class Values");
        using (writer.Braces())
        {
            foreach (EnumValueModel value in model.Values)
            {
                writer.Gap().Doc(DocModel.Of(value.WireValue.Length == 0 ? "The empty value." : $"The value `{value.WireValue}`."));
                writer.Line($"public const string {value.Name} = {TypeText.Literal(value.WireValue)};");
            }
        }
    }
}
