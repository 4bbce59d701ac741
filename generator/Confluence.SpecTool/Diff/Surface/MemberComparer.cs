using Confluence.Generator.Model;
using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Compares the members of a class or a form.</summary>
internal static class MemberComparer
{
    public static IEnumerable<SurfaceChange> Compare(string type, EquatableArray<MemberModel> old, EquatableArray<MemberModel> now, bool isForm)
    {
        foreach (MemberModel member in now.Where(member => !old.Any(other => other.Name == member.Name)))
        {
            string rule = member.Required ? "cs-required-member-added" : "cs-member-added";
            yield return SurfaceChange.Of(rule, SurfaceKey.Member(type, member.WireName), $"{type}.{member.Name}", $"{type}.{member.Name} is new", null, Declared(member, isForm));
        }

        foreach (MemberModel member in old)
        {
            MemberModel? same = now.FirstOrDefault(other => other.Name == member.Name);
            if (same is null)
            {
                string rule = member.Required ? "cs-required-member-removed" : "cs-member-removed";
                yield return SurfaceChange.Of(rule, SurfaceKey.Member(type, member.WireName), $"{type}.{member.Name}", $"{type}.{member.Name} is gone", Declared(member, isForm), null);
                continue;
            }

            foreach (SurfaceChange change in Compare(type, member, same, isForm))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<SurfaceChange> Compare(string type, MemberModel old, MemberModel now, bool isForm)
    {
        SurfaceChange Change(string rule, string text, CallerVerdict? callers = null) =>
            SurfaceChange.Of(rule, SurfaceKey.Member(type, now.WireName), $"{type}.{now.Name}", $"{type}.{now.Name} {text}", Declared(old, isForm), Declared(now, isForm), callers);

        if (TypeSpelling.Of(old.Type) != TypeSpelling.Of(now.Type))
        {
            yield return Change("cs-member-type-changed", $"was {TypeSpelling.Of(old.Type)} and is {TypeSpelling.Of(now.Type)} now");
        }
        else if (IsNullable(old, isForm) != IsNullable(now, isForm))
        {
            // A struct that may be null is another type: callers ask for its value, which what is never null has not.
            yield return IsNullable(now, isForm)
                ? Change("cs-member-became-nullable", "may be null now")
                : Change("cs-member-became-never-null", "is never null now", now.Type.IsValueType ? CallerVerdict.Source : null);
        }

        if (old.Required != now.Required)
        {
            yield return now.Required ? Change("cs-member-became-required", "must be given now") : Change("cs-member-became-optional", "may be left out now");
        }

        if (old.WireName != now.WireName)
        {
            yield return Change("cs-member-wire-name-changed", $"was {old.WireName} in JSON and is {now.WireName} now");
        }
    }

    private static bool IsNullable(MemberModel member, bool isForm) => isForm ? !member.Required : member.Null != NullMeaning.None;

    private static string Declared(MemberModel member, bool isForm) =>
        $"{(member.Required ? "required " : "")}{TypeSpelling.Of(member.Type)}{(IsNullable(member, isForm) ? "?" : "")} {member.Name}";
}
