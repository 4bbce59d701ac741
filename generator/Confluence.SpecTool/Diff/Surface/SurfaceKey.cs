namespace Confluence.SpecTool.Diff.Surface;

/// <summary>What a C# element is known by, so that a change of the document finds those that change with it.</summary>
internal static class SurfaceKey
{
    public static string Type(string name) => $"type {name}";

    public static string Member(string type, string wireName) => $"member {type}.{wireName}";

    public static string Value(string type, string wireValue) => $"value {type}={wireValue}";

    public static string Operation(string name) => $"operation {name}";

    public static string Parameter(string operation, string wireName) => $"parameter {operation}?{wireName}";

    /// <summary>The record of the optional parameters.</summary>
    public static string Options(string operation) => $"options {operation}";

    public static string Body(string operation) => $"body {operation}";

    public static string Result(string operation) => $"result {operation}";
}
