using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>
/// Which schemas are sent in requests and which arrive in answers. Of what is sent, <c>required</c> asks something of the caller;
/// of what arrives it means nothing, because servers do not keep what the documents say of answers.
/// </summary>
internal sealed class Directions
{
    private readonly Direction _sent;
    private readonly Direction _received;

    public Directions(SpecDocument document, SchemaIndex schemas)
    {
        _sent = new Direction(schemas);
        _received = new Direction(schemas);
        foreach (SpecOperation operation in document.Operations)
        {
            _sent.Visit(operation.Body?.Content ?? []);
            foreach (SpecResponse response in operation.Responses)
            {
                _received.Visit(response.Content);
            }
        }
    }

    public bool IsSent(SpecSchema schema) => _sent.Holds(schema);

    public bool IsReceived(SpecSchema schema) => _received.Holds(schema);

    /// <summary>Whether it arrives, be it as a part whose members another schema takes over.</summary>
    public bool IsReceivedInAnyForm(SpecSchema schema) => _received.Holds(schema) || _received.HoldsAsPart(schema);

    private sealed class Direction(SchemaIndex schemas)
    {
        private readonly HashSet<JsonNode> _whole = [];
        private readonly HashSet<JsonNode> _parts = [];

        public bool Holds(SpecSchema schema) => _whole.Contains(schema.Node);

        public bool HoldsAsPart(SpecSchema schema) => _parts.Contains(schema.Node);

        public void Visit(IEnumerable<SpecMediaType> content)
        {
            foreach (SpecMediaType media in content)
            {
                if (media.Schema is { } schema)
                {
                    Visit(schema, _whole);
                }
            }
        }

        /// <param name="schema">What goes this way.</param>
        /// <param name="seen">Where it is remembered: a part whose members another schema takes over goes no way of its own.</param>
        private void Visit(SpecSchema schema, HashSet<JsonNode> seen)
        {
            SpecSchema target = schemas.Find(schema);
            if (!seen.Add(target.Node))
            {
                return;
            }

            SpecSchema? stood = Quirks.StandsFor(target);
            foreach (SpecSchema part in target.AllOf)
            {
                Visit(part, part == stood ? seen : _parts);
            }

            foreach (SpecSchema inner in Inner(target))
            {
                Visit(inner, _whole);
            }
        }

        private static IEnumerable<SpecSchema> Inner(SpecSchema schema)
        {
            IEnumerable<SpecSchema?> single = [schema.Items, schema.AdditionalProperties];
            return [.. schema.Properties.Select(property => property.Schema), .. single.OfType<SpecSchema>(), .. schema.OneOf, .. schema.AnyOf];
        }
    }
}
