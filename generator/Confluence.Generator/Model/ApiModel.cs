namespace Confluence.Generator.Model;

/// <summary>
/// What is emitted for one API. The law of this folder: models are immutable, equal by value down to the last list, and hold
/// no offset, no JSON, no Roslyn type and no C# text, so that an edit which changes nothing emits nothing anew.
/// Whoever adds a member keeps all of that true.
/// </summary>
/// <param name="Root">The client that hands out the group clients.</param>
/// <param name="Clients">One per group of operations.</param>
/// <param name="Types">Models, enums, unions and forms.</param>
/// <param name="Options">The optional parameters of operations, one record each.</param>
/// <param name="Makings">How requests are made of what was read.</param>
/// <param name="Catalogue">What it adds to the list of all operations.</param>
internal sealed record ApiModel(
    RootModel Root,
    EquatableArray<ClientModel> Clients,
    EquatableArray<TypeModel> Types,
    EquatableArray<OptionsModel> Options,
    EquatableArray<MakingModel> Makings,
    CatalogueModel Catalogue);

/// <summary>What the documentation of an element says. Text between backticks is code.</summary>
/// <param name="Summary">One sentence or two.</param>
/// <param name="Remarks">Paragraphs.</param>
internal sealed record DocModel(string Summary, EquatableArray<string> Remarks)
{
    public static DocModel Of(string summary) => new(summary, []);
}

/// <summary>The client through which an API is reached.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Of the clients and options.</param>
/// <param name="ClassName">The class that gets a property per group.</param>
/// <param name="ClassNamespace">The namespace of that class.</param>
/// <param name="Parent">What leads to this class; null when it is the main client itself.</param>
/// <param name="Groups">In ordinal order.</param>
internal sealed record RootModel(
    string Api,
    string Namespace,
    string ClassName,
    string ClassNamespace,
    ParentModel? Parent,
    EquatableArray<GroupModel> Groups);

/// <summary>How one client leads to another.</summary>
/// <param name="Property">The property, such as <c>V1</c>.</param>
/// <param name="ClassName">The class that has it.</param>
/// <param name="ClassNamespace">The namespace of that class.</param>
internal sealed record ParentModel(string Property, string ClassName, string ClassNamespace);

/// <param name="Property">The property, such as <c>BlogPosts</c>.</param>
/// <param name="ClassName">The class, such as <c>BlogPostsClient</c>.</param>
/// <param name="Doc">What the group is for.</param>
internal sealed record GroupModel(string Property, string ClassName, DocModel Doc);
