using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Confluence.Cli.Audit;

/// <summary>What a type of the library is, as the walk over answers needs it.</summary>
internal sealed class ModelFacts
{
    private const string Rest = "AdditionalProperties";
    private const string EnumValues = "Values";
    private const string EnumText = "Value";
    private static readonly ConcurrentDictionary<Type, ModelFacts> s_known = new();

    private ModelFacts(Type type)
    {
        string[] parts = (type.Namespace ?? "").Split('.');
        // An array is in the namespace of its items.
        IsModel = parts is ["Confluence", "Generated", "V1" or "V2", "Models"] && !type.IsNested && !type.IsArray;
        Api = IsModel ? parts[2].ToLowerInvariant() : "";
        PropertyInfo[] properties = IsModel ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance) : [];
        Type? values = IsModel && type.IsValueType ? type.GetNestedType(EnumValues) : null;
        if (values is not null)
        {
            Text = Array.Find(properties, static property => property.Name == EnumText);
            Values = values.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetRawConstantValue()).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return;
        }

        Additional = Array.Find(properties, static property => property.Name == Rest && property.PropertyType == typeof(IReadOnlyDictionary<string, JsonElement>));

        // What cannot be set is worked out of other members; only a choice of shapes has its cases so.
        Members = [.. properties.Where(property => property != Additional && property.GetIndexParameters().Length == 0 && (property.CanWrite || Additional is null))];
    }

    /// <summary>Gets whether it is a model or enum of one of the APIs.</summary>
    public bool IsModel { get; }

    /// <summary>Gets the API.</summary>
    public string Api { get; }

    /// <summary>Gets the text of an enum; null for anything else.</summary>
    public PropertyInfo? Text { get; }

    /// <summary>Gets the values of an enum that this version knows.</summary>
    public IReadOnlySet<string> Values { get; } = new HashSet<string>();

    /// <summary>Gets what holds the members that a model does not know.</summary>
    public PropertyInfo? Additional { get; }

    /// <summary>Gets the members of a model.</summary>
    public IReadOnlyList<PropertyInfo> Members { get; } = [];

    public static ModelFacts Of(Type type) => s_known.GetOrAdd(type, static type => new ModelFacts(type));

    /// <summary>
    /// Whether the model has a member of this name in JSON, so that its value and not the member is strange. A name with hyphens counts as another one: answers carry
    /// such members beside those without.
    /// </summary>
    public bool Has(string wireName) => Members.Any(member => string.Equals(member.Name, wireName.TrimStart('_'), StringComparison.OrdinalIgnoreCase));
}
