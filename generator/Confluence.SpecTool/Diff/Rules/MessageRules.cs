using static Confluence.SpecTool.Diff.Rules.RuleTable;
using static Confluence.SpecTool.Diff.Rules.WireVerdict;

namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about parameters, bodies and answers, without their schemas.</summary>
internal static class MessageRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. Pair(
            RuleArea.Parameter,
            ("parameter-added", Holds, "Who does not send it gets what came before."),
            ("parameter-removed", MayBreak, "What is sent is ignored or refused.")),
        .. Pair(
            RuleArea.Parameter,
            ("required-parameter-added", Breaks, "Who does not send it is refused."),
            ("required-parameter-removed", MayBreak, "What is sent is ignored or refused.")),
        .. Pair(
            RuleArea.Parameter,
            ("parameter-became-required", Breaks, "Who does not send it is refused."),
            ("parameter-became-optional", Holds, "It may be left out.")),
        .. Pair(
            RuleArea.Parameter,
            ("parameter-deprecated", Holds, "It still works; its end is near."),
            ("parameter-revived", Holds, "It is not deprecated any more.")),
        Self(RuleArea.Parameter, "parameter-style-changed", Breaks, "Several values are written in another way.", CallerVerdict.Behaviour),
        .. Pair(
            RuleArea.Body,
            ("body-added", Holds, "It may be left out."),
            ("body-removed", MayBreak, "What is sent is ignored or refused.")),
        .. Pair(
            RuleArea.Body,
            ("required-body-added", Breaks, "Who does not send it is refused."),
            ("required-body-removed", MayBreak, "What is sent is ignored or refused.")),
        .. Pair(
            RuleArea.Body,
            ("body-became-required", Breaks, "Who does not send it is refused."),
            ("body-became-optional", Holds, "It may be left out.")),
        .. Pair(
            RuleArea.Body,
            ("body-media-type-added", Holds, "One more form is taken."),
            ("body-media-type-removed", Breaks, "A form is refused.")),
        .. Pair(
            RuleArea.Response,
            ("success-status-added", MayBreak, "An answer comes that clients do not know."),
            ("success-status-removed", MayBreak, "The answer that clients wait for does not come.")),
        .. Pair(
            RuleArea.Response,
            ("error-status-added", Holds, "Documents never list all errors."),
            ("error-status-removed", Holds, "Documents never list all errors.")),
        .. Pair(
            RuleArea.Response,
            ("answer-media-type-added", MayBreak, "Who asks for nothing in particular may get it."),
            ("answer-media-type-removed", Breaks, "Who asks for it is refused.")),
        .. Pair(
            RuleArea.Response,
            ("answer-schema-added", Holds, "What came undescribed is described."),
            ("answer-schema-removed", MayBreak, "What comes is not described any more.")),
        .. Pair(
            RuleArea.Response,
            ("response-header-added", Holds, "Who does not know it does not read it."),
            ("response-header-removed", MayBreak, "Who reads it finds nothing.")),
        .. Pair(
            RuleArea.Response,
            ("response-header-became-required", Holds, "It always comes."),
            ("response-header-became-optional", MayBreak, "It may be missing.")),
        .. Pair(
            RuleArea.Response,
            ("response-header-deprecated", Holds, "It still comes; its end is near."),
            ("response-header-revived", Holds, "It is not deprecated any more.")),
    ];
}
