namespace Confluence.Generated.Tests.Conventions;

/// <summary>Which types may stand in a public signature.</summary>
internal static class TypeRules
{
    private static readonly Type[] s_collections = [typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>)];

    /// <summary>Whether a type, with everything that it is made of, says something and cannot be changed behind its owner's back.</summary>
    public static bool IsFit(Type type) => Surface.Parts(type).All(static part =>
        part != typeof(object)
        && !part.IsArray
        && (!IsCollection(part) || (part.IsGenericType && s_collections.Contains(part.GetGenericTypeDefinition()))));

    private static bool IsCollection(Type type) =>
        type != typeof(string) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);
}
