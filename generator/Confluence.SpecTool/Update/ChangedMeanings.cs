using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Update;

/// <summary>
/// Finds names of schemas that a new document gives to another thing: what stood under the name lives on under another one at the place where it always stood. The C# name
/// would go with the document's, and callers would get another type without a word.
/// </summary>
/// <param name="before">The document before.</param>
/// <param name="after">The document now, as it was imported.</param>
/// <param name="fitted">The document now, and what is made of it.</param>
internal sealed class ChangedMeanings(JsonObject before, JsonObject after, FittedDocument fitted)
{
    public IEnumerable<Decision> Find()
    {
        SpecDocument document = fitted.Document;
        foreach ((string schema, NamedType known) in document.Names.Schemas.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (fitted.Built.Names.Standing.TryGetValue(known.Place, out string? other)
                && other != schema
                && SchemaOf(after, schema) is { } node
                && Members(SchemaOf(before, schema)) is { Count: > 0 } was
                && Likeness(was, Members(SchemaOf(after, other))) > Likeness(was, Members(node))
                && !IsDecided(document, schema)
                && !IsDecided(document, other))
            {
                yield return new Decision(
                    SpecDiagnostic.At(
                        node,
                        SpecDiagnosticId.ChangedMeaning,
                        $"The schema '{schema}' is another thing now: what it was stands at '{known.Place}' as '{other}'. The C# name '{known.Name}' would go to the new thing. Give '{other}' that name and '{schema}' another one; or state the new meaning by giving '{schema}' the name '{known.Name}'."),
                    $"{ReadyAction.Naming(other, known.Name)},\n{ReadyAction.Naming(schema, "NAME")}");
            }
        }
    }

    private static bool IsDecided(SpecDocument document, string schema) => document.Schemas.FirstOrDefault(component => component.Name == schema)?.Schema.CsName is not null;

    private static JsonObject? SchemaOf(JsonObject document, string name) => ((document["components"] as JsonObject)?["schemas"] as JsonObject)?[name] as JsonObject;

    private static HashSet<string> Members(JsonObject? schema) => [.. ((schema?["properties"] as JsonObject)?.Members ?? []).Select(member => member.Name)];

    /// <summary>How much two sets of members have in common, from 0 to 1.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        other.Count == 0 ? 0 : (double)one.Count(other.Contains) / one.Union(other).Count();
}
