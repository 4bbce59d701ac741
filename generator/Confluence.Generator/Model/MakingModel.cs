namespace Confluence.Generator.Model;

/// <summary>How a request is made of something that was read.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Of the request.</param>
/// <param name="Request">The C# name of the request.</param>
/// <param name="Kind">What was read, as messages call it.</param>
/// <param name="Parameter">The argument in which it comes.</param>
/// <param name="Doc">What the method is for.</param>
/// <param name="Texts">What the documentation says of the argument, the result and the exceptions.</param>
/// <param name="Arguments">What callers may change.</param>
/// <param name="AtMostOne">Arguments of which at most one may be given.</param>
/// <param name="Overloads">One for each class that the request is made of.</param>
internal sealed record MakingModel(
    string Api,
    string Namespace,
    string Request,
    string Kind,
    string Parameter,
    DocModel Doc,
    MakingTexts Texts,
    EquatableArray<MakingArgument> Arguments,
    EquatableArray<string> AtMostOne,
    EquatableArray<MakingOverload> Overloads);

/// <param name="Read">Of what was read.</param>
/// <param name="Returns">Of the request.</param>
/// <param name="Refused">Of what makes it impossible.</param>
internal sealed record MakingTexts(string Read, string Returns, string Refused);

/// <param name="Name">The C# name.</param>
/// <param name="Type">What it takes, beside null.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Doc">What it is for.</param>
internal sealed record MakingArgument(string Name, TypeRef Type, bool IsRequired, DocModel Doc);

/// <param name="Source">The class that was read.</param>
/// <param name="Key">The member by which messages name it; null for none.</param>
/// <param name="Current">The status that must be current, and what to do when it is not.</param>
/// <param name="State">Status and number of the version where they hang together.</param>
/// <param name="Body">The body of which a text is chosen.</param>
/// <param name="Refusals">What makes it impossible.</param>
/// <param name="Members">The members of the request that are set.</param>
internal sealed record MakingOverload(
    TypeRef Source,
    PathModel? Key,
    ReadCurrentModel? Current,
    ReadStateModel? State,
    ReadBodyModel? Body,
    EquatableArray<RefusalModel> Refusals,
    EquatableArray<MadeMember> Members);

/// <summary>A member of what was read, of a member of it, and so on.</summary>
internal sealed record PathModel(EquatableArray<MemberModel> Members)
{
    public TypeRef Type => Members[Members.Count - 1].Type;
}

internal sealed record ReadCurrentModel(PathModel Status, string Otherwise);

internal sealed record ReadStateModel(PathModel Status, PathModel Number, string Argument);

/// <param name="Path">The body.</param>
/// <param name="Texts">The representations that can be written, the best first, each with its text.</param>
/// <param name="Others">The representations that cannot.</param>
internal sealed record ReadBodyModel(PathModel Path, EquatableArray<RepresentationModel> Texts, EquatableArray<RepresentationModel> Others);

/// <param name="Name">Its name on the wire.</param>
/// <param name="Path">Where it stands; its text, if it can be written.</param>
internal sealed record RepresentationModel(string Name, PathModel Path);

/// <param name="Source">Where the text is read.</param>
/// <param name="Is">The text that makes it impossible.</param>
/// <param name="Given">Only when this argument is given; null for always.</param>
/// <param name="Because">What is so, and what to do.</param>
internal sealed record RefusalModel(PathModel Source, string Is, string? Given, string Because);

/// <param name="Member">The member of the request.</param>
/// <param name="Value">What it gets.</param>
/// <param name="IsNeeded">An update makes no sense without it.</param>
internal sealed record MadeMember(MemberModel Member, MadeValue Value, bool IsNeeded);

/// <summary>What a member of a request gets.</summary>
internal abstract record MadeValue;

/// <summary>Always the same.</summary>
/// <param name="Text">A text, or a number or truth as both JSON and C# write it.</param>
/// <param name="IsText">Which of them.</param>
internal sealed record ConstantValue(string Text, bool IsText) : MadeValue;

/// <summary>What was read, or what an argument says instead.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Read">Where it was read; null for nowhere.</param>
/// <param name="Argument">The argument; null for none.</param>
internal sealed record ReadValue(string Name, PathModel? Read, string? Argument) : MadeValue
{
    /// <summary>An empty text is one too.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>It must be a JSON object.</summary>
    public bool IsObject { get; init; }

    /// <summary>The texts that a request takes; empty where it takes all that its type has.</summary>
    public EquatableArray<string> Accepted { get; init; } = [];

    /// <summary>The texts that are sent as they were read; empty for all.</summary>
    public EquatableArray<string> When { get; init; } = [];

    /// <summary>What is sent when nothing came; null for nothing.</summary>
    public ConstantValue? Otherwise { get; init; }

    /// <summary>The most characters that a text may have.</summary>
    public string? MaxLength { get; init; }
}

/// <summary>The number of a version.</summary>
/// <param name="Read">The number that was read.</param>
/// <param name="IsNext">Whether the one after it is sent.</param>
internal sealed record VersionValue(PathModel Read, bool IsNext) : MadeValue;

/// <summary>A part of <see cref="ReadStateModel"/>.</summary>
internal sealed record StateValue(bool IsNumber) : MadeValue;

/// <summary>A part of the text that was chosen of <see cref="ReadBodyModel"/>.</summary>
internal sealed record BodyValue(bool IsRepresentation) : MadeValue;

/// <summary>What its class makes of the same thing, unless an argument gives it.</summary>
internal sealed record MadeOfSameValue(string Argument) : MadeValue;

/// <summary>An object.</summary>
/// <param name="Members">Its members. Where the object may be left out, it is when the only one that is not constant comes to nothing.</param>
internal sealed record ObjectValue(EquatableArray<MadeMember> Members) : MadeValue;
