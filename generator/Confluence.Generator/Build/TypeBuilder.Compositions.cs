using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <content>Schemas made of others: allOf, oneOf and anyOf.</content>
internal sealed partial class TypeBuilder
{
    private TypeRef ResolveAllOf(SpecSchema schema, SchemaNaming naming)
    {
        if (schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
        {
            diagnostics.Unsupported(schema.Node, "A schema is made of parts or is a choice; one that is both is not known.");
        }

        if (directions.StandsFor(schema) is { } whole)
        {
            if (schema.CsRequired.Count > 0)
            {
                diagnostics.Unsupported(schema.CsRequiredNode, $"'x-cs-required' stands at a schema that only refers to another one; give it to that one.");
            }

            if (schema.Required.Count > 0)
            {
                diagnostics.Unsupported(schema.Node, "'required' stands at a schema that only refers to another one; give it to that one.");
            }

            return Resolve(whole, naming.Basis, naming.Place);
        }

        var properties = new Dictionary<string, SpecProperty>(StringComparer.Ordinal);
        var order = new List<string>();
        var required = new List<string>(schema.Required);
        var guaranteed = new List<string>();
        foreach (SpecSchema target in PartsOf(schema, []))
        {
            required.AddRange(target.Required);
            guaranteed.AddRange(target.CsRequired);
            foreach (SpecProperty property in target.Properties)
            {
                if (!properties.TryGetValue(property.Name, out SpecProperty? earlier))
                {
                    order.Add(property.Name);
                }

                properties[property.Name] = earlier is null ? property : Narrow(earlier, property);
            }
        }

        foreach (string member in schema.Required.Where(member => !properties.ContainsKey(member)))
        {
            diagnostics.Unsupported(schema.Node, $"'{member}' is required, and '{naming.Name}' has no such member.");
        }

        return ResolveClass(schema, [.. order.Select(key => properties[key])], required, guaranteed, naming);
    }

    /// <summary>The parts of a schema, then the schema itself: parts that are made of parts are told by those, too.</summary>
    private List<SpecSchema> PartsOf(SpecSchema schema, HashSet<JsonNode> within)
    {
        within.Add(schema.Node);
        var parts = new List<SpecSchema>();
        foreach (SpecSchema part in schema.AllOf)
        {
            SpecSchema target = schemas.Find(part);
            if (target.OneOf.Count > 0 || target.AnyOf.Count > 0)
            {
                diagnostics.Unsupported(part.Node, "A part of an allOf is a choice.");
            }
            else if (within.Count == DeepestNesting)
            {
                diagnostics.Unsupported(part.Node, $"More than {DeepestNesting} parts of an allOf stand inside each other.");
            }
            else if (within.Contains(target.Node))
            {
                diagnostics.Unsupported(part.Node, "A part of an allOf is the whole that it is a part of.");
            }
            else
            {
                parts.AddRange(PartsOf(target, within));
            }
        }

        within.Remove(schema.Node);
        parts.Add(schema);
        return parts;
    }

    /// <summary>A member that two parts describe: an object has the members of both, and of anything else the later part says what it is.</summary>
    private SpecProperty Narrow(SpecProperty earlier, SpecProperty later)
    {
        SpecSchema first = schemas.Find(earlier.Schema);
        SpecSchema second = schemas.Find(later.Schema);
        if (first.Node == second.Node || !SchemaJoin.IsPlainObject(first) || !SchemaJoin.IsPlainObject(second))
        {
            return later;
        }

        if (SchemaJoin.Join(first, second, schemas) is not { } joined)
        {
            diagnostics.Unsupported(later.Schema.Node, $"Two parts of an allOf describe the member '{later.Name}', and not in the same way.");
            return later;
        }

        // It stands where the later one stands, and is not that one, which may be a part of something else too.
        JsonObject place = second.Node;
        SpecSchema made = joined with
        {
            Node = new JsonObject(place.Source, place.Start, place.Length, place.Members),
            Required = [.. first.Required.Union(second.Required)],
            CsRequired = [.. first.CsRequired.Union(second.CsRequired)],
        };
        directions.Adopt(made, first, second);
        return later.WithSchema(made);
    }

    private TypeRef ResolveAlternatives(SpecSchema schema, IReadOnlyList<SpecSchema> alternatives, SchemaNaming naming)
    {
        if (schema.Properties.Count > 0 || schema.Required.Count > 0 || (schema.OneOf.Count > 0 && schema.AnyOf.Count > 0))
        {
            diagnostics.Unsupported(schema.Node, "A schema is a choice or has members; one that is both, or two choices, is not known.");
        }

        SpecSchema[] targets = [.. alternatives.Select(schemas.Find)];
        if (targets.All(target => target.Type is "string" or "integer" or "number" or "boolean"))
        {
            return Quirks.ScalarMix(targets.Select(target => target.Type));
        }

        if (Quirks.FlatWriteBody(alternatives, schemas) is { } flat)
        {
            return Resolve(flat, naming.Basis, naming.Place);
        }

        SpecSchema? array = Array.Find(targets, target => target.Type == "array");
        SpecSchema[] objects = [.. targets.Where(target => target.Properties.Count > 0)];
        if (array is not null && targets.Length == 2 && objects.Length == 1)
        {
            // "One or several": the list says both. "A page or its items": the page keeps what the items lose.
            bool isPage = objects[0].Properties.Any(property => property.Name == "results");
            return Resolve(alternatives[Array.IndexOf(targets, isPage ? objects[0] : array)], naming.Basis, naming.Place);
        }

        return objects.Length == targets.Length ? ResolveUnion(schema, alternatives, targets, naming) : TypeRef.Element;
    }

    private TypeRef ResolveUnion(SpecSchema schema, IReadOnlyList<SpecSchema> alternatives, SpecSchema[] targets, SchemaNaming naming)
    {
        string name = naming.Name;

        // Before the cases: one of them may hold the union.
        TypeRef union = Settle(naming, new TypeRef(TypeKind.Union, api.ModelNamespace, name));
        _byNode[schema.Node] = union;
        var cases = new List<UnionCaseModel>(targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            SpecSchema target = targets[i];
            string number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            TypeRef type = Resolve(alternatives[i], name + "Case" + number, naming.Place.Case(i + 1));
            string[] telling =
            [
                .. target.Properties.Select(property => property.Name)
                    .Where(member => targets.All(other => other == target || other.Properties.All(property => property.Name != member))),
            ];
            if (telling.Length == 0)
            {
                diagnostics.Unsupported(alternatives[i].Node, $"The case '{type.Name}' of '{name}' has no member of its own to be told by.");
            }

            cases.Add(new UnionCaseModel(Names.UnionCase(type.Name, name), type, telling));
        }

        _names.Add(schema.Node, naming.What, new UnionModel(api.Api, api.ModelNamespace, name, Facts.Type($"`{name}`, one of several objects,", api.Api), cases));
        return union;
    }
}
