using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Samples;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Calls;

/// <summary>
/// Makes a value of a C# type of JSON, as a caller would: members are set through their properties, found by name. The library's own
/// reading of JSON takes no part, so that what it reads wrong cannot make up for what it writes wrong.
/// </summary>
internal static class ValueFiller
{
    /// <summary>The name of every file that is sent. NSwag refuses difficult ones; the library's own tests send those.</summary>
    public const string UploadName = "plan 2026.md";

    /// <summary>The media type of every file that is sent.</summary>
    public const string UploadType = "text/markdown";

    public static object? Fill(Type type, JsonNode? json)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        if (json is null)
        {
            return null;
        }

        return Scalar.TryMake(target, json, out object? scalar) ? scalar
            : target == typeof(JsonElement) ? JsonSerializer.SerializeToElement(json)
            : target == typeof(FileUpload) ? FileUpload.FromBytes(UploadName, Encoding.UTF8.GetBytes(json.GetValue<string>()), UploadType)
            : IsEnum(target) ? Activator.CreateInstance(target, json.GetValue<string>())
            : IsGeneric(target, typeof(IReadOnlyList<>)) ? FillList(target.GetGenericArguments()[0], json.AsArray())
            : IsGeneric(target, typeof(IReadOnlyDictionary<,>)) ? FillMap(target.GetGenericArguments()[1], json.AsObject())
            : target.IsClass ? FillObject(target, json.AsObject())
            : throw new InvalidOperationException($"A caller could not make a {target} of {json.ToJsonString()}.");
    }

    /// <summary>Whether a type is one of the library's open enums: a struct with a value, made of a text.</summary>
    public static bool IsEnum(Type type) => type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string) && type.GetConstructor([typeof(string)]) is not null;

    public static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    /// <summary>The members that a caller could set and that nothing was planned for.</summary>
    public static IEnumerable<string> Unset(Type type, JsonObject json) =>
        WireNames.Properties(type)
            .Where(property => property.SetMethod is not null && !json.Any(member => WireNames.MatchMember(type, member.Key, property.Name)))
            .Select(property => $"{type.Name}.{property.Name}");

    private static Array FillList(Type item, JsonArray json)
    {
        Array list = Array.CreateInstance(item, json.Count);
        for (int i = 0; i < json.Count; i++)
        {
            list.SetValue(Fill(item, json[i]), i);
        }

        return list;
    }

    private static object FillMap(Type item, JsonObject json)
    {
        Type type = typeof(Dictionary<,>).MakeGenericType(typeof(string), item);
        IDictionary map = Activator.CreateInstance(type) as IDictionary ?? throw new InvalidOperationException($"{type} is no map.");
        foreach ((string name, JsonNode? value) in json)
        {
            map.Add(name, Fill(item, value));
        }

        return map;
    }

    private static object FillObject(Type type, JsonObject json)
    {
        object made = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made.");
        Dictionary<string, JsonElement> others = [];
        foreach ((string name, JsonNode? value, PropertyInfo? property) in WireNames.Bind(type, json))
        {
            if (property is not null)
            {
                property.SetValue(made, Fill(property.PropertyType, value));
            }
            else if (name.StartsWith(SampleMaker.FreeMember, StringComparison.Ordinal))
            {
                others.Add(name, JsonSerializer.SerializeToElement(value));
            }
            else
            {
                throw new InvalidOperationException($"{type.Name} has no property for the member '{name}' of the document.");
            }
        }

        if (others.Count > 0)
        {
            PropertyInfo rest = type.GetProperty("AdditionalProperties") ?? throw new InvalidOperationException($"{type.Name} has no place for members whose names are free.");
            rest.SetValue(made, others);
        }

        return made;
    }
}
