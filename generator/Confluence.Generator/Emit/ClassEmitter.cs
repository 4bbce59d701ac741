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

        writer.Line($"public sealed partial class {model.Name} : {Runtime.JsonModel}<{model.Name}>{InterfaceEmitter.Names(model)}");
        using (writer.Braces())
        {
            writer.Line($"private {Runtime.JsonState} _json;");
            foreach (MemberModel member in model.Members)
            {
                if (Spelling.Of(member.Type).FieldType is { } own)
                {
                    writer.Line($"internal {own} {Storage(member)};");
                }
                else if (IsHeldApart(member))
                {
                    writer.Line($"internal readonly {TypeText.Of(member.Type)}? {Storage(member)};");
                }
            }

            writer.Gap().Doc(DocModel.Of("Makes an empty object."));
            EmitMaking(writer, model);
            EmitReading(writer.Gap(), model);
            for (int i = 0; i < model.Members.Count; i++)
            {
                EmitMember(writer.Gap(), model, i);
            }

            writer.Gap().Doc(DocModel.Of("Members that Atlassian's document does not describe, as they arrived; they are written back."));
            writer.Line($"public {Runtime.Map}<string, {Runtime.JsonElement}> AdditionalProperties");
            using (writer.Braces())
            {
                writer.Line("get => _json.AdditionalProperties;").Line("init => _json.AdditionalProperties = value;");
            }

            writer.Gap().Line($"static {model.Name} {Runtime.JsonModel}<{model.Name}>.Read(ref {Runtime.JsonReader} reader) => new(ref reader);");
            EmitWriting(writer.Gap(), model);
            InterfaceEmitter.EmitExplicit(writer, model);
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

    private static void EmitMember(CSharpWriter writer, ClassModel model, int index)
    {
        MemberModel member = model.Members[index];
        writer.Doc(member.Doc);
        if (IsAskedForOnly(member))
        {
            writer.Line($"[{Runtime.DisallowNull}]");
        }

        Spelling spelling = Spelling.Of(member.Type);
        string property = $"public {(member.Required ? "required " : "")}{TypeText.Of(member.Type)}{(IsNeverNull(member) ? "" : "?")} {member.Name}";
        if (spelling.FieldType is null && !IsHeldApart(member))
        {
            writer.Line(property + " { get; init; }");
            return;
        }

        // What did not come fails where it is read, and nowhere else.
        string orAbsent = IsNeverNull(member) ? $" ?? throw _json.Absent({index}, {TypeText.Literal(model.Name)}, {TypeText.Literal(member.WireName)})" : "";
        writer.Line(property);
        using (writer.Braces())
        {
            writer.Line($"get => {spelling.Get(Storage(member))}{orAbsent};").Line($"init => {Storage(member)} = {spelling.Hold("value")};");
        }
    }

    private static void EmitReading(CSharpWriter writer, ClassModel model)
    {
        if (model.Members.Any(member => member.Required))
        {
            writer.Line($"[{Runtime.SetsRequiredMembers}]");
        }

        writer.Line($"internal {model.Name}(ref {Runtime.JsonReader} reader)");
        using (writer.Braces())
        {
            MemberModel[] unset = [.. model.Members.Where(member => member.Required && IsNeverNull(member) && !member.Type.IsValueType)];
            if (unset.Length > 0)
            {
                // The compiler wants what callers must set to be set here too.
                writer.Line("// What does not come stays null, and fails where it is read.");
                foreach (MemberModel member in unset)
                {
                    writer.Line($"{member.Name} = null!;");
                }

                writer.Line();
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
                                writer.Line($"{Storage(model.Members[i])} = {Spelling.Of(model.Members[i].Type).ReadMember(i)};").Line("continue;");
                            }
                        }
                    }

                    writer.Line();
                }

                writer.Line("_json.Keep(ref reader);");
            }

            EmitCheck(writer, model);
        }
    }

    /// <summary>One test for all that may be missing; which it is matters only when somebody wants to know.</summary>
    private static void EmitCheck(CSharpWriter writer, ClassModel model)
    {
        (MemberModel Member, int Index)[] expected = [.. model.Members.Select((member, index) => (member, index)).Where(pair => IsNeverNull(pair.member))];
        if (expected.Length == 0)
        {
            return;
        }

        writer.Gap().Line($"if ({string.Join(" || ", expected.Select(pair => IsAbsent(pair.Member)))})");
        using (writer.Braces())
        {
            foreach ((MemberModel member, int index) in expected)
            {
                writer.Line($"_json.Check({index}, {IsAbsent(member)}, {TypeText.Literal(model.Name)}, {TypeText.Literal(member.WireName)});");
            }
        }
    }

    private static string IsAbsent(MemberModel member) => Spelling.Of(member.Type).IsNull(Storage(member));

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
                .OfType<MemberModel>().Take(2).Select(member => "{" + Storage(member) + "}"),
        ];
        return shown.Length == 0 ? null : model.Name + " " + string.Join(" ", shown);
    }

    private static bool IsNeverNull(MemberModel member) => member.Null == NullMeaning.None;

    /// <summary>Who makes the object has to give a value; null is what an answer may leave there.</summary>
    private static bool IsAskedForOnly(MemberModel member) => member is { Required: true, Null: NullMeaning.Absent };

    /// <summary>Reading leaves null where the property gives or takes none.</summary>
    private static bool IsHeldApart(MemberModel member) => IsNeverNull(member) || IsAskedForOnly(member);

    /// <summary>Where the value is held as it came or was set, null included. Code of the library reads it where a missing member shall not fail.</summary>
    public static string Storage(MemberModel member) =>
        Spelling.Of(member.Type).FieldType is not null ? "_" + char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1) + "Text"
        : IsHeldApart(member) ? member.Name + "OrNull"
        : member.Name;
}
