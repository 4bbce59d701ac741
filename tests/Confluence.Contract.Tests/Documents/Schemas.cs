using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Documents;

/// <summary>What schemas of Microsoft.OpenApi say, where it takes more than a look.</summary>
internal static class Schemas
{
    /// <summary>The members of an object with those of all its <c>allOf</c> parts. A member may be named by several parts, and then obeys each.</summary>
    public static IEnumerable<SchemaMember> Members(IOpenApiSchema schema) =>
        (schema.AllOf ?? []).SelectMany(Members).Concat((schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(static pair => new SchemaMember(pair.Key, pair.Value)));

    public static IReadOnlySet<string> Required(IOpenApiSchema schema) =>
        (schema.AllOf ?? []).SelectMany(Required).Concat(schema.Required ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal);

    /// <summary>The members that answers always carry, as our overlays have it from recorded answers.</summary>
    public static IReadOnlySet<string> Guaranteed(IOpenApiSchema schema)
    {
        HashSet<string> names = [.. (schema.AllOf ?? []).SelectMany(Guaranteed)];
        if (schema.Extensions?.TryGetValue("x-cs-required", out IOpenApiExtension? extension) == true && extension is JsonNodeExtension { Node: JsonArray members })
        {
            names.UnionWith(members.Select(static member => member?.GetValue<string>() ?? string.Empty));
        }

        return names;
    }

    /// <summary>The type without the null that it may also be; null when the schema allows any JSON.</summary>
    public static JsonSchemaType? TypeOf(IOpenApiSchema schema)
    {
        JsonSchemaType type = (schema.Type ?? 0) & ~JsonSchemaType.Null;
        return type != 0 ? type : Members(schema).Any() ? JsonSchemaType.Object : null;
    }

    public static bool IsNullable(IOpenApiSchema schema) => schema.Type?.HasFlag(JsonSchemaType.Null) == true;

    public static bool IsListOfObjects(IOpenApiSchema schema) =>
        TypeOf(schema) == JsonSchemaType.Array && schema.Items is { } items && (TypeOf(items) == JsonSchemaType.Object || items.OneOf is { Count: > 0 });

    public static IReadOnlyList<string> EnumOf(IOpenApiSchema schema) => [.. (schema.Enum ?? []).Select(static value => value.GetValue<string>())];

    /// <summary>The name of a schema that is referred to; null for one that stands in place.</summary>
    public static string? NameOf(IOpenApiSchema schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>Whether the schema describes a file.</summary>
    public static bool IsFile(IOpenApiSchema schema) => schema is { Type: JsonSchemaType.String, Format: "binary" };
}

/// <summary>A member of an object.</summary>
internal sealed record SchemaMember(string Name, IOpenApiSchema Schema);
