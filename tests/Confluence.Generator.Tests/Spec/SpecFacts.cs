using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Tests.Spec;

/// <summary>What the project's own reader saw, one line a fact, in an order that does not depend on the document's.</summary>
internal static class SpecFacts
{
    public static IReadOnlyList<string> Of(SpecDocument document)
    {
        var facts = new FactList();
        foreach (SpecOperation operation in document.Operations)
        {
            string place = $"{operation.Method} {operation.Path}";
            facts.Add(place, $"id {operation.Id}", $"tag {operation.Tag}", $"deprecated {operation.Deprecated}", $"experimental {operation.Experimental}");
            facts.Add(place, $"scopes {string.Join('|', operation.Scopes)}", $"permission {operation.CsPermission}", $"idempotent {operation.CsIdempotent}", $"question {operation.CsQuestion}", $"obsolete {operation.CsObsolete}");
            foreach (SpecParameter parameter in operation.Parameters)
            {
                string at = $"{place} {parameter.Place} {parameter.Name}";
                facts.Add(at, $"required {parameter.Required}", $"deprecated {parameter.Deprecated}", $"explode {parameter.Explode}");

                // The reader refuses every style but the one that the place has anyway.
                facts.Add(at, $"style {(parameter.Place == SpecParameterPlace.Query ? "form" : "simple")}", $"name {parameter.CsName}");
                AddSchema(facts, at, parameter.Schema);
            }

            if (operation.Body is { } body)
            {
                facts.Add($"{place} body", $"required {body.Required}", $"component {body.ComponentName}");
                AddContent(facts, $"{place} body", body.Content);
            }

            foreach (SpecResponse response in operation.Responses)
            {
                facts.Add($"{place} {response.Status}", "response");
                AddContent(facts, $"{place} {response.Status}", response.Content);
            }
        }

        foreach (SpecComponent component in document.Schemas)
        {
            AddSchema(facts, $"#{component.Name}", component.Schema);
        }

        return facts.Sorted();
    }

    private static void AddContent(FactList facts, string place, IReadOnlyList<SpecMediaType> content)
    {
        foreach (SpecMediaType mediaType in content)
        {
            facts.Add($"{place} {mediaType.Name}", "content");
            if (mediaType.Schema is { } schema)
            {
                AddSchema(facts, $"{place} {mediaType.Name}", schema);
            }
        }
    }

    private static void AddSchema(FactList facts, string place, SpecSchema schema)
    {
        if (schema.Reference is { } reference)
        {
            facts.Add(place, $"reference {reference}");
            return;
        }

        facts.Add(place, $"type {schema.Type}", $"format {schema.Format}", $"title {schema.Title}", $"nullable {schema.Nullable}");
        facts.Add(place, $"enum {string.Join('|', schema.Enum ?? [])}", $"required {string.Join('|', schema.Required.Order(StringComparer.Ordinal))}");
        facts.Add(place, $"default {schema.Default}", $"limits {schema.Minimum}..{schema.Maximum} {schema.MinItems}..{schema.MaxItems} ..{schema.MaxLength}");
        facts.Add(place, $"name {schema.CsName}", $"lazy {schema.CsLazyText}", $"guaranteed {string.Join('|', schema.CsRequired)}");
        facts.Add(place, $"others {schema.AllowsAdditionalProperties ?? true}", $"properties {string.Join('|', schema.Properties.Select(property => property.Name).Order(StringComparer.Ordinal))}");
        foreach (SpecProperty property in schema.Properties)
        {
            AddSchema(facts, $"{place}.{property.Name}", property.Schema);
        }

        AddIfAny(facts, $"{place}[]", schema.Items);
        AddIfAny(facts, $"{place}{{}}", schema.AdditionalProperties);
        AddAll(facts, $"{place} oneOf", schema.OneOf);
        AddAll(facts, $"{place} anyOf", schema.AnyOf);
        AddAll(facts, $"{place} allOf", schema.AllOf);
    }

    private static void AddIfAny(FactList facts, string place, SpecSchema? schema)
    {
        if (schema is not null)
        {
            AddSchema(facts, place, schema);
        }
    }

    private static void AddAll(FactList facts, string place, IReadOnlyList<SpecSchema> schemas)
    {
        for (int i = 0; i < schemas.Count; i++)
        {
            AddSchema(facts, FormattableString.Invariant($"{place} {i}"), schemas[i]);
        }
    }
}
