using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>The interfaces of a document, each with the classes that have it. An interface stands behind those that it extends, so none extends itself.</summary>
internal sealed class ShapeIndex
{
    private readonly SpecDocument _document;
    private readonly SchemaIndex _schemas;
    private readonly TypeBuilder _types;
    private readonly BuildDiagnostics _diagnostics;
    private readonly Dictionary<string, ClassModel> _classes;

    public ShapeIndex(ApiFacts api, SpecDocument document, SchemaIndex schemas, TypeBuilder types, BuildDiagnostics diagnostics)
    {
        _document = document;
        _schemas = schemas;
        _types = types;
        _diagnostics = diagnostics;
        _classes = types.Types.OfType<ClassModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);
        foreach (SpecInterface spec in document.Interfaces)
        {
            var shape = new Shape(spec, new TypeRef(TypeKind.Interface, api.ModelNamespace, spec.Name), [.. spec.Extends.Select(FindBase).OfType<Shape>()]);
            shape.Named.AddRange(spec.Schemas.Select(schema => FindClass(spec, schema)).OfType<ClassModel>());
            All.Add(shape);
        }

        foreach (Shape shape in All)
        {
            shape.Classes.AddRange(All.Where(other => other.IsOrExtends(shape)).SelectMany(other => other.Named).Distinct());
            CheckClasses(shape);
        }
    }

    /// <summary>In document order.</summary>
    public List<Shape> All { get; } = [];

    /// <summary>The interface that says most of all that some classes have in common; null when they have none in common, or two that say different things.</summary>
    public TypeRef? CommonTo(IReadOnlyList<TypeRef> models)
    {
        Shape[] common = [.. All.Where(shape => models.All(model => shape.Classes.Any(known => known.Name == model.Name)))];
        return Array.Find(common, shape => common.All(shape.IsOrExtends))?.Type;
    }

    private Shape? FindBase(JsonString name)
    {
        Shape? found = All.Find(shape => shape.Spec.Name == name.Value);
        if (found is null)
        {
            _diagnostics.WrongFact(name, $"'{name.Value}' is none of the interfaces that stand before this one in 'x-cs-interfaces'. Put it there, or take the name out.");
        }

        return found;
    }

    private ClassModel? FindClass(SpecInterface spec, JsonString name)
    {
        if (!_document.Schemas.Any(component => component.Name == name.Value))
        {
            _diagnostics.WrongFact(name, $"The interface '{spec.Name}' names the schema '{name.Value}', which is not in the document. Name the schema that took its place, or take it out.");
            return null;
        }

        if (_types.Find(_schemas.Named(_schemas.NameOf(name.Value))) is { Kind: TypeKind.Model } type && _classes.TryGetValue(type.Name, out ClassModel? found))
        {
            return found;
        }

        _diagnostics.WrongFact(name, $"The interface '{spec.Name}' names the schema '{name.Value}', which no operation leads to as an object, so there is no class to have it. Take it out.");
        return null;
    }

    private void CheckClasses(Shape shape)
    {
        if (shape.Classes.Count == 0)
        {
            _diagnostics.WrongFact(shape.Spec.Node, $"No class has the interface '{shape.Spec.Name}': neither it nor one that extends it names a schema. Name some, or take it out.");
        }

        foreach (Shape other in All.Where(other => other != shape && other.IsOrExtends(shape)))
        {
            foreach (ClassModel twice in shape.Named.Intersect(other.Named))
            {
                _diagnostics.WrongFact(shape.Spec.Node, $"'{twice.Name}' has the interface '{shape.Spec.Name}' by way of '{other.Spec.Name}' already; name its schema there only.");
            }
        }

        foreach (IGrouping<ClassModel, ClassModel> twice in shape.Named.GroupBy(model => model).Where(group => group.Count() > 1))
        {
            _diagnostics.WrongFact(shape.Spec.Node, $"Two of the schemas of the interface '{shape.Spec.Name}' are the class '{twice.Key.Name}'; name one of them.");
        }
    }
}
