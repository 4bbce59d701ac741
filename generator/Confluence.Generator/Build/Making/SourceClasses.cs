using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Making;

/// <summary>The classes of one API, by the schemas that they stand for.</summary>
internal sealed class SourceClasses(SpecDocument document, SchemaIndex schemas, TypeBuilder types)
{
    private readonly Dictionary<string, ClassModel> _byName = types.Types.OfType<ClassModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);

    /// <summary><c>v2</c> or <c>v1</c>.</summary>
    public string Api { get; } = document.Api;

    /// <summary>The class of a named schema; null when the document has no such schema, or no operation leads to it as an object.</summary>
    public ClassModel? Named(string schema) =>
        document.Schemas.Any(component => component.Name == schema) ? Of(schemas.Named(schemas.NameOf(schema))) : null;

    public ClassModel? Of(SpecSchema schema) => types.Find(schema) is { Kind: TypeKind.Model } type ? Of(type) : null;

    /// <summary>The class that a type means; null when it is of another API, or no class.</summary>
    public ClassModel? Of(TypeRef type) =>
        type.Kind == TypeKind.Model && _byName.TryGetValue(type.Name, out ClassModel? model) && model.Namespace == type.Namespace ? model : null;

    /// <summary>The schema of a member, of whichever part it stands in.</summary>
    public SpecSchema? MemberOf(SpecSchema schema, string wireName)
    {
        SpecSchema found = schemas.Find(schema);
        return found.Properties.FirstOrDefault(property => property.Name == wireName) is { } property
            ? schemas.Find(property.Schema)
            : found.AllOf.Reverse().Select(part => MemberOf(part, wireName)).FirstOrDefault(member => member is not null);
    }
}
