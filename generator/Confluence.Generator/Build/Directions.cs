using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>
/// Which schemas are sent in requests and which arrive in answers. Of what is sent, <c>required</c> asks something of the caller;
/// of what arrives it means nothing, because servers do not keep what the documents say of answers.
/// </summary>
internal sealed class Directions
{
    private readonly SchemaIndex _schemas;
    private readonly Direction _sent = new();
    private readonly Direction _received = new();

    public Directions(SpecDocument document, SchemaIndex schemas)
    {
        _schemas = schemas;
        Visit(_sent, document.Operations.SelectMany(operation => operation.Body?.Content ?? []));

        // After what is sent: whether an answer stands for a part of it depends on that.
        Visit(_received, document.Operations.SelectMany(operation => operation.Responses).SelectMany(response => response.Content));
    }

    /// <summary>All that arrives, each once, in the order in which answers lead to it.</summary>
    public IReadOnlyList<SpecSchema> Received => _received.Schemas;

    public bool IsSent(SpecSchema schema) => _sent.Whole.Contains(schema.Node);

    public bool IsReceived(SpecSchema schema) => _received.Whole.Contains(schema.Node);

    /// <summary>Whether it arrives, be it as a part whose members another schema takes over.</summary>
    public bool IsReceivedInAnyForm(SpecSchema schema) => IsReceived(schema) || _received.Parts.Contains(schema.Node);

    /// <summary>
    /// The one part that a schema made of parts stands for: the only one, or the named one of an answer that adds links to it, unless
    /// requests send that too. Null when the parts are merged into a thing of its own.
    /// </summary>
    public SpecSchema? StandsFor(SpecSchema schema)
    {
        if (schema.Properties.Count > 0 || schema.AllOf.Count == 0)
        {
            return null;
        }

        if (schema.AllOf.Count == 1)
        {
            return schema.AllOf[0];
        }

        SpecSchema[] others = [.. schema.AllOf.Where(part => !Quirks.AddsLinksOnly(part))];
        return others.Length == 1 && others[0].IsReference && !IsSent(schema) && !IsSent(_schemas.Find(others[0])) ? others[0] : null;
    }

    /// <summary>Lets a schema that was made of two go where they go.</summary>
    public void Adopt(SpecSchema made, SpecSchema first, SpecSchema second)
    {
        foreach (Direction direction in new[] { _sent, _received })
        {
            if (direction.Whole.Contains(first.Node) || direction.Whole.Contains(second.Node))
            {
                direction.Whole.Add(made.Node);
            }
        }
    }

    private void Visit(Direction direction, IEnumerable<SpecMediaType> content)
    {
        foreach (SpecMediaType media in content)
        {
            if (media.Schema is { } schema)
            {
                Visit(schema, direction, direction.Whole);
            }
        }
    }

    /// <param name="first">What goes this way.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="seen">Where it is remembered: a part whose members another schema takes over goes no way of its own.</param>
    private void Visit(SpecSchema first, Direction direction, HashSet<JsonNode> seen)
    {
        // A document may lead from schema to schema further than calls can go into each other.
        var waiting = new Stack<(SpecSchema Schema, HashSet<JsonNode> Seen)>([(first, seen)]);
        while (waiting.Count > 0)
        {
            (SpecSchema schema, HashSet<JsonNode> remembered) = waiting.Pop();
            SpecSchema target = _schemas.Find(schema);
            if (!remembered.Add(target.Node))
            {
                continue;
            }

            direction.Schemas.Add(target);
            SpecSchema? stood = StandsFor(target);
            foreach ((SpecSchema, HashSet<JsonNode>) next in target.AllOf.Select(part => (part, part == stood ? remembered : direction.Parts)).Concat(Inner(target).Select(inner => (inner, direction.Whole))).Reverse())
            {
                waiting.Push(next);
            }
        }
    }

    private static IEnumerable<SpecSchema> Inner(SpecSchema schema)
    {
        IEnumerable<SpecSchema?> single = [schema.Items, schema.AdditionalProperties];
        return [.. schema.Properties.Select(property => property.Schema), .. single.OfType<SpecSchema>(), .. schema.OneOf, .. schema.AnyOf];
    }

    private sealed class Direction
    {
        public List<SpecSchema> Schemas { get; } = [];

        public HashSet<JsonNode> Whole { get; } = [];

        public HashSet<JsonNode> Parts { get; } = [];
    }
}
