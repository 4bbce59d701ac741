using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Seam.Required;

/// <summary>
/// Goes through the JSON of what each operation sends, and through the emitted types beside it. Reads the document for itself:
/// what the generator's own reading loses would be lost here too.
/// </summary>
internal sealed class RequestWalk(SpecDocument document)
{
    private readonly EmittedTypes _types = new(document.Api, document.Names);
    private readonly HashSet<(JsonObject Schema, string Type)> _seen = [];

    /// <summary>Members that the compiler does not ask for, or that it takes null for, though the document demands them.</summary>
    public SortedSet<string> Missed { get; } = new(StringComparer.Ordinal);

    /// <summary>Members that it asks for.</summary>
    public SortedSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        foreach (SpecOperation operation in document.Operations)
        {
            if (operation.Node["requestBody"] is JsonObject body
                && Follow(body)["content"] is JsonObject content
                && _types.BodyOf(operation.Key) is { } type)
            {
                Visit((JsonObject)((JsonObject)content.Members.Single().Value)["schema"]!, type, operation.Id); // A body without a schema breaks the build.
            }
        }
    }

    private void Visit(JsonObject written, TypeSyntax type, string at)
    {
        JsonObject schema = Follow(written);
        if (!_seen.Add((schema, type.ToString())))
        {
            return;
        }

        if (_types.ClassOf(type) is { } emitted)
        {
            foreach (JsonObject whole in Wholes(schema, emitted))
            {
                VisitMembers(whole, emitted, at);
            }
        }
        else if (EmittedTypes.ItemOf(type) is { } item)
        {
            foreach (JsonObject inner in new[] { schema["items"], schema["additionalProperties"] }.OfType<JsonObject>())
            {
                Visit(inner, item, at + "[]");
            }
        }
    }

    /// <summary>The schema with its parts; of alternatives, those that the class has all members of.</summary>
    private IEnumerable<JsonObject> Wholes(JsonObject schema, ClassDeclarationSyntax emitted)
    {
        JsonObject[] parts = [.. Items(schema, "allOf"), .. Items(schema, "oneOf").Concat(Items(schema, "anyOf")).Where(Fits)];
        return parts.SelectMany(part => Wholes(part, emitted)).Append(schema);

        bool Fits(JsonObject alternative) => Properties(alternative).All(member => _types.Property(emitted, member.Name) is not null);
    }

    private void VisitMembers(JsonObject schema, ClassDeclarationSyntax emitted, string at)
    {
        foreach (JsonMember member in Properties(schema))
        {
            if (_types.Property(emitted, member.Name) is { } property)
            {
                Visit((JsonObject)member.Value, property.Type, $"{at}.{member.Name}");
            }
        }

        foreach (string name in (schema["required"] as JsonArray)?.Items.OfType<JsonString>().Select(text => text.Value) ?? [])
        {
            bool mayBeNull = (schema["properties"] as JsonObject)?[name] is JsonObject member && Follow(member)["nullable"] is JsonBoolean { Value: true };
            PropertyDeclarationSyntax? property = _types.Property(emitted, name);
            bool isAsked = property is not null && property.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.RequiredKeyword))
                && (mayBeNull || property.Type is not NullableTypeSyntax || property.AttributeLists.ToString().Contains("DisallowNull", StringComparison.Ordinal));
            string asked = $"{emitted.Identifier.Text}.{name}";
            (isAsked ? Asked : Missed).Add(isAsked ? asked : $"{asked}, at {at}");
        }
    }

    private JsonObject Follow(JsonObject node)
    {
        JsonObject current = node;
        while (current["$ref"] is JsonString reference)
        {
            current = reference.Value.Split('/').Skip(1).Aggregate(document.Node, (owner, name) => (JsonObject)owner[name]!); // A dangling reference breaks the build.
        }

        return current;
    }

    private IEnumerable<JsonObject> Items(JsonObject schema, string name) => (schema[name] as JsonArray)?.Items.OfType<JsonObject>().Select(Follow) ?? [];

    private static IEnumerable<JsonMember> Properties(JsonObject schema) => (schema["properties"] as JsonObject)?.Members ?? [];
}
