using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>What all readers of one document share: its root, typed access to members, and the list of what is wrong.</summary>
internal sealed class SpecReadContext(JsonObject root, List<SpecDiagnostic> diagnostics)
{
    private readonly HashSet<SpecDiagnostic> _dangling = [];

    public void Unsupported(JsonNode node, string message)
        => diagnostics.Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, message));

    /// <summary>Reports that an object lacks a member that an overlay can give it.</summary>
    public void Lacks(JsonObject node, string member, string message)
        => diagnostics.Add(SpecDiagnostic.At(node, SpecDiagnosticId.UnsupportedConstruct, message, gives: member));

    /// <summary>Reports every member that is not listed.</summary>
    public void RefuseOthers(JsonObject node, string[] known, string what)
    {
        foreach (JsonMember member in node.Members)
        {
            if (Array.IndexOf(known, member.Name) < 0)
            {
                Unsupported(member.Value, $"'{member.Name}' is not supported in {what}; remove it with an overlay, or teach the generator what it means.");
            }
        }
    }

    public string? Text(JsonObject node, string name) => Value<JsonString>(node, name, "a string")?.Value;

    public bool? Truth(JsonObject node, string name) => Value<JsonBoolean>(node, name, "true or false")?.Value;

    public string? Number(JsonObject node, string name) => Value<JsonNumber>(node, name, "a number")?.Text;

    public JsonObject? Object(JsonObject node, string name) => Value<JsonObject>(node, name, "an object");

    public IReadOnlyList<JsonNode> Items(JsonObject node, string name) => Value<JsonArray>(node, name, "an array")?.Items ?? [];

    /// <summary>The members of an object of objects, such as <c>paths</c> or <c>properties</c>.</summary>
    public IEnumerable<(string Name, JsonObject Value)> Entries(JsonObject node, string name)
    {
        foreach (JsonMember member in Object(node, name)?.Members ?? [])
        {
            if (AsObject(member.Value, $"'{member.Name}' in '{name}'") is { } value)
            {
                yield return (member.Name, value);
            }
        }
    }

    /// <summary>The strings of an array; whatever else stands in it is reported.</summary>
    public IReadOnlyList<string> Texts(JsonObject node, string name)
    {
        var texts = new List<string>();
        foreach (JsonNode item in Items(node, name))
        {
            if (item is JsonString text)
            {
                texts.Add(text.Value);
            }
            else
            {
                Unsupported(item, $"'{name}' may hold strings only.");
            }
        }

        return texts;
    }

    /// <summary>The strings of an array, each with its place; whatever else stands in it, or stands twice, is reported.</summary>
    public IReadOnlyList<JsonString> Names(JsonObject node, string keyword)
    {
        var names = new List<JsonString>();
        foreach (JsonNode item in Items(node, keyword))
        {
            if (item is not JsonString name)
            {
                Unsupported(item, $"'{keyword}' may hold strings only.");
            }
            else if (names.Any(other => other.Value == name.Value))
            {
                Unsupported(item, $"'{name.Value}' stands twice in '{keyword}'.");
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }

    public JsonObject? AsObject(JsonNode node, string what)
    {
        if (node is JsonObject value)
        {
            return value;
        }

        Unsupported(node, $"{what} must be an object.");
        return null;
    }

    /// <summary>
    /// The component that a reference names, and its name. Null, with a diagnostic, when it leads nowhere; references to
    /// references are followed.
    /// </summary>
    public (string Name, JsonObject Node)? Resolve(JsonObject reference, string section)
    {
        (string Name, JsonObject Node)? found = null;
        JsonObject current = reference;
        for (int steps = 0; current["$ref"] is { } pointer; steps++)
        {
            string prefix = $"#/components/{section}/";
            if (pointer is not JsonString text || !text.Value.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Dangling(pointer, $"A reference here has the form {prefix}Name.");
            }

            string name = text.Value.Substring(prefix.Length).Replace("~1", "/").Replace("~0", "~");
            if (((root["components"] as JsonObject)?[section] as JsonObject)?[name] is not JsonObject target)
            {
                return Dangling(pointer, $"{text.Value} is not in the document.");
            }

            if (steps == 8)
            {
                return Dangling(pointer, $"{text.Value} is part of a chain of references that does not end.");
            }

            found ??= (name, target);
            found = (found.Value.Name, target);
            current = target;
        }

        return found;
    }

    private (string Name, JsonObject Node)? Dangling(JsonNode pointer, string message)
    {
        SpecDiagnostic diagnostic = SpecDiagnostic.At(pointer, SpecDiagnosticId.DanglingReference, message);

        // The same reference is met again by everything that leads through it.
        if (_dangling.Add(diagnostic))
        {
            diagnostics.Add(diagnostic);
        }

        return null;
    }

    private T? Value<T>(JsonObject node, string name, string what)
        where T : JsonNode
    {
        JsonNode? value = node[name];
        if (value is not null and not T)
        {
            Unsupported(value, $"'{name}' must be {what}.");
        }

        return value as T;
    }
}
