namespace Confluence.Generator.Model;

/// <summary>What several classes have in common.</summary>
/// <param name="Bases">The interfaces that it extends.</param>
/// <param name="Members">Its own members, in the order of the document.</param>
internal sealed record InterfaceModel(
    string Api, string Namespace, string Name, DocModel Doc, EquatableArray<TypeRef> Bases, EquatableArray<InterfaceMemberModel> Members)
    : TypeModel(Api, Namespace, Name, Doc);

/// <param name="Name">The C# name.</param>
/// <param name="Type">What it gives.</param>
/// <param name="IsNullable">Whether null may come.</param>
/// <param name="Doc">What it is.</param>
internal sealed record InterfaceMemberModel(string Name, TypeRef Type, bool IsNullable, DocModel Doc);

/// <summary>How a class has a member of an interface that its own member does not implement by itself.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Member">The member of the interface.</param>
/// <param name="Source">The member of the class; null when it has none, and the interface's gives null.</param>
/// <param name="AsText">The class has an enum, and the interface its text.</param>
internal sealed record ExplicitMemberModel(TypeRef Interface, InterfaceMemberModel Member, MemberModel? Source, bool AsText);
