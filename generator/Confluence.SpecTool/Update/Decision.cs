using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Update;

/// <summary>Something in a document that a person has to decide, with an overlay action that only lacks the decision.</summary>
/// <param name="Diagnostic">What it is.</param>
/// <param name="Action">The action; null where no action can help, or an earlier decision has the same.</param>
internal sealed record Decision(SpecDiagnostic Diagnostic, string? Action)
{
    /// <summary>How many are told: who has more is about to take another document, or an older one.</summary>
    public const int MostTold = 50;

    /// <summary>The decisions that diagnostics ask for; those that are told have their actions.</summary>
    public static IReadOnlyList<Decision> Of(IReadOnlyList<SpecDiagnostic> diagnostics, JsonObject effective)
    {
        ReadyAction?[] actions = [.. diagnostics.Take(MostTold).Select(diagnostic => ReadyAction.For(diagnostic, effective))];
        var told = new HashSet<string>(StringComparer.Ordinal);
        return [.. diagnostics.Select((diagnostic, i) => new Decision(diagnostic, actions.ElementAtOrDefault(i) is { } action && TextOf(action) is { } text && told.Add(text) ? text : null))];

        // An array is written anew once, with all that is wrong in it.
        string? TextOf(ReadyAction action) =>
            action.Array is { } array ? ReadyAction.TextOf([.. actions.OfType<ReadyAction>().Where(other => other.Array == array)]) : action.Text;
    }
}
