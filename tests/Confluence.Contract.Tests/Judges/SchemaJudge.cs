using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Confluence.Contract.Tests.Documents;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Judges;

/// <summary>Says what of a JSON value does not obey a schema: type, null, format, enum, limits, members that are missing or undeclared.</summary>
internal static class SchemaJudge
{
    /// <summary>The problems, each with its place; none when the value obeys.</summary>
    public static IReadOnlyList<string> Check(IOpenApiSchema schema, JsonNode? value, string place)
    {
        List<string> problems = [];
        Check(schema, value, place, problems);
        return problems;
    }

    /// <summary>The problems of a text of a query, a path or a form, which stands for a scalar.</summary>
    public static IReadOnlyList<string> CheckText(IOpenApiSchema schema, string text, string place) => Schemas.TypeOf(schema) switch
    {
        JsonSchemaType.Boolean => text is "true" or "false" ? [] : [$"{place}: '{text}' is neither true nor false"],
        JsonSchemaType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? Check(schema, JsonValue.Create(whole), place)
            : [$"{place}: '{text}' is no whole number"],
        JsonSchemaType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? Check(schema, JsonValue.Create(number), place)
            : [$"{place}: '{text}' is no number"],
        _ => Check(schema, JsonValue.Create(text), place),
    };

    private static void Check(IOpenApiSchema schema, JsonNode? value, string place, List<string> problems)
    {
        if (schema.OneOf is { Count: > 0 } alternatives)
        {
            if (alternatives.All(alternative => Check(alternative, value, place).Count > 0))
            {
                problems.Add($"{place}: obeys none of its alternatives");
            }

            return;
        }

        JsonSchemaType? type = Schemas.TypeOf(schema);
        if (type is null || (value is null && Schemas.IsNullable(schema)))
        {
            return;
        }

        if (!IsOf(type.Value, value))
        {
            problems.Add($"{place}: is {value?.GetValueKind().ToString() ?? "null"}, not {type}");
            return;
        }

        switch (value)
        {
            case JsonObject members:
                CheckMembers(schema, members, place, problems);
                break;
            case JsonArray items:
                CheckItems(schema, items, place, problems);
                break;
            case JsonValue scalar when type == JsonSchemaType.String:
                CheckText(schema, scalar.GetValue<string>(), place, problems);
                break;
            case JsonValue scalar when type != JsonSchemaType.Boolean:
                CheckNumber(schema, scalar, place, problems);
                break;
        }
    }

    private static bool IsOf(JsonSchemaType type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        (JsonSchemaType.Object, JsonValueKind.Object) => true,
        (JsonSchemaType.Array, JsonValueKind.Array) => true,
        (JsonSchemaType.String, JsonValueKind.String) => true,
        (JsonSchemaType.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
        (JsonSchemaType.Number, JsonValueKind.Number) => true,
        (JsonSchemaType.Integer, JsonValueKind.Number) => Number(value) % 1 == 0,
        _ => false,
    };

    private static void CheckMembers(IOpenApiSchema schema, JsonObject members, string place, List<string> problems)
    {
        ILookup<string, IOpenApiSchema> declared = Schemas.Members(schema).ToLookup(static member => member.Name, static member => member.Schema);
        problems.AddRange(Schemas.Required(schema).Where(name => !members.ContainsKey(name)).Select(name => $"{place}.{name}: is required and missing"));
        foreach ((string name, JsonNode? value) in members)
        {
            foreach (IOpenApiSchema member in declared[name])
            {
                Check(member, value, $"{place}.{name}", problems);
            }

            if (!declared.Contains(name) && schema.AdditionalProperties is { } others)
            {
                Check(others, value, $"{place}.{name}", problems);
            }
            else if (!declared.Contains(name) && declared.Count > 0)
            {
                problems.Add($"{place}.{name}: is not declared");
            }
        }
    }

    private static void CheckItems(IOpenApiSchema schema, JsonArray items, string place, List<string> problems)
    {
        if (items.Count < schema.MinItems || items.Count > schema.MaxItems)
        {
            problems.Add($"{place}: has {items.Count} items, not {schema.MinItems} to {schema.MaxItems}");
        }

        for (int i = 0; i < items.Count && schema.Items is not null; i++)
        {
            Check(schema.Items, items[i], $"{place}[{i}]", problems);
        }
    }

    private static void CheckText(IOpenApiSchema schema, string text, string place, List<string> problems)
    {
        if (Schemas.EnumOf(schema) is { Count: > 0 } values && !values.Contains(text, StringComparer.Ordinal))
        {
            problems.Add($"{place}: '{text}' is none of {string.Join(", ", values)}");
        }

        if (text.Length > schema.MaxLength || text.Length < schema.MinLength)
        {
            problems.Add($"{place}: has {text.Length} characters, not {schema.MinLength} to {schema.MaxLength}");
        }

        if (schema.Pattern is { } pattern && !Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            problems.Add($"{place}: '{text}' does not match {pattern}");
        }

        bool isFit = schema.Format switch
        {
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.None, TimeSpan.FromSeconds(1)),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            _ => true,
        };
        if (!isFit)
        {
            problems.Add($"{place}: '{text}' is no {schema.Format}");
        }
    }

    private static void CheckNumber(IOpenApiSchema schema, JsonValue value, string place, List<string> problems)
    {
        decimal number = Number(value);
        if (number < Limit(schema.Minimum) || number > Limit(schema.Maximum))
        {
            problems.Add($"{place}: {number} does not lie within {schema.Minimum} and {schema.Maximum}");
        }

        if (schema.Format == "int32" && number is < int.MinValue or > int.MaxValue)
        {
            problems.Add($"{place}: {number} is no int32");
        }
    }

    private static decimal Number(JsonNode? value) => decimal.Parse(value?.ToJsonString() ?? string.Empty, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static decimal? Limit(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
