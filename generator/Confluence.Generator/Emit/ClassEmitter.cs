using System.Globalization;
using System.Text;
using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits a JSON object as a sealed class.</summary>
internal static class ClassEmitter
{
    private static readonly string[] s_displayed = ["id", "key", "accountId", "title", "name", "displayName", "number", "status", "type", "value"];

    public static string Emit(ClassModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"[{Runtime.JsonConverterAttribute}(typeof({Runtime.JsonConverter}<{model.Name}>))]");
        if (DebuggerDisplay(model) is { } display)
        {
            writer.Line($"[{Runtime.DebuggerDisplay}({TypeText.Literal(display)})]");
        }

        writer.Line($"public sealed partial class {model.Name} : {Runtime.JsonModel}<{model.Name}>");
        using (writer.Braces())
        {
            writer.Line($"private {Runtime.JsonState} _json;");
            foreach (MemberModel member in model.Members)
            {
                if (member.Type.Kind == TypeKind.LazyText)
                {
                    writer.Line($"private {Runtime.JsonText} {LazyField(member)};");
                }
                else if (HasField(member))
                {
                    writer.Line($"private {TypeText.Of(member.Type)}? {Field(member)};");
                }
            }

            writer.Gap().Doc(DocModel.Of("Makes an empty object."));
            EmitMaking(writer, model);
            EmitReading(writer.Gap(), model);
            foreach (MemberModel member in model.Members)
            {
                EmitMember(writer.Gap(), member);
            }

            writer.Gap().Doc(DocModel.Of("Members that the document does not know, as they came; they are written back."));
            writer.Line($"public {Runtime.Map}<string, {Runtime.JsonElement}> AdditionalProperties");
            using (writer.Braces())
            {
                writer.Line("get => _json.AdditionalProperties;").Line("init => _json.AdditionalProperties = value;");
            }

            writer.Gap().Line($"static {model.Name} {Runtime.JsonModel}<{model.Name}>.Read(ref {Runtime.JsonReader} reader) => new(ref reader);");
            EmitWriting(writer.Gap(), model);
        }

        return writer.ToString();
    }

    /// <summary>The length of a name in UTF-8 and the test for it: what a <c>switch</c> over members needs.</summary>
    public static string Case(string wireName) =>
        $"case {Encoding.UTF8.GetByteCount(wireName).ToString(CultureInfo.InvariantCulture)} when reader.ValueTextEquals({TypeText.Literal(wireName)}u8):";

    private static void EmitMaking(CSharpWriter writer, ClassModel model)
    {
        writer.Line($"public {model.Name}()");
        using (writer.Braces())
        {
            for (int i = 0; i < model.Members.Count; i++)
            {
                if (model.Members[i].Null == NullMeaning.Value)
                {
                    writer.Line($"_json.SendNull({i});");
                }
            }
        }
    }

    private static void EmitMember(CSharpWriter writer, MemberModel member)
    {
        writer.Doc(member.Doc);
        string type = TypeText.Of(member.Type);
        string required = member.Required ? "required " : "";
        if (IsAskedForOnly(member))
        {
            writer.Line($"[{Runtime.DisallowNull}]");
        }

        if (member.IsStrict)
        {
            writer.Line($"public {required}{type} {member.Name} {{ get; init; }}");
        }
        else if (member.Type.Kind == TypeKind.LazyText)
        {
            writer.Line($"public {required}{type}{(member.Guaranteed ? "" : "?")} {member.Name}");
            using (writer.Braces())
            {
                writer.Line($"get => {LazyField(member)}.Get(){(member.Guaranteed ? TypeText.OrEmpty(member.Type) : "")};").Line($"init => {LazyField(member)} = new {Runtime.JsonText}(value);");
            }
        }
        else if (member.Guaranteed)
        {
            // The field tells what came or was set from the empty value, so that writing invents nothing.
            writer.Line($"public {required}{type} {member.Name}");
            using (writer.Braces())
            {
                writer.Line($"get => {Field(member)}{TypeText.OrEmpty(member.Type)};").Line($"init => {Field(member)} = value;");
            }
        }
        else if (HasField(member))
        {
            writer.Line($"public {required}{type}? {member.Name}");
            using (writer.Braces())
            {
                writer.Line($"get => {Field(member)};").Line($"init => {Field(member)} = value;");
            }
        }
        else
        {
            writer.Line($"public {required}{type}? {member.Name} {{ get; init; }}");
        }
    }

    private static void EmitReading(CSharpWriter writer, ClassModel model)
    {
        MemberModel[] strict = [.. model.Members.Where(member => member.IsStrict)];

        // The compiler wants each required member to hold a value at the end of this constructor, and can't see into getters.
        bool isVouched = model.Members.Any(member => member is { Required: true, Guaranteed: true, Type.IsValueType: false });
        if (isVouched)
        {
            writer.Line("#pragma warning disable CS8618 // The getter answers for a member that did not come.");
        }

        if (model.Members.Any(member => member.Required))
        {
            writer.Line($"[{Runtime.SetsRequiredMembers}]");
        }

        writer.Line($"internal {model.Name}(ref {Runtime.JsonReader} reader)");
        using (writer.Braces())
        {
            foreach (MemberModel member in strict)
            {
                writer.Line($"{TypeText.Of(member.Type)}? {Local(member)} = null;");
            }

            writer.Line($"{Runtime.JsonState}.Start(ref reader, {TypeText.Literal(model.Name)});");
            writer.Line($"while ({Runtime.JsonState}.Next(ref reader))");
            using (writer.Braces())
            {
                if (model.Members.Count > 0)
                {
                    writer.Line($"switch ({Runtime.JsonState}.NameLength(ref reader))");
                    using (writer.Braces())
                    {
                        for (int i = 0; i < model.Members.Count; i++)
                        {
                            writer.Line(Case(model.Members[i].WireName));
                            using (writer.Indented())
                            {
                                writer.Line(Read(model.Members[i], i)).Line("continue;");
                            }
                        }
                    }

                    writer.Line();
                }

                writer.Line("_json.Keep(ref reader);");
            }

            if (strict.Length > 0)
            {
                writer.Line();
            }

            for (int i = 0; i < model.Members.Count; i++)
            {
                if (model.Members[i].Guaranteed)
                {
                    EmitGuarantee(writer.Gap(), model, i);
                }
            }

            foreach (MemberModel member in strict)
            {
                writer.Line($"{member.Name} = {Local(member)} ?? throw {Runtime.JsonState}.Missing({TypeText.Literal(model.Name)}, {TypeText.Literal(member.WireName)});");
            }
        }

        if (isVouched)
        {
            writer.Line("#pragma warning restore CS8618");
        }
    }

    private static void EmitGuarantee(CSharpWriter writer, ClassModel model, int index)
    {
        MemberModel member = model.Members[index];
        writer.Line(member.Type.Kind == TypeKind.LazyText ? $"if ({LazyField(member)}.IsNull)" : $"if ({Field(member)} is null)");
        using (writer.Braces())
        {
            writer.Line($"_json.Lacks({index}, {TypeText.Literal(model.Name)}, {TypeText.Literal(member.WireName)});");
        }
    }

    private static string Read(MemberModel member, int index)
    {
        string target = member.IsStrict ? Local(member) : Storage(member);
        return $"{target} = {Spelling.Of(member.Type).ReadMember(index)};";
    }

    private static void EmitWriting(CSharpWriter writer, ClassModel model)
    {
        writer.Line($"void {Runtime.JsonModel}<{model.Name}>.Write({Runtime.JsonWriter} writer)");
        using (writer.Braces())
        {
            writer.Line("writer.WriteStartObject();");
            for (int i = 0; i < model.Members.Count; i++)
            {
                MemberModel member = model.Members[i];
                writer.Line(Spelling.Of(member.Type).WriteMember(i, TypeText.Literal(member.WireName) + "u8", Storage(member)));
            }

            writer.Line("_json.WriteAdditional(writer);").Line("writer.WriteEndObject();");
        }
    }

    private static string? DebuggerDisplay(ClassModel model)
    {
        string[] shown =
        [
            .. s_displayed
                .Select(wireName => model.Members.FirstOrDefault(member => member.WireName == wireName && Spelling.Of(member.Type).IsShort))
                .OfType<MemberModel>().Take(2).Select(member => "{" + member.Name + "}"),
        ];
        return shown.Length == 0 ? null : model.Name + " " + string.Join(" ", shown);
    }

    /// <summary>Where the value is held as it came or was set, null included.</summary>
    private static string Storage(MemberModel member) => member.Type.Kind == TypeKind.LazyText ? LazyField(member) : HasField(member) ? Field(member) : member.Name;

    /// <summary>Reading leaves null where the property gives or takes none.</summary>
    private static bool HasField(MemberModel member) => member.Guaranteed || IsAskedForOnly(member);

    /// <summary>Who makes the object has to give a value; null is what an answer may leave there.</summary>
    private static bool IsAskedForOnly(MemberModel member) => member is { Required: true, Null: NullMeaning.Absent };

    private static string Field(MemberModel member) => "_" + Local(member);

    private static string LazyField(MemberModel member) => "_" + char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1) + "Text";

    private static string Local(MemberModel member) => char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1) + "Value";
}
