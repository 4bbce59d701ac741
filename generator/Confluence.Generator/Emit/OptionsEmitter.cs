using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits the optional parameters of an operation as a record.</summary>
internal static class OptionsEmitter
{
    public static string Emit(OptionsModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        if (model.Experimental)
        {
            writer.Line($"[{Runtime.Experimental}({TypeText.Literal(Runtime.ExperimentalId)})]");
        }

        writer.Line($"public sealed record {model.Name} : {(model.IsOfList ? Runtime.ListOptions : Runtime.RequestOptions)}");
        using (writer.Braces())
        {
            foreach (OptionModel option in model.Options)
            {
                writer.Gap().Doc(option.Doc).Line($"public {TypeText.Of(option.Type)}? {option.Name} {{ get; init; }}");
            }

            writer.Gap().Line($"internal void AppendTo({Runtime.QueryBuilder} query)");
            using (writer.Braces())
            {
                foreach (OptionModel option in model.Options)
                {
                    writer.Line(AddToQuery(option.Type, option.Joined, option.WireName, option.Name));
                }
            }
        }

        return writer.ToString();
    }

    /// <summary>The statement that adds a value to a query.</summary>
    public static string AddToQuery(TypeRef type, bool joined, string wireName, string value)
    {
        string list = type.Item is null ? "" : joined ? "Joined" : "Each";
        return $"query.Add{list}{Spelling.Of(type.Item ?? type).QueryMethod}({TypeText.Literal(wireName)}, {value});";
    }
}
