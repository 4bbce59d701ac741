using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits the parts of a multipart body as a class.</summary>
internal static class FormEmitter
{
    public static string Emit(FormModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"public sealed partial class {model.Name}");
        using (writer.Braces())
        {
            foreach (MemberModel member in model.Members)
            {
                string type = TypeText.Of(member.Type);
                writer.Gap().Doc(member.Doc);
                writer.Line(member.Required ? $"public required {type} {member.Name} {{ get; init; }}" : $"public {type}? {member.Name} {{ get; init; }}");
            }

            writer.Gap().Line($"internal {Runtime.MultipartForm} ToForm() => new {Runtime.MultipartForm}()");
            using (writer.Indented())
            {
                for (int i = 0; i < model.Members.Count; i++)
                {
                    MemberModel member = model.Members[i];
                    string method = Spelling.Of(member.Type).FormMethod;
                    string end = i == model.Members.Count - 1 ? ";" : "";
                    writer.Line($".{method}({TypeText.Literal(member.WireName)}, {member.Name}){end}");
                }
            }
        }

        return writer.ToString();
    }
}
