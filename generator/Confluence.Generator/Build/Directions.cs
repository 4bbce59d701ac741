using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>
/// Which schemas arrive in answers. Only of those that are never received does <c>required</c> mean something: what the
/// documents say of answers is not kept by the server.
/// </summary>
internal sealed class Directions
{
    private readonly HashSet<JsonNode> _received = [];
    private readonly SchemaIndex _schemas;

    public Directions(SpecDocument document, SchemaIndex schemas)
    {
        _schemas = schemas;
        foreach (SpecOperation operation in document.Operations)
        {
            foreach (SpecResponse response in operation.Responses)
            {
                foreach (SpecMediaType media in response.Content)
                {
                    Visit(media.Schema);
                }
            }
        }
    }

    public bool IsReceived(SpecSchema schema) => _received.Contains(schema.Node);

    private void Visit(SpecSchema? schema)
    {
        if (schema is null)
        {
            return;
        }

        if (schema.IsReference)
        {
            Visit(_schemas.Find(schema));
            return;
        }

        if (!_received.Add(schema.Node))
        {
            return;
        }

        foreach (SpecProperty property in schema.Properties)
        {
            Visit(property.Schema);
        }

        Visit(schema.Items);
        Visit(schema.AdditionalProperties);
        foreach (IReadOnlyList<SpecSchema> parts in new[] { schema.OneOf, schema.AnyOf, schema.AllOf })
        {
            foreach (SpecSchema part in parts)
            {
                Visit(part);
            }
        }
    }
}
