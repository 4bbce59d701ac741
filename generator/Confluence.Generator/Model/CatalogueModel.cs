namespace Confluence.Generator.Model;

/// <summary>What an API adds to the list of all operations. It holds names alone, so that other changes of an operation emit no list anew.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Of the class that lists them.</param>
/// <param name="ClassName">The class that lists them.</param>
/// <param name="Clients">The clients with their operations, in ordinal order of groups.</param>
internal sealed record CatalogueModel(string Api, string Namespace, string ClassName, EquatableArray<CataloguedClientModel> Clients);

/// <param name="Namespace">Of the client.</param>
/// <param name="Name">The C# name of the client.</param>
/// <param name="Operations">The C# names of its operations without Async, in ordinal order.</param>
internal sealed record CataloguedClientModel(string Namespace, string Name, EquatableArray<string> Operations);
