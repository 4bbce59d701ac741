using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Import;

/// <summary>What becomes of one kind of OpenAPI value. Null says that nothing of it is kept.</summary>
internal delegate JsonNode? ImportRule(JsonNode node, ImportContext context);

/// <summary>What becomes of one member of an OpenAPI object.</summary>
internal sealed record ImportMember(string Name, ImportRule Rule);

/// <summary>The rules from which the rules of OpenAPI objects are put together.</summary>
internal static class ImportRules
{
    /// <summary>Prose and samples: understood, and left out.</summary>
    public static ImportRule Drop { get; } = (_, _) => null;

    public static ImportRule Truth { get; } = Scalar<JsonBoolean>("true or false");

    public static ImportRule Number { get; } = Scalar<JsonNumber>("a number");

    public static ImportRule Text { get; } = Scalar<JsonString>("a string");

    /// <summary>A default: any value, since it has to be one of the schema.</summary>
    public static ImportRule AnyValue { get; } = (node, _) => node;

    /// <summary>A text with no blank in it. A sentence cannot hide there.</summary>
    public static ImportRule Word { get; } = (node, context) =>
    {
        if (node is JsonString text && !text.Value.Any(char.IsWhiteSpace))
        {
            return node;
        }

        return context.Refuse(node, "a single word is expected, because a sentence must not be copied");
    };

    /// <summary>The same text whatever the document says.</summary>
    public static ImportRule Always(string text) => (node, _) => new JsonString(node.Source, node.Start, node.Length, text);

    public static ImportRule ArrayOf(ImportRule item) => (node, context) =>
    {
        if (node is not JsonArray array)
        {
            return context.Refuse(node, "an array is expected");
        }

        var items = new List<JsonNode>(array.Items.Count);
        foreach (JsonNode value in array.Items)
        {
            if (item(value, context) is { } kept)
            {
                items.Add(kept);
            }
        }

        return new JsonArray(node.Source, node.Start, node.Length, items);
    };

    /// <summary>An object whose names are free, such as <c>properties</c>: their order is kept.</summary>
    public static ImportRule MapOf(ImportRule value) => MapOf((_, node, context) => value(node, context));

    public static ImportRule MapOf(Func<string, JsonNode, ImportContext, JsonNode?> value) => (node, context) =>
    {
        if (node is not JsonObject map)
        {
            return context.Refuse(node, "an object is expected");
        }

        var members = new List<JsonMember>(map.Members.Count);
        foreach (JsonMember member in map.Members)
        {
            using (context.Enter(member.Name))
            {
                if (value(member.Name, member.Value, context) is { } kept)
                {
                    members.Add(new JsonMember(member.Name, member.NameStart, kept));
                }
            }
        }

        return new JsonObject(node.Source, node.Start, node.Length, members);
    };

    /// <summary>
    /// An object with known members, written in the order of the rule. A member without a rule is refused: it may be a
    /// fact that the generator should know, or prose that must not be copied.
    /// </summary>
    public static ImportRule ObjectOf(string what, params ImportMember[] known) => (node, context) =>
    {
        if (node is not JsonObject value)
        {
            return context.Refuse(node, $"{what} is expected, which is an object");
        }

        foreach (JsonMember member in value.Members)
        {
            if (!member.Name.StartsWith("x-codegen-", StringComparison.Ordinal) && !Array.Exists(known, rule => rule.Name == member.Name))
            {
                context.Refuse(member.Value, $"'{member.Name}' is not known in {what}; add a rule to the import that keeps or drops it");
            }
        }

        var members = new List<JsonMember>(value.Members.Count);
        foreach (ImportMember rule in known)
        {
            if (value[rule.Name] is not { } child)
            {
                continue;
            }

            using (context.Enter(rule.Name))
            {
                if (rule.Rule(child, context) is { } kept)
                {
                    members.Add(new JsonMember(rule.Name, child.Start, kept));
                }
            }
        }

        return new JsonObject(node.Source, node.Start, node.Length, members);
    };

    private static ImportRule Scalar<T>(string what)
        where T : JsonNode
        => (node, context) => node is T ? node : context.Refuse(node, $"{what} is expected");
}
