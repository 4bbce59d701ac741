using System.Reflection;
using System.Text.Json.Nodes;

namespace Confluence.Contract.Tests.Calls;

/// <summary>
/// The rule by which names of the wire are found in C#: the same letters and digits in the same order, whatever their case and what
/// separates them. A name that would clash has <c>Value</c> at its end.
/// </summary>
internal static class WireNames
{
    /// <summary>Members that an overlay calls otherwise, because the word of the wire says another thing: by C# type and wire name.</summary>
    private static readonly Dictionary<(string Type, string WireName), string> s_renamed = new()
    {
        [("ContentRestrictionUpdateRestrictions", "group")] = "Groups",
        [("ContentRestrictionUpdateRestrictions", "user")] = "Users",
        [("ContentVersionDetails", "collaborators")] = "CollaboratorIds",
        [("ContentVersionDetails", "prevVersion")] = "PreviousVersion",
        [("CustomContentVersion", "custom")] = "CustomContent",
        [("LookAndFeel", "links")] = "LinkColors",
        [("LookAndFeelWithLinks", "links")] = "LinkColors",
        [("RestrictionsOfOperation", "operationType")] = "Restriction",
        [("SpaceCreateRequest", "copySpaceAccessConfiguration")] = "CopyAccessFromSpaceId",
    };

    /// <summary>Whether a property of a type stands for a member.</summary>
    public static bool MatchMember(Type type, string wireName, string csName) =>
        s_renamed.TryGetValue((type.Name, wireName), out string? renamed) ? renamed == csName : Match(wireName, csName);

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
            .Where(property => MatchMember(type, member.Key, property.Name)
                && (IsSpelledLike(member.Key, property) || !json.Any(other => IsSpelledLike(other.Key, property) && !s_renamed.ContainsKey((type.Name, other.Key)))))
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
