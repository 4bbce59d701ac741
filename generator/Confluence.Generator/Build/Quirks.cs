using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Patterns of Atlassian's documents that deserve a better type than the letter of the schema gives. One method a pattern.</summary>
internal static class Quirks
{
    /// <summary>
    /// v1 lists under <c>_expandable</c> what was not expanded: names to fragments of addresses, another set for each schema.
    /// A class for each would tell callers nothing.
    /// </summary>
    public static bool IsExpandable(string wireName) => wireName == "_expandable";

    /// <summary>Ids are strings in bodies and 64-bit numbers in parameters; attachments and space roles show that they are no numbers at all.</summary>
    public static bool IsId(SpecParameter parameter, SpecSchema schema)
    {
        string name = parameter.Name;
        bool named = name is "id" or "ids"
            || name.EndsWith("-id", StringComparison.Ordinal) || name.EndsWith("-ids", StringComparison.Ordinal)
            || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);
        return named && schema.Type == "integer";
    }

    /// <summary>Parameters that the runtime takes care of.</summary>
    public static bool IsHandledByRuntime(SpecParameter parameter) =>
        parameter.Place == SpecParameterPlace.Header && parameter.Name.Equals("X-Atlassian-Token", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// An <c>allOf</c> part that adds nothing but links, such as the address of the site. The answers to single things have it, and lists of the
    /// same things do not: see <see cref="AddedLinks"/>.
    /// </summary>
    public static bool AddsLinksOnly(SpecSchema part) =>
        !part.IsReference && part.Properties.Count == 1 && part.Properties[0].Name == "_links";

    /// <summary>
    /// A page of a collection inside another object: <c>results</c>, <c>meta</c>, <c>_links</c>. The same in every schema that embeds
    /// it, so it is named after what it holds.
    /// </summary>
    public static bool IsEmbeddedCollection(SpecSchema schema) =>
        schema.Properties.Count == 3
        && schema.Properties[0].Name == "results" && schema.Properties[1].Name == "meta" && schema.Properties[2].Name == "_links"
        && schema.Properties[0].Schema.Items is not null;

    /// <summary>
    /// The body of a write is either one representation or an object of one representation. Both mean the same; the flat form is
    /// the one that reads well in C#.
    /// </summary>
    public static SpecSchema? FlatWriteBody(IReadOnlyList<SpecSchema> alternatives, SchemaIndex schemas)
    {
        foreach (SpecSchema alternative in alternatives)
        {
            SpecSchema target = schemas.Find(alternative);
            if (target.Properties.Count == 2
                && target.Properties.Any(property => property.Name == "representation")
                && target.Properties.Any(property => property.Name == "value"))
            {
                return alternative;
            }
        }

        return null;
    }

    /// <summary>The type of an <c>oneOf</c> of scalars: their common type, double for whole and other numbers, text for numbers and text, any JSON otherwise.</summary>
    public static TypeRef ScalarMix(IEnumerable<string?> types)
    {
        string?[] distinct = [.. types.Distinct()];
        if (distinct.Length == 1)
        {
            return distinct[0] switch
            {
                "integer" => TypeRef.Int64,
                "number" => TypeRef.Double,
                "boolean" => TypeRef.Boolean,
                _ => TypeRef.String,
            };
        }

        return distinct.All(type => type is "integer" or "number") ? TypeRef.Double
            : distinct.All(type => type is "string" or "integer" or "number") ? TypeRef.String
            : TypeRef.Element;
    }
}
