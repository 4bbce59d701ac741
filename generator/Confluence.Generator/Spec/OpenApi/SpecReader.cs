using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads an OpenAPI 3.0 document that the import tool wrote.</summary>
internal sealed class SpecReader
{
    private readonly JsonObject _root;
    private readonly SpecReadContext _context;
    private readonly SpecSchemaReader _schemas;
    private readonly SpecOperationReader _operations;

    private SpecReader(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        _root = root;
        _context = new SpecReadContext(root, diagnostics);
        _schemas = new SpecSchemaReader(_context);
        _operations = new SpecOperationReader(_context, _schemas, ReadGroups());
    }

    /// <summary>The document. Whatever is wrong or unsupported is reported and left out.</summary>
    public static SpecDocument Read(JsonObject root, string api, List<SpecDiagnostic> diagnostics)
        => new SpecReader(root, diagnostics).Read(api);

    private SpecDocument Read(string api)
    {
        _context.RefuseOthers(_root, SpecKeywords.Root, "a document");
        if (_context.Text(_root, "openapi") is not { } version || !version.StartsWith("3.0.", StringComparison.Ordinal))
        {
            _context.Unsupported(_root["openapi"] ?? _root, "Only OpenAPI 3.0 is supported.");
        }

        return new SpecDocument(_root, api, ReadOperations(), ReadSchemas()) { Interfaces = new SpecInterfaceReader(_context).Read(_root), MadeOf = _schemas.MadeOf };
    }

    private List<SpecOperation> ReadOperations()
    {
        var operations = new List<SpecOperation>();
        foreach ((string path, JsonObject item) in _context.Entries(_root, "paths"))
        {
            _context.RefuseOthers(item, SpecKeywords.PathItem, "a path");
            foreach (JsonMember member in item.Members)
            {
                if (Array.IndexOf(SpecKeywords.Methods, member.Name) >= 0
                    && _context.AsObject(member.Value, "An operation") is { } node
                    && _operations.Read(node, member.Name, path, item) is { } operation)
                {
                    operations.Add(operation);
                }
            }
        }

        return operations;
    }

    private List<SpecComponent> ReadSchemas()
    {
        var schemas = new List<SpecComponent>();
        if (_context.Object(_root, "components") is { } components)
        {
            _context.RefuseOthers(components, SpecKeywords.Components, "components");
            foreach ((string name, JsonObject schema) in _context.Entries(components, "schemas"))
            {
                schemas.Add(new SpecComponent(name, _schemas.Read(schema)));
            }
        }

        return schemas;
    }

    private Dictionary<string, string> ReadGroups()
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_context.Object(_root, "x-cs-groups") is { } map)
        {
            foreach (JsonMember member in map.Members)
            {
                if (_context.Text(map, member.Name) is { } group)
                {
                    groups.Add(member.Name, group);
                }
            }
        }

        return groups;
    }
}
