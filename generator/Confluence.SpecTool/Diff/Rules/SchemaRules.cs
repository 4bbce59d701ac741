using static Confluence.SpecTool.Diff.Rules.RuleTable;
using static Confluence.SpecTool.Diff.Rules.WireVerdict;

namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about what a schema is made of. Each says what it means in an address, in a body and in an answer.</summary>
internal static class SchemaRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. Pair(
            RuleArea.Schema,
            ("schema-added", None, "It means something where it is used."),
            ("schema-removed", None, "It means something where it was used.")),
        Self(RuleArea.Schema, "schema-renamed", None, "No message holds the name of a schema. The C# name is kept by the name map."),
        .. Pair(
            RuleArea.Schema,
            ("schema-named", None, "What was written inline has a name now; its members are compared."),
            ("schema-inlined", None, "What had a name is written inline now; its members are compared.")),
        Self(RuleArea.Schema, "schema-replaced", None, "Another named schema stands here; their members are compared."),
        .. Both(
            new DiffRule("property-added", RuleArea.Schema, "property-removed", "Who does not know it leaves it alone.") { Address = Holds, Sent = Holds, Received = Holds },
            new DiffRule("property-removed", RuleArea.Schema, "property-added", "Sent, it is ignored or refused; received, it was not promised, but is missed.") { Address = MayBreak, Sent = MayBreak, Received = MayBreak }),
        .. Both(
            new DiffRule("required-property-added", RuleArea.Schema, "required-property-removed", "Who does not send it is refused.") { Address = Breaks, Sent = Breaks, Received = Holds },
            new DiffRule("required-property-removed", RuleArea.Schema, "required-property-added", "Sent, it is ignored or refused; received, what was promised does not come.") { Address = MayBreak, Sent = MayBreak, Received = Breaks }),
        .. Both(
            new DiffRule("property-became-required", RuleArea.Schema, "property-became-optional", "Who does not send it is refused.") { Address = Breaks, Sent = Breaks, Received = Holds },
            new DiffRule("property-became-optional", RuleArea.Schema, "property-became-required", "What was promised may be missing.") { Address = Holds, Sent = Holds, Received = Breaks }),
        Self(RuleArea.Schema, "property-respelled", Breaks, "The name differs in hyphens or capitals alone, and JSON tells them apart."),
        Self(RuleArea.Schema, "property-renamed", Breaks, "A member went and one of the same content came; who sends or reads the old name finds nothing."),
        .. Both(
            new DiffRule("twin-added", RuleArea.Schema, "twin-removed", "A member has a twin whose name differs in form alone; both come for a while.") { Address = Holds, Sent = Holds, Received = Holds },
            new DiffRule("twin-removed", RuleArea.Schema, "twin-added", "Of two members whose names differ in form alone, one is gone; who reads it finds nothing.") { Address = MayBreak, Sent = MayBreak, Received = Breaks }),
        .. Pair(
            RuleArea.Schema,
            ("property-deprecated", Holds, "It still works; its end is near."),
            ("property-revived", Holds, "It is not deprecated any more.")),
        .. Both(
            new DiffRule("members-closed", RuleArea.Schema, "members-opened", "Members that the document does not know are refused.") { Address = Breaks, Sent = Breaks, Received = Holds },
            new DiffRule("members-opened", RuleArea.Schema, "members-closed", "Members may come that the document does not know.") { Address = Holds, Sent = Holds, Received = MayBreak }),
        .. Both(
            new DiffRule("alternative-added", RuleArea.Schema, "alternative-removed", "One more shape may come.") { Address = Holds, Sent = Holds, Received = MayBreak },
            new DiffRule("alternative-removed", RuleArea.Schema, "alternative-added", "A shape is refused.") { Address = Breaks, Sent = Breaks, Received = Holds }),
        .. Both(
            new DiffRule("became-alternatives", RuleArea.Schema, "became-single", "One of several shapes stands here now.") { Address = Holds, Sent = MayBreak, Received = MayBreak },
            new DiffRule("became-single", RuleArea.Schema, "became-alternatives", "Only one shape stands here now.") { Address = MayBreak, Sent = MayBreak, Received = Holds }),
        .. Pair(
            RuleArea.Schema,
            ("parts-joined", None, "It is made of parts (allOf) now; their members are compared."),
            ("parts-dissolved", None, "It is not made of parts any more; its members are compared.")),
        .. Both(
            new DiffRule("became-read-only", RuleArea.Schema, "left-read-only", "What is sent is ignored or refused.") { Address = MayBreak, Sent = MayBreak, Received = Holds },
            new DiffRule("left-read-only", RuleArea.Schema, "became-read-only", "It may be sent.") { Address = Holds, Sent = Holds, Received = Holds }),
        .. Both(
            new DiffRule("became-write-only", RuleArea.Schema, "left-write-only", "It does not come any more.") { Address = Holds, Sent = Holds, Received = Breaks },
            new DiffRule("left-write-only", RuleArea.Schema, "became-write-only", "It comes as well.") { Address = Holds, Sent = Holds, Received = Holds }),
        .. Both(
            new DiffRule("discriminator-added", RuleArea.Schema, "discriminator-removed", "A member tells the shapes apart.") { Address = MayBreak, Sent = MayBreak, Received = Holds },
            new DiffRule("discriminator-removed", RuleArea.Schema, "discriminator-added", "No member tells the shapes apart.") { Address = Holds, Sent = Holds, Received = MayBreak }),
        Self(RuleArea.Schema, "discriminator-changed", MayBreak, "The shapes are told apart in another way."),
    ];

    private static IEnumerable<DiffRule> Both(DiffRule one, DiffRule other) => [one, other];
}
