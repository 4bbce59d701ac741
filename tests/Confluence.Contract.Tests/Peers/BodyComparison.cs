using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Confluence.Contract.Tests.Peers;

/// <summary>
/// Compares two bodies by what they say. NSwag's classes cannot leave a member out: what nobody set they send as null, false, 0, a default of
/// the document or the first value of an enum. Where everything was set that leaves members of objects that end a long nesting, and nothing else.
/// </summary>
/// <param name="isComplete">Whether everything was set.</param>
/// <param name="unasked">Takes the members that the peer adds, with their values.</param>
internal sealed class BodyComparison(bool isComplete, ICollection<string> unasked)
{
    public bool SaySame(JsonNode? own, JsonNode? peer, string place)
    {
        if (own is JsonObject members && peer is JsonObject others)
        {
            bool hasAll = members.All(member => others.ContainsKey(member.Key) && SaySame(member.Value, others[member.Key], $"{place}.{member.Key}"));
            return hasAll && others.Where(other => !members.ContainsKey(other.Key)).All(other => MayAdd(other.Value, $"{place}.{other.Key}"));
        }

        if (own is JsonArray items && peer is JsonArray otherItems)
        {
            return items.Count == otherItems.Count && items.Zip(otherItems).All(pair => SaySame(pair.First, pair.Second, place + "[]"));
        }

        return JsonNode.DeepEquals(own, peer) || (InstantOf(own) is { } instant && instant == InstantOf(peer));
    }

    private bool MayAdd(JsonNode? value, string place)
    {
        unasked.Add($"{place} = {value?.ToJsonString() ?? "null"}");
        return !isComplete || IsNothing(value);
    }

    /// <summary>What a member of a C# class is when nobody has set it.</summary>
    private static bool IsNothing(JsonNode? value) => value?.ToJsonString() is null or "false" or "0" or "{}" or "[]" || InstantOf(value) == default(DateTimeOffset);

    /// <summary>The point in time that a text says; <c>Z</c> and <c>+00:00</c> are the same.</summary>
    private static DateTimeOffset? InstantOf(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String && Regex.IsMatch(value.GetValue<string>(), @"^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$", RegexOptions.None, TimeSpan.FromSeconds(1))
            ? DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)
            : null;
}
