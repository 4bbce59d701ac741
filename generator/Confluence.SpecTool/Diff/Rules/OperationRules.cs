using static Confluence.SpecTool.Diff.Rules.RuleTable;
using static Confluence.SpecTool.Diff.Rules.WireVerdict;

namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about operations and the document as a whole.</summary>
internal static class OperationRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. Pair(
            RuleArea.Operation,
            ("operation-added", Holds, "Nobody called it before."),
            ("operation-removed", Breaks, "Calls of it get 404, 405 or 410.")),
        Self(RuleArea.Operation, "operation-moved", Breaks, "The same operationId stands under another method or path; calls go to the old one."),
        Self(RuleArea.Operation, "operation-id-changed", None, "No request holds the operationId. The C# name is kept by the name map."),
        Self(RuleArea.Operation, "operation-tags-changed", None, "No request holds a tag. The client group is kept where an overlay maps the tag."),
        Self(RuleArea.Operation, "path-parameter-renamed", None, "The place in the path is filled with the same value; its name is never sent."),
        .. Pair(
            RuleArea.Operation,
            ("operation-deprecated", Holds, "It still answers; its end is near."),
            ("operation-revived", Holds, "It is not deprecated any more.")),
        .. Pair(
            RuleArea.Operation,
            ("experimental-flag-added", Holds, "Atlassian may change or withdraw it from now on."),
            ("experimental-flag-removed", Holds, "It is promised to stay as it is.")),
        Self(RuleArea.Document, "server-changed", MayBreak, "Clients that take the address from the document go elsewhere. This library does not.", CallerVerdict.None),
        Self(RuleArea.Document, "document-version-changed", None, "A label; Atlassian's v2 has never changed it."),
        Self(RuleArea.Document, "tag-list-changed", None, "The list of tags orders documentation only."),
        Self(RuleArea.Document, "keyword-changed", MayBreak, "A fact that no other rule knows changed; read both values."),
    ];
}
