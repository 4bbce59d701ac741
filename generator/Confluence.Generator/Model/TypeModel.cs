namespace Confluence.Generator.Model;

/// <summary>A type to emit.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Doc">What it is.</param>
internal abstract record TypeModel(string Api, string Namespace, string Name, DocModel Doc);

/// <summary>A JSON object.</summary>
/// <param name="Members">In wire order.</param>
internal sealed record ClassModel(string Api, string Namespace, string Name, DocModel Doc, EquatableArray<MemberModel> Members)
    : TypeModel(Api, Namespace, Name, Doc)
{
    /// <summary>The interfaces that stand behind its name; those that they extend do not.</summary>
    public EquatableArray<TypeRef> Interfaces { get; init; } = [];

    /// <summary>The members of its interfaces that its own members do not implement by themselves.</summary>
    public EquatableArray<ExplicitMemberModel> Explicit { get; init; } = [];
}

/// <param name="WireName">The name in JSON, or of the part of a form.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">The compiler asks for it: requests must have it.</param>
/// <param name="Guaranteed">Answers always carry it. Its <paramref name="Null"/> is then <see cref="NullMeaning.None"/>.</param>
/// <param name="Null">What null means.</param>
/// <param name="Doc">What it is.</param>
internal sealed record MemberModel(string WireName, string Name, TypeRef Type, bool Required, bool Guaranteed, NullMeaning Null, DocModel Doc);

/// <summary>What it means when a member is null.</summary>
internal enum NullMeaning
{
    /// <summary>It is never null.</summary>
    None,

    /// <summary>It is not there.</summary>
    Absent,

    /// <summary>Null itself: it is sent.</summary>
    Value,
}

/// <summary>An open enum: the known values of a string that may hold others.</summary>
internal sealed record EnumModel(string Api, string Namespace, string Name, DocModel Doc, EquatableArray<EnumValueModel> Values)
    : TypeModel(Api, Namespace, Name, Doc);

internal sealed record EnumValueModel(string WireValue, string Name);

/// <summary>One of several JSON objects, told apart by members that only one of them has.</summary>
internal sealed record UnionModel(string Api, string Namespace, string Name, DocModel Doc, EquatableArray<UnionCaseModel> Cases)
    : TypeModel(Api, Namespace, Name, Doc);

/// <param name="Name">The C# name of the case.</param>
/// <param name="Type">The model.</param>
/// <param name="TellingMembers">Wire names that no other case has.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, EquatableArray<string> TellingMembers);

/// <summary>The parts of a <c>multipart/form-data</c> body.</summary>
internal sealed record FormModel(string Api, string Namespace, string Name, DocModel Doc, EquatableArray<MemberModel> Members)
    : TypeModel(Api, Namespace, Name, Doc);
