using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares what a single value may be: its type, null, its enum, its default.</summary>
internal static partial class SchemaValues
{
    /// <summary>Compares the types.</summary>
    /// <returns>Whether the kinds of values differ so much that members cannot be compared.</returns>
    public static bool CompareType(SchemaComparer comparer, SchemaPair pair)
    {
        string? old = TypeOf(pair.Before);
        string? now = TypeOf(pair.After);
        if (old != now)
        {
            string rule = (old, now) switch
            {
                ("integer", "string") when IsId(pair) => "id-became-text",
                ("string", "integer") when IsId(pair) => "id-became-number",
                ("integer", "number") or (not null, null) => "type-widened",
                ("number", "integer") or (null, not null) => "type-narrowed",
                _ => "type-changed",
            };
            pair.Add(comparer.Find(pair, rule, $"{pair.Place.Text} was {Noun(old)} and is {Noun(now)} now", old, now, "type"));
            return rule is "type-changed" or "id-became-text" or "id-became-number";
        }

        string? oldFormat = pair.Before.Text("format");
        string? newFormat = pair.After.Text("format");
        if (oldFormat != newFormat)
        {
            string rule = oldFormat is null ? "format-added" : newFormat is null ? "format-removed" : "format-changed";
            pair.Add(comparer.Find(pair, rule, $"{pair.Place.Text} had {(oldFormat is null ? "no format" : $"the format {oldFormat}")} and has {(newFormat is null ? "none" : newFormat)} now", oldFormat, newFormat, "format"));
        }

        return false;
    }

    public static void CompareFlags(SchemaComparer comparer, SchemaPair pair)
    {
        CompareFlag(comparer, pair, "nullable", "became-nullable", "became-never-null", "may be null", "may not be null any more");
        CompareFlag(comparer, pair, "readOnly", "became-read-only", "left-read-only", "is only received", "may be sent too");
        CompareFlag(comparer, pair, "writeOnly", "became-write-only", "left-write-only", "is only sent", "is received too");
        CompareFlag(comparer, pair, "deprecated", "property-deprecated", "property-revived", "is deprecated", "is not deprecated any more");
    }

    public static void CompareValues(SchemaComparer comparer, SchemaPair pair)
    {
        CompareEnum(comparer, pair);
        if (!IsPageSize(pair.Place))
        {
            CompareDefault(comparer, pair, "default", $"the default of {pair.Place.Text}");
        }
    }

    /// <summary>Whether the place is the size of a page: the parameter <c>limit</c> of a list.</summary>
    public static bool IsPageSize(DiffPlace place) => place.Parameter == "limit" && place.Text.EndsWith("?limit", StringComparison.Ordinal);

    public static void CompareDefault(SchemaComparer comparer, SchemaPair pair, string prefix, string what)
    {
        string? old = pair.Before["default"].Compact();
        string? now = pair.After["default"].Compact();
        if (old != now)
        {
            string ending = old is null ? "added" : now is null ? "removed" : "changed";
            pair.Add(comparer.Find(pair, $"{prefix}-{ending}", $"{what} was {old ?? "not stated"} and is {now ?? "not stated"} now", old, now, "default"));
        }
    }

    private static void CompareFlag(SchemaComparer comparer, SchemaPair pair, string keyword, string set, string unset, string isSet, string isUnset)
    {
        bool old = pair.Before.IsTrue(keyword);
        bool now = pair.After.IsTrue(keyword);
        if (old != now)
        {
            pair.Add(comparer.Find(pair, now ? set : unset, $"{pair.Place.Text} {(now ? isSet : isUnset)}", Word(old), Word(now), keyword));
        }
    }

    private static void CompareEnum(SchemaComparer comparer, SchemaPair pair)
    {
        string[] old = ValuesOf(pair.Before);
        string[] now = ValuesOf(pair.After);
        if (old.Length == 0 && now.Length == 0)
        {
            return;
        }

        if (old.Length == 0 || now.Length == 0)
        {
            string[] values = old.Length == 0 ? now : old;
            string text = old.Length == 0 ? $"{pair.Place.Text} took any value and takes {string.Join(", ", values)} now" : $"{pair.Place.Text} takes any value now, not only {string.Join(", ", values)}";
            pair.Add(comparer.Find(pair, old.Length == 0 ? "enum-introduced" : "enum-dissolved", text, Join(old), Join(now), "enum"));
            return;
        }

        foreach (string value in now.Except(old, StringComparer.Ordinal))
        {
            pair.Add(comparer.Find(pair, "enum-value-added", $"{pair.Place.Text} may be {value} too", null, value, "enum"), new SchemaPair.Anchor(Value: value));
        }

        foreach (string value in old.Except(now, StringComparer.Ordinal))
        {
            pair.Add(comparer.Find(pair, "enum-value-removed", $"{pair.Place.Text} may not be {value} any more", value, null, "enum"), new SchemaPair.Anchor(Value: value));
        }
    }

    /// <summary>The type; of a schema that names none, what its members say.</summary>
    private static string? TypeOf(JsonObject schema) =>
        schema.Text("type") ?? (schema["properties"] is not null || schema["additionalProperties"] is not null ? "object" : schema["items"] is not null ? "array" : null);

    /// <summary>An identifier is known by the last word of its place, which is more than its last letters: grid is none.</summary>
    private static bool IsId(SchemaPair pair) => IdWord().IsMatch(pair.Place.Text.TrimEnd('[', ']'));

    [GeneratedRegex("((?<![A-Za-z0-9])[iI]ds?|[a-z0-9]I[dD]s?)$")]
    private static partial Regex IdWord();

    private static string[] ValuesOf(JsonObject schema) => [.. schema.Items("enum").Select(value => value is JsonString text ? text.Value : JsonFormatter.Compact(value))];

    private static string? Join(string[] values) => values.Length == 0 ? null : string.Join(", ", values);

    private static string Noun(string? type) => type switch
    {
        null => "any JSON",
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "text",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "an object",
    };

    private static string Word(bool value) => value ? "true" : "false";
}
