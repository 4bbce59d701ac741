using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.Overlays;

/// <summary>
/// A place in a document in the subset of RFC 9535 that overlays use: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>.*</c>,
/// <c>[*]</c> and <c>[?@.name=='value' &amp;&amp; @.in=='query']</c>. There is no index, because an item that the next
/// revision inserts would silently move it to something else.
/// </summary>
internal sealed class JsonPath(string text, IReadOnlyList<JsonPathSegment> segments)
{
    public string Text { get; } = text;

    /// <summary>The steps below the root; none for <c>$</c>.</summary>
    public IReadOnlyList<JsonPathSegment> Segments { get; } = segments;
}

/// <summary>One step down: which children of a node it takes.</summary>
internal abstract class JsonPathSegment
{
    /// <summary>The name of the only member that can be taken; null when children must be looked at one by one.</summary>
    public virtual string? Name => null;

    /// <summary>Whether a child is taken; not asked when <see cref="Name"/> is there.</summary>
    public abstract bool Selects(JsonNode child);
}

internal sealed class NameSegment(string name) : JsonPathSegment
{
    public override string Name { get; } = name;

    public override bool Selects(JsonNode child) => true;
}

internal sealed class WildcardSegment : JsonPathSegment
{
    public override bool Selects(JsonNode child) => true;
}

/// <summary>Takes the children for which all comparisons hold.</summary>
internal sealed class FilterSegment(IReadOnlyList<JsonPathComparison> comparisons) : JsonPathSegment
{
    public IReadOnlyList<JsonPathComparison> Comparisons { get; } = comparisons;

    public override bool Selects(JsonNode child)
    {
        foreach (JsonPathComparison comparison in Comparisons)
        {
            if (!comparison.Holds(child))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary><c>@.a.b=='text'</c>: a member below the child equals a text, or true or false.</summary>
internal sealed class JsonPathComparison(IReadOnlyList<string> names, string? text, bool truth)
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The text to equal; null when <see cref="Truth"/> is meant.</summary>
    public string? Text { get; } = text;

    public bool Truth { get; } = truth;

    public bool Holds(JsonNode child)
    {
        JsonNode? node = child;
        foreach (string name in Names)
        {
            node = node is JsonObject parent ? parent[name] : null;
        }

        return Text is null
            ? node is JsonBoolean boolean && boolean.Value == Truth
            : node is JsonString value && string.Equals(value.Value, Text, StringComparison.Ordinal);
    }
}
