using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit.Making;

/// <summary>Spells what the members of a request get.</summary>
/// <param name="parameter">What was read.</param>
/// <param name="writer">Takes what has to be known before the request is made.</param>
internal sealed class MadeText(string parameter, CSharpWriter writer)
{
    /// <summary>Stands for a text that goes from field to field.</summary>
    public const string Held = "text";

    /// <summary>What was read at a place, null included.</summary>
    /// <param name="path">The place.</param>
    /// <param name="root">The thing, with the question mark that it may need.</param>
    public static string Of(PathModel path, string root)
    {
        string text = root;
        for (int i = 0; i < path.Members.Count; i++)
        {
            MemberModel member = path.Members[i];
            bool isLast = i == path.Members.Count - 1;
            text = $"{text}.{(isLast ? Spelling.Of(member.Type).Get(ClassEmitter.Storage(member)) : ClassEmitter.Storage(member) + "?")}";
        }

        return text;
    }

    /// <summary>The same as a string.</summary>
    public static string Text(PathModel path, string root) => Of(path, root) + (path.Type.Kind == TypeKind.Enum ? "?.Value" : "");

    /// <summary>A text as it is held.</summary>
    public static string HeldText(PathModel path, string root)
    {
        MemberModel last = path.Members[path.Members.Count - 1];
        string field = Of(new PathModel(path.Members.Take(path.Members.Count - 1).ToArray()), root) + "?." + ClassEmitter.Storage(last);
        return last.Type.Kind == TypeKind.LazyText ? field + " ?? default" : $"new {Runtime.JsonText}({field})";
    }

    /// <summary>What a member gets.</summary>
    public string Of(MadeMember made) => made.Value switch
    {
        ConstantValue constant => Constant(constant, made.Member.Type),
        ReadValue value => Of(value, made),
        VersionValue version => $"source.{(version.IsNext ? "NextVersion" : "SameVersion")}({Of(version.Read, parameter)})",
        StateValue { IsNumber: true } => "state.Number",
        StateValue => Made("state.Status", made.Member.Type),
        BodyValue { IsRepresentation: true } => Made("text.Representation", made.Member.Type),
        BodyValue when made.Member is { Type.Kind: TypeKind.LazyText, Required: false } => Held,
        BodyValue => Made("text.Text", made.Member.Type),
        MadeOfSameValue same => $"{same.Argument} ?? {TypeText.Of(made.Member.Type)}.From({parameter})",
        ObjectValue inner => Of(inner, made),
        _ => throw new InvalidOperationException($"Nobody says how {made.Value.GetType().Name} is spelled."),
    };

    private static string Made(string text, TypeRef type) => type.Kind == TypeKind.Enum ? $"new {TypeText.Of(type)}({text})" : text;

    private static string Constant(ConstantValue value, TypeRef type) => value.IsText ? Made(TypeText.Literal(value.Text), type) : value.Text;

    private string Of(ObjectValue value, MadeMember made)
    {
        TypeRef type = made.Member.Type;
        if (!made.IsNeeded)
        {
            // Its only part that is not constant tells whether there is one.
            MadeMember part = Changing(value);
            string name = part.Value is ReadValue { Argument: { } argument } ? argument + "Sent" : Local(part.Member, "Sent");
            writer.Line($"{TypeText.Of(part.Member.Type)}? {name} = {Of(part with { IsNeeded = false })};");
            return $"{name} is null ? null : {New(value, type, (inside, inner) => inside == part ? name + (part.Member.Type.IsValueType ? ".Value" : "") : inner(inside))}";
        }

        return New(value, type, static (inside, inner) => inner(inside));
    }

    private string New(ObjectValue value, TypeRef type, Func<MadeMember, Func<MadeMember, string>, string> of) =>
        $"new {TypeText.Of(type)} {{ {string.Join(", ", value.Members.Select(made => $"{made.Member.Name} = {(made.Value is ObjectValue inner ? New(inner, made.Member.Type, of) : of(made, Of))}"))} }}";

    private static MadeMember Changing(ObjectValue value) =>
        value.Members.Select(made => made.Value switch { ConstantValue => null, ObjectValue inner => Changing(inner), _ => made }).OfType<MadeMember>().First();

    private string Of(ReadValue value, MadeMember made)
    {
        TypeRef type = made.Member.Type;
        string name = TypeText.Literal(value.Name);
        string? read = value.Read is { } path ? Of(path, parameter) : null;
        if (value.When.Count > 0)
        {
            string only = $"{Runtime.RequestSource}.Only({Text(value.Read!, parameter)}, [{Literals(value.When)}])"; // What is sent only when it was read was read.
            return type.Kind == TypeKind.Enum ? $"{only} is {{ }} {Local(made.Member, "Read")} ? new {TypeText.Of(type)}({Local(made.Member, "Read")}) : null" : only;
        }

        if (type.Kind is TypeKind.String or TypeKind.LazyText && !value.MayBeEmpty)
        {
            string? text = value.Read is null ? null : Text(value.Read, parameter);
            string most = value.MaxLength is { } length ? $", most: {length}" : "";
            return (text, value.Argument, made.IsNeeded) switch
            {
                ({ }, null, true) => $"source.Read({name}, {text})",
                ({ }, null, false) => text,
                (null, { }, true) => $"source.Wanted({name}, {value.Argument}{most})",
                (null, _, _) => $"source.Given({name}, {value.Argument}{most})",
                (_, _, true) => $"source.Text({name}, {text}, {value.Argument}{most})",
                _ => $"source.OptionalText({name}, {text}, {value.Argument}{most})",
            };
        }

        if (type.Kind == TypeKind.Element && made.IsNeeded && value.Read is not null)
        {
            return $"source.{(value.IsObject ? "Object" : "Value")}({read}, {value.Argument ?? "null"})";
        }

        if (type.Kind == TypeKind.Enum && value.Accepted.Count > 0)
        {
            return $"source.{(made.IsNeeded ? "OneOf" : "OptionalOneOf")}<{TypeText.Of(type)}>({name}, {Converted(value.Read, type) ?? "null"}, {value.Argument ?? "null"}, [{Literals(value.Accepted)}])";
        }

        string chosen = string.Join(" ?? ", new[] { Argument(value.Argument, type), value.Argument is null && value.Otherwise is null ? Converted(value.Read, type) : Inside(Converted(value.Read, type)), value.Otherwise is { } otherwise ? Constant(otherwise, type) : null }.Where(part => part is not null));
        return !made.IsNeeded || value.Otherwise is not null || value.Read is null ? chosen
            : $"source.Needed({name}, {chosen}, isArgument: {(value.Argument is null ? "false" : "true")})";
    }

    /// <summary>What was read, as the type that the request wants.</summary>
    private string? Converted(PathModel? path, TypeRef type)
    {
        if (path is null)
        {
            return null;
        }

        string read = Of(path, parameter);
        return path.Type == type || path.Type.Kind == TypeKind.Int32 || type.Kind is TypeKind.DateTime or TypeKind.UnixTime ? read
            : type.Kind == TypeKind.Enum ? $"{Text(path, parameter)} is {{ }} {Local(path.Members[path.Members.Count - 1], "Read")} ? new {TypeText.Of(type)}({Local(path.Members[path.Members.Count - 1], "Read")}) : null"
            : Text(path, parameter);
    }

    // What the wire has in UTC, callers give in whatever zone is theirs.
    private static string? Argument(string? argument, TypeRef type) => argument is not null && type.Kind == TypeKind.DateTime ? argument + "?.ToUniversalTime()" : argument;

    private static string? Inside(string? text) => text is not null && text.Contains(" ? ") ? $"({text})" : text;

    private static string Local(MemberModel member, string ending) => char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1) + ending;

    private static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(TypeText.Literal));
}
