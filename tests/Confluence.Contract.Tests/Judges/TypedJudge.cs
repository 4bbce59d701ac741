using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Calls;
using Confluence.Contract.Tests.Samples;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Judges;

/// <summary>
/// Compares what was read with the JSON that arrived, property by property: each member must stand under the property of its name, and
/// nothing may stand where nothing arrived. Reading and writing the same mistake would pass a comparison of texts, and does not pass here.
/// </summary>
/// <param name="hasAllMembers">Whether the JSON is a complete sample, so that every object of alternatives can be told from the others.</param>
internal sealed class TypedJudge(bool hasAllMembers = false)
{
    private readonly List<string> _problems = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>What differs.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Members of the document that a model keeps without a property for them, each as <c>Type.member</c>.</summary>
    public SortedSet<string> Untyped { get; } = new(StringComparer.Ordinal);

    public void Check(object? value, JsonNode? json, string place)
    {
        if (value is JsonElement { ValueKind: JsonValueKind.Null })
        {
            value = null;
        }

        if (json is null || value is null)
        {
            CheckSame(json is null && value is null, place, value, json);
            return;
        }

        Type type = value.GetType();
        switch (value)
        {
            case string text:
                CheckSame(json.GetValueKind() == JsonValueKind.String && json.GetValue<string>() == text, place, value, json);
                break;
            case int or long or double:
                CheckSame(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(value, type), json), place, value, json);
                break;
            case bool flag:
                CheckSame(json.GetValueKind() == (flag ? JsonValueKind.True : JsonValueKind.False), place, value, json);
                break;
            case DateTimeOffset time:
                CheckSame(json.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && Scalar.Instant(json) == time, place, value, json);
                break;
            case JsonElement element:
                CheckSame(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(element), json), place, value, json);
                break;
            case IDictionary map:
                CheckMap(map.Keys.Cast<string>().ToDictionary(static name => name, name => map[name], StringComparer.Ordinal), json, place);
                break;
            case IEnumerable items:
                CheckItems([.. items.Cast<object?>()], json, place);
                break;
            default:
                CheckStructured(value, type, json, place);
                break;
        }
    }

    private void CheckStructured(object value, Type type, JsonNode json, string place)
    {
        if (ValueFiller.IsEnum(type))
        {
            string? text = type.GetProperty("Value")?.GetValue(value) as string;
            CheckSame(json.GetValueKind() == JsonValueKind.String && json.GetValue<string>() == text, place, text, json);
        }
        else if (type.IsValueType && type.GetProperty("Unknown") is not null)
        {
            CheckUnion(value, type, json, place);
        }
        else if (json is JsonObject members)
        {
            CheckMembers(value, type, members, place);
        }
        else
        {
            Add(place, value, json);
        }
    }

    private void CheckMembers(object value, Type type, JsonObject json, string place)
    {
        IReadOnlyDictionary<string, JsonElement> others = type.GetProperty("AdditionalProperties")?.GetValue(value) as IReadOnlyDictionary<string, JsonElement>
            ?? new Dictionary<string, JsonElement>();
        HashSet<string> read = new(StringComparer.Ordinal);
        HashSet<string> kept = new(others.Keys, StringComparer.Ordinal);
        foreach ((string name, JsonNode? member, PropertyInfo? property) in WireNames.Bind(type, json))
        {
            if (property is not null)
            {
                read.Add(property.Name);
                if (member is not null || !IsNothing(property, value))
                {
                    Check(Read(property, value), member, $"{place}.{name}");
                }

                continue;
            }

            kept.Remove(name);
            bool isKept = others.TryGetValue(name, out JsonElement other) && JsonNode.DeepEquals(JsonSerializer.SerializeToNode(other), member);
            CheckSame(isKept, $"{place}.{name}", isKept ? other : null, member);
            if (!name.StartsWith(SampleMaker.UnknownMember, StringComparison.Ordinal) && !name.StartsWith(SampleMaker.FreeMember, StringComparison.Ordinal))
            {
                Untyped.Add($"{type.Name}.{name}");
            }
        }

        // A member whose value could not be read shows among the others, under a name that has a property.
        _problems.AddRange(kept.Select(name => $"{place}.{name}: stands among the unknown members"));
        foreach (PropertyInfo extra in WireNames.Properties(type).Where(property => IsMember(property) && !read.Contains(property.Name) && !IsNothing(property, value)))
        {
            _problems.Add($"{place}: {extra.Name} has a value, and nothing arrived for it");
        }
    }

    private void CheckUnion(object value, Type type, JsonNode json, string place)
    {
        object?[] cases = [.. type.GetProperties().Select(property => property.GetValue(value)).Where(static found => found is not null)];
        if (cases.Length != 1)
        {
            _problems.Add($"{place}: {type.Name} has {cases.Length} values");
            return;
        }

        if (hasAllMembers && cases[0] is JsonElement)
        {
            _problems.Add($"{place}: {type.Name} was taken for none of its cases");
        }

        Check(cases[0], json, place);
    }

    private void CheckMap(Dictionary<string, object?> map, JsonNode json, string place)
    {
        if (json is not JsonObject members || members.Count != map.Count)
        {
            Add(place, $"{map.Count} entries", json);
            return;
        }

        foreach ((string name, JsonNode? member) in members)
        {
            Check(map.GetValueOrDefault(name), member, $"{place}.{name}");
        }
    }

    private void CheckItems(object?[] items, JsonNode json, string place)
    {
        if (items.Length > 0 && items[0]?.GetType() is { } first && ValueFiller.IsGeneric(first, typeof(KeyValuePair<,>)))
        {
            CheckMap(
                items.ToDictionary(entry => first.GetProperty("Key")?.GetValue(entry) as string ?? string.Empty, entry => first.GetProperty("Value")?.GetValue(entry), StringComparer.Ordinal),
                json,
                place);
            return;
        }

        if (json is JsonObject { Count: 0 } && items.Length == 0)
        {
            return;
        }

        if (json is not JsonArray array || array.Count != items.Length)
        {
            Add(place, $"{items.Length} items", json);
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            Check(items[i], array[i], $"{place}[{i}]");
        }
    }

    /// <summary>Properties that can be set are members; others, in hand-written halves of the models, are derived from members.</summary>
    private static bool IsMember(PropertyInfo property) => property.SetMethod is not null;

    /// <summary>Whether a property says that nothing arrived: by null, or by the empty value of its type where it cannot be null.</summary>
    private bool IsNothing(PropertyInfo property, object owner)
    {
        object? value = Read(property, owner);
        if (value is null || _nullability.Create(property).ReadState == NullabilityState.Nullable)
        {
            return value is null;
        }

        return value is "" or 0 or 0L or 0d or false
            || (value is IEnumerable items and not string && !items.Cast<object?>().Any())
            || (value is DateTimeOffset time && time == default)
            || (ValueFiller.IsEnum(value.GetType()) && value.GetType().GetProperty("Value")?.GetValue(value) is "");
    }

    /// <summary>The value of a property; null when its member did not come, which fails where the property is never null.</summary>
    private static object? Read(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ConfluenceResponseException { Member: not null })
        {
            return null;
        }
    }

    private void CheckSame(bool isSame, string place, object? value, JsonNode? json)
    {
        if (!isSame)
        {
            Add(place, value, json);
        }
    }

    private void Add(string place, object? value, JsonNode? json) => _problems.Add($"{place}: {json?.ToJsonString() ?? "null"} arrived, and {value ?? "null"} was read");
}
