using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Confluence.Contract.Tests.Calls;

namespace Confluence.Contract.Tests.Peers;

/// <summary>Makes a value of a type of NSwag's of JSON. What stands for which name of the wire is read from the attributes that NSwag puts there.</summary>
internal static class PeerFiller
{
    /// <exception cref="NotSupportedException">NSwag's types cannot express the value; the message says why.</exception>
    public static object? Fill(Type type, JsonNode? json)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        if (json is null)
        {
            return null;
        }

        return Scalar.TryMake(target, json, out object? scalar) ? scalar
            : target == typeof(object) ? JsonSerializer.SerializeToElement(json)
            : target.IsEnum ? EnumOf(target, json.GetValue<string>())
            : target.Name == "FileParameter" ? FileOf(target, json.GetValue<string>())
            : json is JsonArray items ? FillList(target, items)
            : json is JsonObject members ? FillObject(target, members)
            : throw new NotSupportedException($"NSwag's {target.Name} cannot hold {json.ToJsonString()}");
    }

    private static object EnumOf(Type type, string text) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name == text)?.GetValue(null)
        ?? throw new NotSupportedException($"NSwag's {type.Name} has no value '{text}'");

    private static object? FileOf(Type type, string content) =>
        Activator.CreateInstance(type, new MemoryStream(Encoding.UTF8.GetBytes(content)), ValueFiller.UploadName, ValueFiller.UploadType);

    private static object FillList(Type type, JsonArray json)
    {
        Type item = ContractOf(type, typeof(IEnumerable<>))?.GetGenericArguments()[0] ?? throw new NotSupportedException($"NSwag's {type.Name} is no list");
        IList list = Activator.CreateInstance(type.IsInterface ? typeof(List<>).MakeGenericType(item) : type) as IList
            ?? throw new NotSupportedException($"NSwag's {type.Name} is no list");
        foreach (JsonNode? value in json)
        {
            list.Add(Fill(item, value));
        }

        return list;
    }

    private static Type? ContractOf(Type type, Type definition) =>
        new[] { type }.Concat(type.GetInterfaces()).FirstOrDefault(contract => ValueFiller.IsGeneric(contract, definition));

    private static object FillObject(Type type, JsonObject json)
    {
        if (ContractOf(type, typeof(IDictionary<,>))?.GetGenericArguments() is { } arguments)
        {
            IDictionary map = Activator.CreateInstance(type.IsInterface ? typeof(Dictionary<,>).MakeGenericType(arguments) : type) as IDictionary
                ?? throw new NotSupportedException($"NSwag's {type} is no map");
            foreach ((string name, JsonNode? value) in json)
            {
                map.Add(name, Fill(arguments[1], value));
            }

            return map;
        }

        object made = Activator.CreateInstance(type) ?? throw new NotSupportedException($"NSwag's {type.Name} cannot be made");
        foreach ((string name, JsonNode? value) in json)
        {
            if (type.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == name) is { } property)
            {
                property.SetValue(made, Fill(property.PropertyType, value));
            }
            else if (type.GetProperty("AdditionalProperties")?.GetValue(made) is IDictionary<string, object> others)
            {
                others.Add(name, JsonSerializer.SerializeToElement(value));
            }
            else
            {
                throw new NotSupportedException($"NSwag's {type.Name} has no member '{name}'");
            }
        }

        return made;
    }
}
