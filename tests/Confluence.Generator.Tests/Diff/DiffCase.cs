namespace Confluence.Generator.Tests.Diff;

/// <summary>A change at paths of its own: what stands there in the old document, and in the new one.</summary>
/// <param name="Name">The first step of its paths.</param>
/// <param name="Rule">The rule that it is an instance of.</param>
/// <param name="Old">The members of the old <c>paths</c>; NAME stands for the name.</param>
/// <param name="New">The members of the new <c>paths</c>.</param>
/// <param name="Wire">The verdict of the wire.</param>
/// <param name="Callers">The verdict of callers.</param>
/// <param name="Effect">A rule of the C# that changes with it; empty for none.</param>
public sealed record DiffCase(string Name, string Rule, string Old, string New, string Wire, string Callers, string Effect = "")
{
    /// <summary>Gets the members of the old <c>components/schemas</c>.</summary>
    public string OldSchemas { get; init; } = "";

    public string NewSchemas { get; init; } = "";

    /// <summary>Gets the rules of changes that come along and are not judged here.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>A change of one operation.</summary>
    public static DiffCase Of(string name, string rule, string old, string now, string wire, string callers, string effect = "") => new(name, rule, At(old), At(now), wire, callers, effect);

    /// <summary>A path with one operation.</summary>
    public static string At(string operation, string rest = "", string method = "get") => operation.Length == 0 ? "" : $$"""{ "/NAME{{rest}}": { "{{method}}": {{operation}} } }"""[2..^2];

    /// <summary>An operation.</summary>
    /// <param name="members">Members of the operation, each with a comma behind it.</param>
    /// <param name="answer">The schema of its answer; null for none.</param>
    public static string Operation(string members = "", string? answer = null) =>
        $$"""{ {{(members.Contains("operationId", StringComparison.Ordinal) ? "" : "\"operationId\": \"do-NAME\", ")}}{{(members.Contains("\"tags\"", StringComparison.Ordinal) ? "" : "\"tags\": [\"Thing\"], ")}}{{members}} "responses": { "200": { "description": "OK"{{Content(answer)}} } } }""";

    /// <summary>An operation with one parameter.</summary>
    public static string WithParameter(string schema, string more = "\"in\": \"query\"", string name = "value") =>
        Operation($$"""{{Parameters($$"""{ "name": "{{name}}", {{more}}, "schema": {{schema}} }""")}},""");

    public static string Parameters(params string[] parameters) => $"\"parameters\": [{string.Join(", ", parameters)}]";

    /// <summary>An operation with a body.</summary>
    public static string WithBody(string schema, string more = "\"required\": true,") => Operation($$""" "requestBody": { {{more}} "content": { "application/json": { "schema": {{schema}} } } },""");

    public string Fill(string text) => text.Replace("NAME", Name, StringComparison.Ordinal);

    public override string ToString() => Name;

    private static string Content(string? schema) => schema is null ? "" : $$""", "content": { "application/json": { "schema": {{schema}} } }""";
}
