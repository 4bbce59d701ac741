using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Walk;

/// <summary>The kinds of JSON values, in OpenAPI's words.</summary>
internal static class JsonKind
{
    public const string Null = "null";
    public const string Text = "string";
    public const string Integer = "integer";
    public const string Number = "number";
    public const string Truth = "boolean";
    public const string Object = "object";
    public const string Array = "array";

    public static string Of(JsonNode value) => value switch
    {
        JsonObject => Object,
        JsonArray => Array,
        JsonString => Text,
        JsonNumber number => number.Text.AsSpan().ContainsAny('.', 'e', 'E') ? Number : Integer,
        JsonBoolean => Truth,
        _ => Null,
    };

    /// <summary>Whether a value of a kind is of a type of a document.</summary>
    public static bool Fits(string kind, string type) => kind == type || (kind == Integer && type == Number);

    public static bool IsScalar(string kind) => kind is Text or Integer or Number or Truth;
}
