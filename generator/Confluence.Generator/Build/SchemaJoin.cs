using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Makes one object of two that stand for the same one.</summary>
internal static class SchemaJoin
{
    /// <summary>The first with the members that only the second has; null when they can't be told together.</summary>
    /// <param name="first">An object.</param>
    /// <param name="second">What else is said of it.</param>
    /// <param name="schemas">To follow references of members with.</param>
    public static SpecSchema? Join(SpecSchema first, SpecSchema second, SchemaIndex schemas)
    {
        if (!IsPlainObject(first) || !IsPlainObject(second))
        {
            return null;
        }

        var members = new List<SpecProperty>(first.Properties);
        foreach (SpecProperty property in second.Properties)
        {
            int place = members.FindIndex(member => member.Name == property.Name);
            if (place < 0)
            {
                members.Add(property);
            }
            else if (!IsSame(members[place].Schema, property.Schema, schemas))
            {
                return null;
            }
        }

        return first with { Properties = members };
    }

    /// <summary>An object that is told by its members alone.</summary>
    public static bool IsPlainObject(SpecSchema schema) =>
        schema is { IsReference: false, Type: null or "object", Properties.Count: > 0, AdditionalProperties: null, AllOf.Count: 0, OneOf.Count: 0, AnyOf.Count: 0 };

    private static bool IsSame(SpecSchema first, SpecSchema second, SchemaIndex schemas)
    {
        SpecSchema one = schemas.Find(first);
        SpecSchema other = schemas.Find(second);
        return one.Node == other.Node || (IsScalar(one) && IsScalar(other) && one.Type == other.Type && one.Format == other.Format && one.CsLazyText == other.CsLazyText);
    }

    private static bool IsScalar(SpecSchema schema) => schema is { Type: "string" or "integer" or "number" or "boolean", Enum: null };
}
