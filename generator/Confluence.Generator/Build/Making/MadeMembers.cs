using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Making;

/// <summary>Checks what <c>x-cs-made-of</c> says of the request alone, whatever it is made of, and finds the arguments.</summary>
internal sealed class MadeMembers(SpecSchema schema, SpecMadeOf fact, ClassModel request, SourceClasses own, BuildDiagnostics diagnostics)
{
    private readonly Dictionary<string, (TypeRef Type, bool IsRequired)> _used = new(StringComparer.Ordinal);
    private bool _isSound = true;

    /// <summary>The schema of each member that is made, its own object's apart.</summary>
    public Dictionary<SpecMadeMember, SpecSchema> Schemas { get; } = [];

    /// <summary>How the version follows.</summary>
    public Numbering Numbering { get; private set; }

    /// <summary>The arguments; null when something is wrong, and was reported.</summary>
    public MakingArgument[]? Read()
    {
        ReadObject(fact.Node, fact.Object, request, schema);
        MakingArgument[] arguments = [.. fact.Arguments.Where(Accept).Select(argument => new MakingArgument(argument.Name, _used[argument.Name].Type, _used[argument.Name].IsRequired, DocModel.Of(argument.Text.Value)))];
        foreach (JsonString name in fact.AtMostOne.Concat(fact.Refusals.Select(refusal => refusal.Given).OfType<JsonString>()))
        {
            if (!fact.Arguments.Any(argument => argument.Name == name.Value))
            {
                Wrong(name, $"'{name.Value}' is none of the arguments.");
            }
        }

        if (arguments.SkipWhile(argument => argument.IsRequired).Any(argument => argument.IsRequired))
        {
            Wrong(fact.Node, "Arguments that must be given stand before those that may be left out; put them first.");
        }

        if (!IsFree(fact.Parameter))
        {
            Wrong(fact.Node, $"'{fact.Parameter}' can't be the name of an argument; give one in 'argument'.");
        }

        return _isSound ? arguments : null;
    }

    private bool Accept(SpecMadeArgument argument)
    {
        if (!IsFree(argument.Name) || argument.Name == fact.Parameter)
        {
            Wrong(argument.Text, $"'{argument.Name}' can't be the name of an argument here; give it another one.");
        }
        else if (!_used.ContainsKey(argument.Name))
        {
            Wrong(argument.Text, $"No member takes the argument '{argument.Name}'. Take it out, or name it at a member.");
        }

        return _isSound;
    }

    /// <summary>Whether an argument can have the name: the method has names of its own.</summary>
    private bool IsFree(string name) =>
        Names.IsIdentifier(name) && name != "source" && (name != "state" || fact.State is null) && (name != "text" || fact.Body is null);

    private void ReadObject(JsonNode node, SpecMadeObject made, ClassModel model, SpecSchema modelSchema)
    {
        foreach (SpecMadeMember member in made.Members)
        {
            if (model.Members.FirstOrDefault(other => other.WireName == member.Name) is not { } target)
            {
                Wrong(member.Node, $"'{model.Name}' has no member '{member.Name}'. Take it out, or name the member that took its place.");
                continue;
            }

            ReadMember(member, target, own.MemberOf(modelSchema, member.Name) ?? modelSchema);
        }

        foreach (JsonString never in made.Never)
        {
            if (!model.Members.Any(other => other.WireName == never.Value))
            {
                Wrong(never, $"'{model.Name}' has no member '{never.Value}', so saying that it is never sent says nothing. Take it out.");
            }
            else if (made.Members.Any(member => member.Name == never.Value))
            {
                Wrong(never, $"'{never.Value}' stands under 'members' too. Take one of them out.");
            }
        }

        foreach (MemberModel target in model.Members.Where(target => target.Required && !made.Members.Any(member => member.Name == target.WireName)))
        {
            Wrong(node, $"'{model.Name}' must have the member '{target.WireName}', and 'x-cs-made-of' does not say what it is made of. Say it.");
        }
    }

    private void ReadMember(SpecMadeMember member, MemberModel target, SpecSchema memberSchema)
    {
        Schemas[member] = memberSchema;
        Numbering = member.Version?.Value switch { "next" => Numbering.Next, "same" => Numbering.Same, _ => member.State is null ? Numbering : Numbering.NextOfPublished };
        JsonString? argument = member.State?.Value == "status" ? fact.State?.Argument : member.Argument;
        if (argument is not null)
        {
            Use(argument, target.Type.Kind == TypeKind.LazyText ? TypeRef.String : target.Type, IsNeeded(member, target) && member is { Source: null, State: null, IsMade: false });
        }

        string? problem =
            member.State is not null && fact.State is null ? "is made of 'state', and the fact has none"
            : member.Body is not null && fact.Body is null ? "is made of 'body', and the fact has none"
            : member.State?.Value == "status" && target.Type.Kind is not (TypeKind.Enum or TypeKind.String) ? "is no text, as a status is"
            : (member.Version is not null || member.State?.Value == "number") && target.Type.Kind is not (TypeKind.Int32 or TypeKind.Int64) ? "is no integer, as the number of a version is"
            : member.Version is not null && member.Source is null ? "is the number of a version, and 'source' does not say where that is read"
            : member.Body is not null && target.Type.Kind is not (TypeKind.String or TypeKind.LazyText or TypeKind.Enum) ? "is no text, as a body is"
            : member.IsMade && argument is null ? "is made of the same thing, and no 'argument' gives another"
            : member.Value is not null && !IsConstant(member.Value, target.Type) ? "can't have that value"
            : member.Otherwise is not null && !IsConstant(member.Otherwise, target.Type) ? "can't have the value of 'otherwise'"
            : null;
        if (problem is not null)
        {
            Wrong(member.Node, $"The member '{member.Name}' of '{request.Name}' {problem}.");
        }

        if (member.Object is not { } inner)
        {
            return;
        }

        if (own.Of(target.Type) is not { } model)
        {
            Wrong(member.Node, $"The member '{member.Name}' of '{request.Name}' is no object with members of its own.");
            return;
        }

        ReadObject(member.Node, inner, model, memberSchema);
        if (!IsNeeded(member, target) && inner.Members.Sum(Changing) != 1)
        {
            Wrong(member.Node, $"The object '{member.Name}' may be left out, so exactly one thing in it may be other than constant: it tells whether there is one.");
        }
    }

    private static int Changing(SpecMadeMember member) => member.Object is { } inner ? inner.Members.Sum(Changing) : member.Value is null ? 1 : 0;

    /// <summary>Whether an update makes no sense without it. What is null of itself is sent as null.</summary>
    public static bool IsNeeded(SpecMadeMember member, MemberModel target) => member.IsNeeded || target is { Required: true, Null: not NullMeaning.Value };

    private void Use(JsonString argument, TypeRef type, bool isRequired)
    {
        if (!fact.Arguments.Any(other => other.Name == argument.Value))
        {
            Wrong(argument, $"'{argument.Value}' is none of the arguments. Say under 'arguments' what it is for.");
        }
        else if (_used.ContainsKey(argument.Value))
        {
            Wrong(argument, $"Two members take the argument '{argument.Value}'; give each its own.");
        }
        else
        {
            _used.Add(argument.Value, (type, isRequired));
        }
    }

    private static bool IsConstant(JsonNode value, TypeRef type) => value switch
    {
        JsonString => type.Kind is TypeKind.String or TypeKind.Enum,
        JsonBoolean => type.Kind == TypeKind.Boolean,
        JsonNumber number => type.Kind is TypeKind.Int32 or TypeKind.Int64 && int.TryParse(number.Text, out _),
        _ => false,
    };

    private void Wrong(JsonNode node, string what)
    {
        _isSound = false;
        diagnostics.WrongMaking(node, what);
    }
}
