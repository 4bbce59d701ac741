using Confluence.Generator.Build.Making;
using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Turns a document into what is to be emitted. Every decision is made here and in the files beside it; emitters make none.</summary>
internal static class ModelBuilder
{
    /// <summary>Builds the models of one document that needs no other.</summary>
    public static BuildResult Build(SpecDocument document) => Build([document])[0];

    /// <summary>Builds the models of documents of which one may speak of another.</summary>
    /// <returns>One result for each, in the same order.</returns>
    public static IReadOnlyList<BuildResult> Build(IReadOnlyList<SpecDocument> documents)
    {
        var parts = documents.Select(BuildOne).ToList();
        SourceClasses[] all = [.. parts.Select(part => part.Classes)];
        return
        [
            .. parts.Select((part, i) => new BuildResult(
                part.Model with { Makings = new Makings(documents[i], part.Classes, all, [.. part.Model.Clients], part.Diagnostics).Build() },
                part.Names,
                part.Diagnostics.All)),
        ];
    }

    private static (ApiModel Model, NameKeeper Names, SourceClasses Classes, BuildDiagnostics Diagnostics) BuildOne(SpecDocument document)
    {
        var diagnostics = new BuildDiagnostics();
        ApiFacts api = ApiFacts.Of(document.Api);
        var keeper = new NameKeeper(document);
        var schemas = new SchemaIndex(document);
        var directions = new Directions(document, schemas);
        new AddedLinks(schemas, directions, diagnostics).Add();
        var types = new TypeBuilder(api, schemas, directions, keeper, diagnostics);
        var operations = new OperationBuilder(api, schemas, types, keeper, new ArgumentNames(document), diagnostics);

        var groups = new SortedDictionary<string, List<OperationModel>>(StringComparer.Ordinal);
        var names = new OperationNames(keeper, diagnostics);
        foreach (SpecOperation operation in document.Operations)
        {
            if (!names.TryAdd(operation, out string group) || operations.Build(operation) is not { } model)
            {
                continue;
            }

            if (!groups.TryGetValue(group, out List<OperationModel>? members))
            {
                groups.Add(group, members = []);
            }

            members.Add(model);
        }

        TypeModel[] allTypes = new Interfaces(api, new ShapeIndex(api, document, schemas, types, diagnostics), types, diagnostics).Add();
        ClientModel[] clients = [.. groups.Select(group => BuildClient(api, group.Key, group.Value))];
        var root = new RootModel(
            api.Api,
            api.Namespace,
            api.Root.Name,
            api.Root.Namespace,
            api.Parent,
            groups.Keys.Zip(clients, (group, client) => new GroupModel(group, client.Name, client.Doc)).ToArray());
        OptionsModel[] options = [.. operations.Options.OrderBy(option => option.Name, StringComparer.Ordinal)];
        return (new ApiModel(root, clients, allTypes, options, [], BuildCatalogue(api, clients)), keeper, new SourceClasses(document, schemas, types), diagnostics);
    }

    private static CatalogueModel BuildCatalogue(ApiFacts api, ClientModel[] clients) => new(
        api.Api,
        ApiFacts.Catalogue.Namespace,
        ApiFacts.Catalogue.Name,
        clients.Select(client => new CataloguedClientModel(client.Namespace, client.Name, client.Operations.Select(operation => operation.Name).ToArray())).ToArray());

    private static ClientModel BuildClient(ApiFacts api, string group, List<OperationModel> operations) => new(
        api.Api,
        api.Namespace,
        api.ClientName(group),
        group,
        DocModel.Of($"The group {group} of the {api.Api} API: {(operations.Count == 1 ? "one operation" : $"{operations.Count} operations")}."),
        operations.OrderBy(operation => operation.Name, StringComparer.Ordinal).ToArray());
}
