using Confluence.Generator.Model;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>Compares enums, unions and interfaces.</summary>
internal static class TypeComparer
{
    public static IEnumerable<SurfaceChange> CompareEnums(EnumModel old, EnumModel now)
    {
        foreach (EnumValueModel value in now.Values.Where(value => !old.Values.Any(other => other.Name == value.Name)))
        {
            yield return SurfaceChange.Of("cs-constant-added", SurfaceKey.Value(now.Name, value.WireValue), $"{now.Name}.{value.Name}", $"{now.Name}.{value.Name} is new", null, value.WireValue);
        }

        foreach (EnumValueModel value in old.Values)
        {
            EnumValueModel? same = now.Values.FirstOrDefault(other => other.Name == value.Name);
            if (same is null)
            {
                yield return SurfaceChange.Of("cs-constant-removed", SurfaceKey.Value(now.Name, value.WireValue), $"{now.Name}.{value.Name}", $"{now.Name}.{value.Name} is gone; the value itself can still be read and sent", value.WireValue, null);
            }
            else if (same.WireValue != value.WireValue)
            {
                yield return SurfaceChange.Of("cs-constant-value-changed", SurfaceKey.Value(now.Name, value.WireValue), $"{now.Name}.{value.Name}", $"{now.Name}.{value.Name} was '{value.WireValue}' and is '{same.WireValue}' now", value.WireValue, same.WireValue);
            }
        }
    }

    public static IEnumerable<SurfaceChange> CompareUnions(UnionModel old, UnionModel now)
    {
        string key = SurfaceKey.Type(now.Name);
        foreach (UnionCaseModel one in now.Cases.Where(one => !old.Cases.Any(other => other.Name == one.Name)))
        {
            yield return SurfaceChange.Of("cs-case-added", key, $"{now.Name}.{one.Name}", $"{now.Name} may be {one.Name} too", null, one.Name);
        }

        // A case is called after its type, so another type is another case.
        foreach (UnionCaseModel one in old.Cases.Where(one => !now.Cases.Any(other => other.Name == one.Name)))
        {
            yield return SurfaceChange.Of("cs-case-removed", key, $"{now.Name}.{one.Name}", $"{now.Name} may not be {one.Name} any more", one.Name, null);
        }
    }

    public static IEnumerable<SurfaceChange> CompareInterfaces(InterfaceModel old, InterfaceModel now)
    {
        string key = SurfaceKey.Type(now.Name);
        foreach (InterfaceMemberModel member in now.Members.Where(member => !old.Members.Any(other => other.Name == member.Name)))
        {
            yield return SurfaceChange.Of("cs-interface-member-added", key, $"{now.Name}.{member.Name}", $"{now.Name}.{member.Name} is new", null, Spell(member));
        }

        foreach (InterfaceMemberModel member in old.Members)
        {
            InterfaceMemberModel? same = now.Members.FirstOrDefault(other => other.Name == member.Name);
            if (same is null)
            {
                yield return SurfaceChange.Of("cs-interface-member-removed", key, $"{now.Name}.{member.Name}", $"{now.Name}.{member.Name} is gone", Spell(member), null);
            }
            else if (Spell(same) != Spell(member))
            {
                yield return SurfaceChange.Of("cs-interface-member-changed", key, $"{now.Name}.{member.Name}", $"{now.Name}.{member.Name} was {Spell(member)} and is {Spell(same)} now", Spell(member), Spell(same));
            }
        }

        foreach (string name in now.Bases.Select(type => type.Name).Except(old.Bases.Select(type => type.Name)))
        {
            yield return SurfaceChange.Of("cs-implementation-added", key, $"{now.Name} : {name}", $"{now.Name} is an {name} now", null, name);
        }

        foreach (string name in old.Bases.Select(type => type.Name).Except(now.Bases.Select(type => type.Name)))
        {
            yield return SurfaceChange.Of("cs-implementation-removed", key, $"{now.Name} : {name}", $"{now.Name} is no {name} any more", name, null);
        }
    }

    private static string Spell(InterfaceMemberModel member) => TypeSpelling.Of(member.Type) + (member.IsNullable ? "?" : "");
}
