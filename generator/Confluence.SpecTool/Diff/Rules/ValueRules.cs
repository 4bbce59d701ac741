using static Confluence.SpecTool.Diff.Rules.RuleTable;
using static Confluence.SpecTool.Diff.Rules.WireVerdict;

namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about single values: types, enums, limits and defaults.</summary>
internal static class ValueRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        Self(RuleArea.Schema, "type-changed", Breaks, "Values of another kind are sent and come."),
        .. Narrowing(("type-narrowed", "Some values that were sent are refused."), ("type-widened", "Values come that did not before."), Breaks),
        new DiffRule("id-became-text", RuleArea.Schema, "id-became-number", "An identifier is text now. In an address both look alike.") { Address = Holds, Sent = Breaks, Received = Breaks },
        new DiffRule("id-became-number", RuleArea.Schema, "id-became-text", "An identifier is a number now. In an address both look alike, where it has digits only.") { Address = MayBreak, Sent = Breaks, Received = Breaks },
        .. Narrowing(("format-added", "Some texts or numbers that were sent are refused."), ("format-removed", "Texts or numbers come that did not before."), MayBreak),
        Self(RuleArea.Schema, "format-changed", MayBreak, "The value is written in another way, or has another size."),
        new DiffRule("became-nullable", RuleArea.Schema, "became-never-null", "Null may come.") { Address = Holds, Sent = Holds, Received = Breaks },
        new DiffRule("became-never-null", RuleArea.Schema, "became-nullable", "Null is refused.") { Address = Breaks, Sent = Breaks, Received = Holds },
        .. Narrowing(("enum-value-removed", "The value is refused."), ("enum-value-added", "A value may come that clients do not know."), MayBreak),
        .. Narrowing(("enum-introduced", "Only the listed values are taken."), ("enum-dissolved", "Any value may come."), MayBreak),
        .. Narrowing(("limit-tightened", "Some values that were sent are refused."), ("limit-loosened", "Values may come that did not before."), MayBreak),
        .. Narrowing(("pattern-added", "Some texts that were sent are refused."), ("pattern-removed", "Texts may come that did not before."), MayBreak),
        Self(RuleArea.Schema, "pattern-changed", MayBreak, "Another set of texts is taken and comes."),
        .. Defaults("default", RuleArea.Schema, "Who leaves the value out gets something else.", CallerVerdict.None),
        .. Defaults("page-size-default", RuleArea.Parameter, "Who gives no limit gets pages of another size.", CallerVerdict.Behaviour),
        new DiffRule("page-size-maximum-lowered", RuleArea.Parameter, "page-size-maximum-raised", "Larger pages are refused, or cut off.") { Address = Breaks, Callers = CallerVerdict.Behaviour },
        new DiffRule("page-size-maximum-raised", RuleArea.Parameter, "page-size-maximum-lowered", "Larger pages can be asked for.") { Address = Holds, Callers = CallerVerdict.Behaviour },
    ];

    /// <summary>Two rules of which one takes values away and the other gives values. What is taken away hurts who sends, what is given who receives.</summary>
    private static IEnumerable<DiffRule> Narrowing((string Id, string Means) narrower, (string Id, string Means) wider, WireVerdict received) =>
    [
        new DiffRule(narrower.Id, RuleArea.Schema, wider.Id, narrower.Means) { Address = Breaks, Sent = Breaks, Received = Holds, Callers = CallerVerdict.Behaviour },
        new DiffRule(wider.Id, RuleArea.Schema, narrower.Id, wider.Means) { Address = Holds, Sent = Holds, Received = received },
    ];

    private static IEnumerable<DiffRule> Defaults(string prefix, RuleArea area, string means, CallerVerdict callers)
    {
        DiffRule Rule(string ending, string mirror) => new(prefix + ending, area, prefix + mirror, means) { Address = MayBreak, Sent = MayBreak, Received = None, Callers = callers };
        return [Rule("-added", "-removed"), Rule("-removed", "-added"), Rule("-changed", "-changed")];
    }
}
