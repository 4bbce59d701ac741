using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>Reads <c>x-cs-made-of</c>.</summary>
internal sealed class SpecMadeOfReader(SpecReadContext context)
{
    public const string Keyword = "x-cs-made-of";

    private static readonly string[] s_versions = ["next", "same"];
    private static readonly string[] s_states = ["status", "number"];
    private static readonly string[] s_bodies = ["representation", "text"];

    /// <summary>The fact that stands at a schema; null when there is none, or it is broken.</summary>
    public SpecMadeOf? Read(JsonObject schema)
    {
        if (context.Object(schema, Keyword) is not { } node)
        {
            return null;
        }

        context.RefuseOthers(node, SpecKeywords.MadeOf, $"'{Keyword}'");
        if (context.Text(node, "kind") is not { Length: > 0 } kind || context.Text(node, "read") is not { Length: > 0 } read)
        {
            context.Unsupported(node, $"'{Keyword}' says in 'kind' what was read, and in 'read' what the documentation says of it.");
            return null;
        }

        IReadOnlyList<JsonString> sources = Names(node, "sources");
        if (sources.Count == 0)
        {
            context.Unsupported(node, $"'{Keyword}' names in 'sources' the schemas that the request is made of.");
        }

        return new SpecMadeOf(node, kind, context.Text(node, "argument") ?? Words(kind), read)
        {
            Sources = sources,
            Key = Name(node, "key"),
            Arguments = ReadArguments(node),
            Object = ReadObject(node),
            AtMostOne = Names(node, "at-most-one"),
            Current = context.Object(node, "current") is { } current ? ReadCurrent(current) : null,
            State = context.Object(node, "state") is { } state ? ReadState(state) : null,
            Body = context.Object(node, "body") is { } body ? ReadBody(body) : null,
            Refusals = ReadRefusals(node),
            Summary = context.Text(node, "summary"),
            Remarks = context.Texts(node, "remarks"),
        };
    }

    private static string Words(string kind) => string.Concat(kind.Split(' ').Select((word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private List<SpecMadeArgument> ReadArguments(JsonObject node)
    {
        var arguments = new List<SpecMadeArgument>();
        foreach (JsonMember member in context.Object(node, "arguments")?.Members ?? [])
        {
            if (member.Value is JsonString { Value.Length: > 0 } text)
            {
                arguments.Add(new SpecMadeArgument(member.Name, text));
            }
            else
            {
                context.Unsupported(member.Value, $"The argument '{member.Name}' says what it is for.");
            }
        }

        return arguments;
    }

    private SpecMadeObject ReadObject(JsonObject node) => new([.. context.Entries(node, "members").Select(entry => ReadMember(entry.Name, entry.Value))], Names(node, "never"));

    private SpecMadeMember ReadMember(string name, JsonObject node)
    {
        context.RefuseOthers(node, SpecKeywords.MadeOfMember, $"a member of '{Keyword}'");
        var member = new SpecMadeMember(node, name)
        {
            Source = Name(node, "source"),
            Argument = Name(node, "argument"),
            Value = node["value"],
            Otherwise = node["otherwise"],
            Object = node["members"] is null ? null : ReadObject(node),
            Version = OneOf(node, "version", s_versions),
            State = OneOf(node, "state", s_states),
            Body = OneOf(node, "body", s_bodies),
            IsMade = context.Truth(node, "made") ?? false,
            IsNeeded = context.Truth(node, "needed") ?? false,
            MayBeEmpty = context.Truth(node, "may-be-empty") ?? false,
            When = context.Texts(node, "when"),
        };
        int ways = new[] { member.Source is not null || (member.Argument is not null && !member.IsMade), member.Value is not null, member.Object is not null, member.State is not null, member.Body is not null, member.IsMade }.Count(way => way);
        if (ways != 1)
        {
            context.Unsupported(node, $"The member '{name}' is made of one thing: 'source' or 'argument' or both, 'value', 'members', 'state', 'body', or 'made'.");
        }

        return member;
    }

    private SpecMadeCurrent? ReadCurrent(JsonObject node)
    {
        context.RefuseOthers(node, ["source", "otherwise"], "'current'");
        return Needed(node, "source") is { } source && Needed(node, "otherwise") is { } otherwise ? new SpecMadeCurrent(source, otherwise.Value) : null;
    }

    private SpecMadeState? ReadState(JsonObject node)
    {
        context.RefuseOthers(node, ["status", "number", "argument"], "'state'");
        return Needed(node, "status") is { } status && Needed(node, "number") is { } number && Needed(node, "argument") is { } argument ? new SpecMadeState(status, number, argument) : null;
    }

    private SpecMadeBody? ReadBody(JsonObject node)
    {
        context.RefuseOthers(node, ["source", "representations"], "'body'");
        return Needed(node, "source") is { } source ? new SpecMadeBody(source, Names(node, "representations")) : null;
    }

    private List<SpecMadeRefusal> ReadRefusals(JsonObject node)
    {
        var refusals = new List<SpecMadeRefusal>();
        foreach (JsonNode item in context.Items(node, "refuse"))
        {
            if (context.AsObject(item, "An item of 'refuse'") is { } refusal)
            {
                context.RefuseOthers(refusal, ["source", "is", "given", "because"], "an item of 'refuse'");
                if (Needed(refusal, "source") is { } source && Needed(refusal, "is") is { } value && Needed(refusal, "because") is { } because)
                {
                    refusals.Add(new SpecMadeRefusal(source, value.Value, Name(refusal, "given"), because.Value));
                }
            }
        }

        return refusals;
    }

    private JsonString? Needed(JsonObject node, string keyword)
    {
        JsonString? name = Name(node, keyword);
        if (name is null && node[keyword] is null)
        {
            context.Unsupported(node, $"'{keyword}' is missing here.");
        }

        return name;
    }

    private JsonString? Name(JsonObject node, string keyword) => context.Text(node, keyword) is null ? null : (JsonString)node[keyword]!; // Text has seen that it is one.

    private JsonString? OneOf(JsonObject node, string keyword, string[] values)
    {
        JsonString? name = Name(node, keyword);
        if (name is not null && Array.IndexOf(values, name.Value) < 0)
        {
            context.Unsupported(name, $"'{keyword}' is {string.Join(" or ", values.Select(value => $"'{value}'"))}.");
            return null;
        }

        return name;
    }

    private IReadOnlyList<JsonString> Names(JsonObject node, string keyword) => context.Names(node, keyword);
}
