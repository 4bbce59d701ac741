using System.Reflection;
using System.Text.Json.Nodes;

namespace Confluence.Contract.Tests.Calls;

/// <summary>
/// The rule by which names of the wire are found in C#: the same letters and digits in the same order, whatever their case and what
/// separates them. A name that would clash has <c>Value</c> at its end.
/// </summary>
internal static class WireNames
{
    public static bool Match(string wireName, string csName)
    {
        string wire = Plain(wireName);
        string cs = Plain(csName);
        return wire == cs || wire + "value" == cs;
    }

    /// <summary>The same for a parameter: lists are called as several things in C#, and the size of pages has one name for all operations.</summary>
    public static bool MatchParameter(string wireName, string csName, bool isList) =>
        Match(wireName, csName) || (wireName == "limit" && csName == "PageSize") || (isList && Plain(csName) is var cs && Plain(wireName) is var wire && (cs == wire + "s" || cs == wire + "es"));

    /// <summary>
    /// The members of an object, each with the property that stands for it; null where there is none. Where two members would have the same
    /// property, such as <c>links</c> and <c>_links</c>, it belongs to the one that is spelled like it.
    /// </summary>
    public static IEnumerable<(string Name, JsonNode? Value, PropertyInfo? Property)> Bind(Type type, JsonObject json) => json.Select(member =>
    {
        PropertyInfo? property = Properties(type)
            .Where(property => Match(member.Key, property.Name) && (IsSpelledLike(member.Key, property) || !json.Any(other => IsSpelledLike(other.Key, property))))
            .OrderBy(static property => property.Name.Length)
            .FirstOrDefault();
        return (member.Key, member.Value, property);
    });

    /// <summary>The properties of a model that stand for members.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.Name != "AdditionalProperties" && property.GetIndexParameters().Length == 0);

    private static bool IsSpelledLike(string wireName, PropertyInfo property) => string.Equals(wireName, property.Name, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant));
}
