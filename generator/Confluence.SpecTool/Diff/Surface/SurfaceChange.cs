using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>A change of the C# that is generated.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Key">The element, as <see cref="SurfaceKey"/> says it.</param>
/// <param name="Name">The element as callers know it.</param>
/// <param name="Text">What happened.</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
/// <param name="Callers">What it means for callers.</param>
internal sealed record SurfaceChange(DiffRule Rule, string Key, string Name, string Text, string? Before, string? After, CallerVerdict Callers)
{
    public static SurfaceChange Of(string rule, string key, string name, string text, string? before, string? after, CallerVerdict? callers = null)
    {
        DiffRule found = RuleTable.Of(rule);
        return new SurfaceChange(found, key, name, text, before, after, callers ?? found.Callers);
    }
}
