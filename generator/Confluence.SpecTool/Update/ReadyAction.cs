using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Update;

/// <summary>An overlay action that mends something; what stands in capitals in its text is left to a person.</summary>
internal sealed class ReadyAction
{
    private const string Removal = "\"remove\": true";

    private static readonly JsonSource s_written = new("", "");

    private readonly IReadOnlyList<WayStep> _way;
    private readonly string _gives;
    private readonly int _loose;

    private ReadyAction(IReadOnlyList<WayStep> way, string gives)
    {
        _way = way;
        _gives = gives;
        _loose = way.ToList().FindIndex(step => !step.IsAlone);
    }

    /// <summary>Gets the array of which no target takes the item that is wrong and no other one, so that it has to be written anew; null when there is none.</summary>
    public JsonNode? Array => _loose > 0 ? _way[_loose].Owner : null;

    /// <summary>The action for something that is wrong; null where none can help.</summary>
    public static ReadyAction? For(SpecDiagnostic diagnostic, JsonObject effective) =>
        diagnostic is { Remedy: null, Id: not (SpecDiagnosticId.UnsupportedConstruct or SpecDiagnosticId.DanglingReference) }
        || Way.To(effective, diagnostic.Path, diagnostic.Remedy?.Start ?? diagnostic.Start) is not { Count: > 0 } way
            ? null
            : new ReadyAction(way, diagnostic.Remedy?.Gives ?? "");

    /// <summary>The text of an action that takes one thing.</summary>
    public string Text => Write(Way.Target(_way), _gives.Length == 0 ? Removal : Update(Name(_gives)));

    /// <summary>The text of an action that gives a named schema a C# name.</summary>
    public static string Naming(string schema, string name) => Write($"$.components.schemas['{schema}']", Update(new JsonMember("x-cs-name", 0, String(name))));

    /// <summary>The text of two actions that write an array anew, with all that is to be mended in it; null where they can't.</summary>
    public static string? TextOf(IReadOnlyList<ReadyAction> inOneArray)
    {
        ReadyAction first = inOneArray[0];
        int loose = first._loose;
        if (first.Array is not { } array || first._way[loose - 1].Name is not { } member)
        {
            return null;
        }

        string without = Write(Way.Target(first._way.Take(loose)), Removal);
        return Edited(array, inOneArray, loose) is { } rest
            ? $"{without},\n{Write(Way.Target(first._way.Take(loose - 1)), Update(new JsonMember(member, 0, rest)))}"
            : without;
    }

    /// <summary>A value as the actions leave it; null when nothing is left.</summary>
    private static JsonNode? Edited(JsonNode node, IReadOnlyList<ReadyAction> actions, int depth)
    {
        ReadyAction[] here = [.. actions.Where(action => action._way.Count == depth)];
        if (here.Any(action => action._gives.Length == 0))
        {
            return null;
        }

        switch (node)
        {
            case JsonObject value:
                IEnumerable<JsonMember> members = value.Members
                    .Select(member => (member.Name, Value: Child(member.Value)))
                    .Where(member => member.Value is not null)
                    .Select(member => new JsonMember(member.Name, 0, member.Value!)); // Nulls were left out.
                return new JsonObject(node.Source, 0, 0, [.. members, .. here.Select(action => Name(action._gives))]);
            case JsonArray array:
                JsonNode[] items = [.. array.Items.Select(Child).OfType<JsonNode>()];
                return items.Length == 0 ? null : new JsonArray(node.Source, 0, 0, items);
            default:
                return node;
        }

        JsonNode? Child(JsonNode child) =>
            actions.Where(action => action._way.Count > depth && action._way[depth].Node == child).ToList() is { Count: > 0 } inside ? Edited(child, inside, depth + 1) : child;
    }

    private static JsonMember Name(string member) => new(member, 0, String("NAME"));

    private static string Update(JsonMember member) => $"\"update\": {{ {Line(String(member.Name))}: {Line(member.Value)} }}";

    private static string Write(string target, string change) =>
        $$"""
              {
                "target": {{Line(String(target))}},
                "description": "WHY",
                {{change}}
              }
        """;

    private static JsonString String(string text) => new(s_written, 0, 0, text);

    /// <summary>A value on one line of printed signs: what is none can stand in texts only, which may write it so.</summary>
    private static string Line(JsonNode node) => OneLine.Of(JsonFormatter.Compact(node));
}
