using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Confluence.Contract.Tests.Documents;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Samples;

/// <summary>Makes texts, numbers and truth values, each another one.</summary>
/// <param name="unknownEnums">Whether enums have values that no document knows.</param>
/// <param name="pattern">By which of several patterns truth values alternate: two that are alike in one differ in another.</param>
internal sealed class ScalarSamples(bool unknownEnums, int pattern)
{
    /// <summary>Signs that must not reach a URL as they are, and some beyond Latin-1. No comma: it separates the values of a joined list.</summary>
    private const string Difficult = " ä&=+/%?#\"\\😀";

    private const int SmallNumber = 1_000;

    /// <summary>Beyond 32 bits.</summary>
    private const long LargeNumber = 9_000_000_000;

    private static readonly DateTimeOffset s_time = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    private int _count;

    public JsonNode Make(IOpenApiSchema schema, string name)
    {
        _count++;
        return Schemas.TypeOf(schema) switch
        {
            JsonSchemaType.Boolean => JsonValue.Create(((_count >> pattern) & 1) == 0),
            JsonSchemaType.Integer => JsonValue.Create(Whole(schema)),
            JsonSchemaType.Number => JsonValue.Create(_count + 0.25),
            JsonSchemaType.String => JsonValue.Create(TextOf(schema, name)),
            JsonSchemaType other => throw new InvalidOperationException($"'{name}' is a {other}, which is no scalar."),
            null => throw new InvalidOperationException($"'{name}' has no type."),
        };
    }

    /// <summary>A name for a member.</summary>
    public string Name(string beginning) => string.Create(CultureInfo.InvariantCulture, $"{beginning}{++_count}");

    /// <summary>A text.</summary>
    public string Text(string name) => string.Create(CultureInfo.InvariantCulture, $"{++_count} {name}{Difficult}");

    public int Number() => ++_count;

    private long Whole(IOpenApiSchema schema)
    {
        if (Limit(schema.Maximum) is not { } greatest)
        {
            return Math.Max(Limit(schema.Minimum) ?? 0, schema.Format == "int64" ? LargeNumber : SmallNumber) + _count;
        }

        // From the top: a page of one or two would be full with what a sample holds, and ask for another.
        return greatest - (_count % (greatest - (Limit(schema.Minimum) ?? 0) + 1));
    }

    private string TextOf(IOpenApiSchema schema, string name)
    {
        if (schema.Extensions?.ContainsKey("x-cs-unix-time") == true)
        {
            return s_time.AddSeconds(_count).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        }

        if (Schemas.EnumOf(schema) is { Count: > 0 } values)
        {
            return unknownEnums ? string.Create(CultureInfo.InvariantCulture, $"unknown-value-{_count}") : values[_count % values.Count];
        }

        string text = schema.Format switch
        {
            "date-time" => s_time.AddSeconds(61L * _count).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            "uuid" => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{_count:D12}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_count} {name}{Difficult}"),
        };
        text = schema.Pattern is { } expression ? Matching(expression, text) : text;
        return schema.MaxLength is { } length && text.Length > length ? text[..length] : text;
    }

    private string Matching(string expression, string text)
    {
        string[] candidates = [text, string.Create(CultureInfo.InvariantCulture, $"att{_count}"), string.Create(CultureInfo.InvariantCulture, $"{_count}")];
        return candidates.FirstOrDefault(candidate => Regex.IsMatch(candidate, $"^(?:{expression})$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            ?? throw new InvalidOperationException($"No sample fits the pattern {expression}: add a candidate to {nameof(ScalarSamples)}.");
    }

    private static long? Limit(string? text) => text is null ? null : (long)decimal.Parse(text, CultureInfo.InvariantCulture);
}
