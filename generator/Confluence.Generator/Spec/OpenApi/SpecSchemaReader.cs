using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads schemas as written.</summary>
internal sealed class SpecSchemaReader(SpecReadContext context)
{
    private const string Section = "schemas";

    private readonly SpecMadeOfReader _makings = new(context);

    /// <summary>The schemas that were read so far and say what they are made of.</summary>
    public List<SpecSchema> MadeOf { get; } = [];

    public SpecSchema Read(JsonObject node)
    {
        if (node["$ref"] is not null)
        {
            context.RefuseOthers(node, SpecKeywords.Reference, "a schema that is a reference");
            return context.Resolve(node, Section) is null
                ? new SpecSchema(node)
                : new SpecSchema(node) { Reference = ReferencedName(node), CsLazyText = IsTrue(node, "x-cs-lazy-text") };
        }

        context.RefuseOthers(node, SpecKeywords.Schema, "a schema");
        (SpecSchema? additional, bool? allowsAdditional) = ReadAdditionalProperties(node);
        IReadOnlyList<SpecProperty> properties = ReadProperties(node);
        SpecSchema? items = context.Object(node, "items") is { } item ? Read(item) : null;
        IReadOnlyList<string>? values = ReadEnum(node, items);
        if (items is not null && values is not null)
        {
            items = items with { Enum = values, EnumNode = node["enum"] as JsonArray };
            values = null;
        }

        var schema = new SpecSchema(node)
        {
            Type = ReadType(node),
            Format = context.Text(node, "format"),
            Title = context.Text(node, "title"),
            Nullable = IsTrue(node, "nullable"),
            Deprecated = IsTrue(node, "deprecated"),
            Enum = values,
            EnumNode = node["enum"] as JsonArray,
            Properties = properties,
            Required = ReadRequired(node, "required", properties),
            Items = items,
            AdditionalProperties = additional,
            AllowsAdditionalProperties = allowsAdditional,
            OneOf = ReadAlternatives(node, "oneOf"),
            AnyOf = ReadAlternatives(node, "anyOf"),
            AllOf = ReadAlternatives(node, "allOf"),
            Default = node["default"] is { } value ? JsonFormatter.Compact(value) : null,
            Minimum = context.Number(node, "minimum"),
            Maximum = context.Number(node, "maximum"),
            MinItems = context.Number(node, "minItems"),
            MaxItems = context.Number(node, "maxItems"),
            MaxLength = context.Number(node, "maxLength"),
            CsName = context.Text(node, "x-cs-name"),
            CsLazyText = IsTrue(node, "x-cs-lazy-text"),
            CsUnixTime = IsTrue(node, "x-cs-unix-time"),
            CsRequired = ReadRequired(node, "x-cs-required", properties),
            CsMadeOf = _makings.Read(node),
        };

        // The body that several operations share is read for each of them.
        if (schema.CsMadeOf is not null && MadeOf.TrueForAll(other => other.Node != node))
        {
            MadeOf.Add(schema);
        }

        return schema;
    }

    // Resolve has made sure that the pointer has this form.
    private static string ReferencedName(JsonObject node)
        => ((JsonString)node["$ref"]!).Value.Substring($"#/components/{Section}/".Length).Replace("~1", "/").Replace("~0", "~");

    private string? ReadType(JsonObject node)
    {
        string? type = context.Text(node, "type");
        if (type is not null && Array.IndexOf(SpecKeywords.Types, type) < 0)
        {
            context.Unsupported(node["type"]!, $"'{type}' is not a type; the types are {string.Join(", ", SpecKeywords.Types)}.");
            return null;
        }

        if (type == "array" && node["items"] is null)
        {
            context.Unsupported(node, "An array says what its items are, in 'items'.");
        }

        if (type != "array" && node["items"] is { } items)
        {
            context.Unsupported(items, "'items' means something for an array only.");
        }

        if (type is not (null or "object") && (node["properties"] ?? node["additionalProperties"]) is { } members)
        {
            context.Unsupported(members, $"The schema is of type {type}, and only an object has members.");
        }

        return type;
    }

    private List<SpecProperty> ReadProperties(JsonObject node)
    {
        var properties = new List<SpecProperty>();
        foreach ((string name, JsonObject value) in context.Entries(node, "properties"))
        {
            properties.Add(new SpecProperty(name, Read(value)) { CsMember = context.Text(value, "x-cs-member") });
        }

        return properties;
    }

    private IReadOnlyList<string> ReadRequired(JsonObject node, string keyword, IReadOnlyList<SpecProperty> properties)
    {
        IReadOnlyList<string> required = context.Texts(node, keyword);
        foreach (string name in required)
        {
            if (!properties.Any(property => property.Name == name) && node["allOf"] is null)
            {
                JsonNode entry = ((JsonArray)node[keyword]!).Items.First(item => item is JsonString text && text.Value == name); // That is where the name comes from.
                context.Unsupported(entry, $"'{name}' is required, and is not among the properties.");
            }
        }

        return required;
    }

    private (SpecSchema? Schema, bool? Allowed) ReadAdditionalProperties(JsonObject node)
    {
        switch (node["additionalProperties"])
        {
            case null:
                return (null, null);
            case JsonBoolean allowed:
                return (null, allowed.Value);
            case JsonObject schema:
                return (Read(schema), null);
            case JsonNode other:
                context.Unsupported(other, "'additionalProperties' is a schema, true or false.");
                return (null, null);
        }
    }

    /// <summary>The values of an enum. Where they stand beside <c>items</c> that are texts, they are the values of the items: an array is none of them.</summary>
    private IReadOnlyList<string>? ReadEnum(JsonObject node, SpecSchema? items)
    {
        if (node["enum"] is null)
        {
            return null;
        }

        if (context.Text(node, "type") is not "string" && items is not { Type: "string", Enum: null })
        {
            context.Unsupported(node["enum"]!, "Only enums of type string are supported.");
            return null;
        }

        IReadOnlyList<string> values = context.Texts(node, "enum");
        if (values.Count == 0)
        {
            context.Unsupported(node["enum"]!, "An enum has at least one value.");
        }

        if (values.Distinct(StringComparer.Ordinal).Count() != values.Count)
        {
            context.Unsupported(node["enum"]!, "A value stands twice in this enum.");
        }

        return values;
    }

    private List<SpecSchema> ReadAlternatives(JsonObject node, string keyword)
    {
        var schemas = new List<SpecSchema>();
        foreach (JsonNode item in context.Items(node, keyword))
        {
            if (context.AsObject(item, $"An item of '{keyword}'") is { } schema)
            {
                schemas.Add(Read(schema));
            }
        }

        return schemas;
    }

    private bool IsTrue(JsonObject node, string name) => context.Truth(node, name) ?? false;
}
