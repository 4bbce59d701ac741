using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>An operation as the document has it.</summary>
internal sealed partial record WireOperation(string Method, string Path, JsonObject Node, IReadOnlyList<WireParameter> Parameters)
{
    public string Key => $"{Method} {Path}";

    public string? Id => Node.Text("operationId");

    /// <summary>Gets what a request shows of method and path: not the names of parameters.</summary>
    public string Shape => $"{Method} {Braces().Replace(Path, "{}")}";

    /// <summary>Gets the names in the path, in their order.</summary>
    public IReadOnlyList<string> PathNames => [.. Braces().Matches(Path).Select(match => match.Value[1..^1])];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();
}

/// <summary>A parameter of an operation or of its path.</summary>
internal sealed record WireParameter(string Name, string In, JsonObject Node)
{
    public string Identity => $"{In} {Name}";
}
