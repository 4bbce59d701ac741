using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Making;

/// <summary>Works out how a request is made of one class.</summary>
internal sealed class OverloadBuilder(
    SpecMadeOf fact,
    ClassModel request,
    ClassModel source,
    SourceClasses own,
    IReadOnlyList<SourceClasses> all,
    IReadOnlyDictionary<string, MakingModel> made,
    JsonString sourceName,
    BuildDiagnostics diagnostics)
{
    private bool _isSound = true;

    /// <param name="schemas">The schema of each member.</param>
    /// <returns>Null when the class lacks something, which was reported.</returns>
    public MakingOverload? Build(IReadOnlyDictionary<SpecMadeMember, SpecSchema> schemas)
    {
        var overload = new MakingOverload(
            new TypeRef(TypeKind.Model, source.Namespace, source.Name),
            fact.Key is { } key ? Find(key.Value, IsText) : null,
            fact.Current is { } current && Find(current.Source.Value, IsText) is { } status ? new ReadCurrentModel(status, current.Otherwise) : null,
            fact.State is { } state && Find(state.Status.Value, IsText) is { } read && Find(state.Number.Value, IsNumber) is { } number ? new ReadStateModel(read, number, state.Argument.Value) : null,
            fact.Body is { } body ? ReadBody(body) : null,
            fact.Refusals.Select(refusal => Find(refusal.Source.Value, IsText) is { } path ? new RefusalModel(path, refusal.Is, refusal.Given?.Value, refusal.Because) : null).OfType<RefusalModel>().ToArray(),
            ReadMembers(fact.Object, request, schemas));
        return _isSound ? overload : null;
    }

    private static bool IsText(TypeRef type) => type.Kind is TypeKind.String or TypeKind.Enum or TypeKind.LazyText;

    private static bool IsNumber(TypeRef type) => type.Kind is TypeKind.Int32 or TypeKind.Int64;

    private static ConstantValue Constant(JsonNode value) => value is JsonString text ? new ConstantValue(text.Value, IsText: true) : new ConstantValue(JsonFormatter.Compact(value), IsText: false);

    private MadeMember[] ReadMembers(SpecMadeObject made, ClassModel model, IReadOnlyDictionary<SpecMadeMember, SpecSchema> schemas) =>
        [.. made.Members.Select(member => Read(member, model.Members.First(target => target.WireName == member.Name), schemas)).OfType<MadeMember>()]; // MadeMembers has seen that it is there.

    private MadeMember? Read(SpecMadeMember member, MemberModel target, IReadOnlyDictionary<SpecMadeMember, SpecSchema> schemas)
    {
        MadeValue? value = member switch
        {
            { Value: { } constant } => Constant(constant),
            { Version: { } version, Source: { } number } => Find(number.Value, IsNumber) is { } path ? new VersionValue(path, version.Value == "next") : null,
            { State: { } part } => new StateValue(part.Value == "number"),
            { Body: { } part } => new BodyValue(part.Value == "representation"),
            { IsMade: true, Argument: { } argument } => IsMadeOfSame(target) ? new MadeOfSameValue(argument.Value) : null,
            { Object: { } inner } when own.Of(target.Type) is { } model => new ObjectValue(ReadMembers(inner, model, schemas)),
            _ => ReadValue(member, target, schemas[member]),
        };
        return value is null ? null : new MadeMember(target, value, MadeMembers.IsNeeded(member, target));
    }

    private ReadValue? ReadValue(SpecMadeMember member, MemberModel target, SpecSchema schema)
    {
        PathModel? path = member.Source is { } place ? Find(place.Value, type => Fits(type, target.Type, member.When.Count > 0)) : null;
        return member.Source is not null && path is null ? null : new ReadValue(member.Argument?.Value ?? member.Name, path, member.Argument?.Value)
        {
            MayBeEmpty = member.MayBeEmpty,
            IsObject = target.Type.Kind == TypeKind.Element && schema.Type == "object",
            Accepted = target.Type.Kind == TypeKind.Enum && schema.Enum is { } values ? values.ToArray() : [],
            When = member.When.ToArray(),
            Otherwise = member.Otherwise is { } otherwise ? Constant(otherwise) : null,
            MaxLength = target.Type.Kind == TypeKind.String ? schema.MaxLength : null,
        };
    }

    private static bool Fits(TypeRef read, TypeRef target, bool asText) =>
        asText ? IsText(read) && IsText(target)
        : read == target || (IsText(read) && IsText(target)) || (read.Kind == TypeKind.Int32 && target.Kind == TypeKind.Int64)
        || (read.Kind is TypeKind.DateTime or TypeKind.UnixTime && target.Kind is TypeKind.DateTime or TypeKind.UnixTime);

    private bool IsMadeOfSame(MemberModel target)
    {
        bool isMade = made.TryGetValue(target.Type.Name, out MakingModel? model) && model.Overloads.Any(overload => overload.Source.Name == source.Name && overload.Source.Namespace == source.Namespace);
        if (!isMade)
        {
            Wrong($"'{TypeNames.Simple(target.Type)}', the class of '{target.WireName}', is not made of it. Say so with 'x-cs-made-of' there");
        }

        return isMade;
    }

    /// <summary>The representations of a body, those that can be written and the rest.</summary>
    private ReadBodyModel? ReadBody(SpecMadeBody body)
    {
        if (Find(body.Source.Value, type => type.Kind == TypeKind.Model) is not { } path || Class(path.Type) is not { } model)
        {
            return null;
        }

        string? text = fact.Object.Members.FirstOrDefault(member => member.Body?.Value == "text")?.Name;
        var texts = new List<RepresentationModel>();
        foreach (JsonString name in body.Representations)
        {
            if (Find($"{body.Source.Value}.{name.Value}.{text}", IsText) is { } found)
            {
                texts.Add(new RepresentationModel(name.Value, found));
            }
        }

        RepresentationModel[] others =
        [
            .. model.Members
                .Where(member => member.Type.Kind == TypeKind.Model && !body.Representations.Any(name => name.Value == member.WireName))
                .Select(member => new RepresentationModel(member.WireName, new PathModel((MemberModel[])[.. path.Members, member]))),
        ];
        return new ReadBodyModel(path, texts, others);
    }

    private ClassModel? Class(TypeRef type) => all.Select(classes => classes.Of(type)).FirstOrDefault(model => model is not null);

    private PathModel? Find(string path, Func<TypeRef, bool> fits)
    {
        var members = new List<MemberModel>();
        ClassModel? model = source;
        foreach (string name in path.Split('.'))
        {
            MemberModel? member = model?.Members.FirstOrDefault(other => other.WireName == name);
            if (member is null)
            {
                Wrong($"it has no member '{path}'");
                return null;
            }

            members.Add(member);
            model = Class(member.Type);
        }

        if (fits(members[members.Count - 1].Type))
        {
            return new PathModel(members);
        }

        Wrong($"its member '{path}' is {TypeNames.Simple(members[members.Count - 1].Type)}, which does not fit");
        return null;
    }

    private void Wrong(string what)
    {
        _isSound = false;
        diagnostics.WrongMaking(sourceName, $"'{request.Name}' can't be made of '{sourceName.Value}': {what}. Say it otherwise, or take the schema out.");
    }
}
