namespace Confluence.SpecTool.Diff.Rules;

/// <summary>Rules about the C# that is generated. They say nothing of the wire.</summary>
internal static class SurfaceRules
{
    public static IReadOnlyList<DiffRule> All { get; } =
    [
        .. Came("cs-client", "The group of operations"),
        .. Came("cs-operation", "The method"),
        Self("cs-operation-moved", CallerVerdict.Source, "The method belongs to another group."),
        Self("cs-route-changed", CallerVerdict.Behaviour, "The method calls another path or with another HTTP method."),
        Rule("cs-argument-added", "cs-argument-removed", CallerVerdict.Source, "Calls have to give one more argument."),
        Rule("cs-argument-removed", "cs-argument-added", CallerVerdict.Source, "Calls give an argument that is not there."),
        Self("cs-argument-renamed", CallerVerdict.Source, "Calls that name the argument do not compile."),
        Self("cs-argument-type-changed", CallerVerdict.Source, "The argument is of another type."),
        Self("cs-arguments-reordered", CallerVerdict.Source, "Calls give the arguments in the wrong order, and may compile where types agree."),
        Self("cs-options-type-changed", CallerVerdict.Source, "The options are of another record."),
        Rule("cs-body-added", "cs-body-removed", CallerVerdict.Source, "Calls have to give a request."),
        Rule("cs-body-removed", "cs-body-added", CallerVerdict.Source, "Calls give a request that is not taken."),
        Rule("cs-optional-body-added", "cs-optional-body-removed", CallerVerdict.Binary, "Calls may give a request; those compiled before do not find the method."),
        Rule("cs-optional-body-removed", "cs-optional-body-added", CallerVerdict.Source, "Calls that give a request do not compile."),
        Self("cs-body-type-changed", CallerVerdict.Source, "The request is of another type."),
        Rule("cs-body-became-required", "cs-body-became-optional", CallerVerdict.Source, "Calls without a request do not compile."),
        Rule("cs-body-became-optional", "cs-body-became-required", CallerVerdict.Addition, "The request may be left out."),
        Self("cs-result-changed", CallerVerdict.Source, "The method gives another type."),
        Self("cs-paging-changed", CallerVerdict.Behaviour, "Pages are followed in another way."),
        Self("cs-page-size-changed", CallerVerdict.Behaviour, "Pages are asked for in another size."),
        Self("cs-facts-changed", CallerVerdict.None, "What errors and documentation say of scopes, permissions and the reference."),
        Self("cs-idempotency-changed", CallerVerdict.Behaviour, "Whether a failed call is sent again."),
        Rule("cs-obsolete-added", "cs-obsolete-removed", CallerVerdict.Behaviour, "The compiler warns of it."),
        Rule("cs-obsolete-removed", "cs-obsolete-added", CallerVerdict.Addition, "The compiler does not warn of it any more."),
        Rule("cs-experimental-added", "cs-experimental-removed", CallerVerdict.Source, "The compiler refuses it until it is asked to allow it."),
        Rule("cs-experimental-removed", "cs-experimental-added", CallerVerdict.Addition, "The compiler takes it without being asked to."),
        .. Came("cs-option", "The optional parameter"),
        Self("cs-option-type-changed", CallerVerdict.Source, "The optional parameter is of another type."),
        .. Came("cs-type", "The type"),
        Self("cs-type-kind-changed", CallerVerdict.Source, "A type of this name is something else: a class, an enum, a union."),
        .. Came("cs-member", "The member"),
        Rule("cs-required-member-added", "cs-required-member-removed", CallerVerdict.Source, "Who makes the object has to give it."),
        Rule("cs-required-member-removed", "cs-required-member-added", CallerVerdict.Source, "Who makes the object gives what is not there."),
        Self("cs-member-type-changed", CallerVerdict.Source, "The member is of another type."),
        Rule("cs-member-became-required", "cs-member-became-optional", CallerVerdict.Source, "Who makes the object has to give it."),
        Rule("cs-member-became-optional", "cs-member-became-required", CallerVerdict.Addition, "Who makes the object may leave it out."),
        Rule("cs-member-became-nullable", "cs-member-became-never-null", CallerVerdict.Source, "Reading it warns of null, or does not compile where it is a struct."),
        Rule("cs-member-became-never-null", "cs-member-became-nullable", CallerVerdict.Addition, "Reading it fails where it did not come. Of a struct, asking for its value does not compile: a source break then."),
        Self("cs-member-wire-name-changed", CallerVerdict.Behaviour, "The member is called otherwise in JSON."),
        .. Came("cs-constant", "The known value"),
        Self("cs-constant-value-changed", CallerVerdict.Behaviour, "The known value is another text."),
        .. Came("cs-case", "The case of the union"),
        Rule("cs-interface-member-added", "cs-interface-member-removed", CallerVerdict.Source, "Who implements the interface, as mocks do, has to have it."),
        Rule("cs-interface-member-removed", "cs-interface-member-added", CallerVerdict.Source, "Who reads it does not compile."),
        Self("cs-interface-member-changed", CallerVerdict.Source, "The member of the interface is of another type, or may be null now."),
        .. Came("cs-implementation", "The interface behind a class"),
        .. Came("cs-from", "The method that makes a request of what was read"),
        Self("cs-from-changed", CallerVerdict.Source, "The method that makes a request of what was read takes other arguments; a binary break only where what may be left out came at the end."),
    ];

    private static IEnumerable<DiffRule> Came(string prefix, string what) =>
    [
        Rule(prefix + "-added", prefix + "-removed", CallerVerdict.Addition, $"{what} was not there before."),
        Rule(prefix + "-removed", prefix + "-added", CallerVerdict.Source, $"{what} is gone; code that names it does not compile."),
    ];

    private static DiffRule Self(string id, CallerVerdict callers, string means) => Rule(id, id, callers, means);

    private static DiffRule Rule(string id, string mirror, CallerVerdict callers, string means) => new(id, RuleArea.Csharp, mirror, means) { Callers = callers };
}
