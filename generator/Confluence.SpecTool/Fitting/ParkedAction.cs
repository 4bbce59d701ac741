using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Fitting;

/// <summary>
/// An action as it stands in a file of parked ones: whole, with why it waits and where it stood, so that it finds back when a later document has its target again.
/// Of a reduced one, what still fits stands in the overlay too.
/// </summary>
internal static class ParkedAction
{
    private const string Marker = "x-parked";
    private const string Behind = "behind";
    private const string Reduced = "reduced";

    /// <param name="action">The whole action.</param>
    /// <param name="revision">The revision that has nothing for it.</param>
    /// <param name="cause">Why, as far as can be told.</param>
    /// <param name="behind">The action before it; null for the first.</param>
    /// <param name="isReduced">Whether a part of it still stands in the overlay.</param>
    public static JsonObject Park(JsonObject action, string revision, string cause, JsonObject? behind, bool isReduced)
    {
        JsonSource source = action.Source;
        List<JsonMember> marker = [Member("revision", revision, source), Member("cause", cause, source)];
        if (behind is not null)
        {
            marker.Add(Member(Behind, Identity(behind), source));
        }

        if (isReduced)
        {
            marker.Add(new JsonMember(Reduced, 0, new JsonBoolean(source, 0, 0, true)));
        }

        return new JsonObject(source, action.Start, action.Length, [.. action.Members, new JsonMember(Marker, 0, new JsonObject(source, 0, 0, marker))]);
    }

    /// <summary>Whether a part of a parked action still stands in its overlay.</summary>
    public static bool IsReduced(JsonObject parked) => (parked[Marker] as JsonObject)?[Reduced] is not null;

    /// <summary>The action as it stood in its overlay.</summary>
    public static JsonObject Plain(JsonObject action) =>
        action[Marker] is null ? action : new JsonObject(action.Source, action.Start, action.Length, [.. action.Members.Where(member => member.Name != Marker)]);

    /// <summary>The actions of an overlay, all of them whole and in their order, each with its parked form where it has one.</summary>
    public static List<(JsonObject Whole, JsonObject? Parked)> InOrder(IEnumerable<JsonObject> active, IEnumerable<JsonObject> parked)
    {
        List<(JsonObject Whole, JsonObject? Parked)> all = [.. active.Select(action => (action, (JsonObject?)null))];
        foreach (JsonObject action in parked)
        {
            var marker = action[Marker] as JsonObject;
            JsonObject whole = Plain(action);
            string? behind = (marker?[Behind] as JsonString)?.Value;
            int before = behind is null ? -1 : all.FindLastIndex(other => Identity(other.Whole) == behind);
            int at = behind is not null && before < 0 ? all.Count : before + 1;
            if (IsReduced(action) && all.FindIndex(at, other => Identity(other.Whole) == Identity(whole)) is >= 0 and int reduced)
            {
                all[reduced] = (whole, action);
            }
            else
            {
                all.Insert(at, (whole, action));
            }
        }

        return all;
    }

    // Two actions may have one target: something is replaced by removing it first.
    private static string Identity(JsonObject action) => $"{((JsonString?)action["target"])?.Value}{(action["remove"] is null ? "" : " (removed)")}";

    private static JsonMember Member(string name, string value, JsonSource source) => new(name, 0, new JsonString(source, 0, 0, value));
}
