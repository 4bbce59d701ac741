using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Where the C# types of one document stand in it: a comparison of the document with itself knows what holds what.</summary>
internal sealed class DocumentPlaces
{
    private readonly ILookup<string, SchemaPair> _byType;
    private readonly Dictionary<JsonObject, SchemaPair> _byNode;
    private readonly WireDocument _document;

    public DocumentPlaces(WireDocument document)
    {
        _document = document;
        var walk = new SchemaWalk(document, document);
        var operations = new OperationComparer(document, document, walk);
        foreach (WireOperation operation in document.Operations.Values)
        {
            operations.Compare(operation, operation);
        }

        _byNode = walk.Pairs.ToDictionary(pair => pair.After);
        _byType = walk.Pairs.SelectMany(pair => pair.Types.Select(type => (type, pair))).ToLookup(entry => entry.type, entry => entry.pair, StringComparer.Ordinal);
    }

    /// <summary>The schemas that a type is emitted for, the named ones first.</summary>
    public IEnumerable<(DiffPlace Place, JsonObject Node)> OfType(string type) =>
        _byType[type].OrderBy(pair => pair.Place.Schema is null).Select(pair => (pair.Place, pair.After));

    /// <summary>The schemas of a member, in each schema that its type is emitted for and in the parts of those.</summary>
    public IEnumerable<(DiffPlace Place, JsonObject Node, JsonObject Owner)> OfMember(string type, string wireName) =>
        _byType[type].OrderBy(pair => pair.Place.Schema is null).SelectMany(pair => Members(pair, wireName, [])).DistinctBy(found => found.Node);

    private IEnumerable<(DiffPlace Place, JsonObject Node, JsonObject Owner)> Members(SchemaPair pair, string wireName, HashSet<SchemaPair> above)
    {
        if (!above.Add(pair))
        {
            yield break;
        }

        foreach (SchemaEdge edge in pair.Edges)
        {
            if (edge.Kind == EdgeKind.Property && edge.Member == wireName)
            {
                yield return (pair.Place with { Text = pair.Place.Text + edge.Step }, edge.New, pair.After);
            }
            else if (edge.Kind == EdgeKind.Part && _byNode.TryGetValue(_document.Resolve(edge.New).Node, out SchemaPair? part))
            {
                foreach ((DiffPlace Place, JsonObject Node, JsonObject Owner) found in Members(part, wireName, above))
                {
                    yield return found;
                }
            }
        }
    }
}
