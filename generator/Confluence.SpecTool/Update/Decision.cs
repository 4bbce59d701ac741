using System.Text.RegularExpressions;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Update;

/// <summary>Something in a document that a person has to decide, with an overlay action that only lacks the decision.</summary>
/// <param name="Diagnostic">What it is.</param>
/// <param name="Action">The action; null where no action can help.</param>
internal sealed partial record Decision(SpecDiagnostic Diagnostic, string? Action)
{
    public static Decision Of(SpecDiagnostic diagnostic, JsonObject effective)
    {
        string? target = PathText.Find(effective, diagnostic.Path, diagnostic.Start);
        return new Decision(diagnostic, target is null ? null : diagnostic.Id switch
        {
            SpecDiagnosticId.NameCollision => Paste(target, $"\"update\": {{ \"{(MemberPlace().IsMatch(target) ? "x-cs-member" : "x-cs-name")}\": \"NAME\" }}"),
            SpecDiagnosticId.UnsupportedConstruct or SpecDiagnosticId.DanglingReference => Paste(target, "\"remove\": true"),
            _ => null,
        });
    }

    /// <summary>The action; what stands in capitals is the decision.</summary>
    public static string Paste(string target, string change) =>
        $$"""
              {
                "target": "{{target.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}",
                "description": "WHY",
                {{change}}
              }
        """;

    // A member may be a reference, whose schema has a name of its own.
    [GeneratedRegex(@"\.properties(\.[A-Za-z0-9_]+|\['[^']+'\])$")]
    private static partial Regex MemberPlace();
}
