using static Confluence.SpecTool.Diff.Rules.RuleTable;
using static Confluence.SpecTool.Diff.Rules.WireVerdict;

namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about scopes, credentials and what apps may do.</summary>
internal static class SecurityRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. Pair(
            RuleArea.Security,
            ("scope-added", Breaks, "A token without the scope is refused."),
            ("scope-removed", Holds, "A token that has it may keep it."),
            CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("scope-set-added", Holds, "Tokens of one more kind are taken."),
            ("scope-set-removed", Breaks, "Tokens of this kind are refused."),
            CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("scope-state-became-current", Holds, "The scopes are settled."),
            ("scope-state-left-current", MayBreak, "The scopes may change or go."),
            CallerVerdict.Behaviour),
        Self(RuleArea.Security, "scope-state-changed", MayBreak, "The state of the scopes went from one that is not Current to another."),
        Self(RuleArea.Security, "connect-scope-changed", MayBreak, "Connect apps need another scope. This library is no Connect app."),
        .. Pair(
            RuleArea.Security,
            ("app-access-exemption-added", Holds, "Rules that block apps do not hold here any more."),
            ("app-access-exemption-removed", MayBreak, "Rules that block apps hold here from now on."),
            CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("security-alternative-added", Holds, "One more kind of credential is taken."),
            ("security-alternative-removed", Breaks, "A kind of credential is refused."),
            CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("security-scope-added", Breaks, "A credential without the scope is refused."),
            ("security-scope-removed", Holds, "A credential that has it may keep it."),
            CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("security-scheme-added", None, "A kind of credential is described; operations say whether they take it."),
            ("security-scheme-removed", None, "A kind of credential is not described any more; operations say whether they took it.")),
        Self(RuleArea.Security, "security-scheme-changed", MayBreak, "A kind of credential is got or sent in another way.", CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Security,
            ("scheme-scope-added", None, "One more scope can be asked for."),
            ("scheme-scope-removed", MayBreak, "Asking for the scope may be refused.")),
    ];
}
