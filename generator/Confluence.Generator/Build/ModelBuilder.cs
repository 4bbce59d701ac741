using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Turns a document into what is to be emitted. Every decision is made here and in the files beside it; emitters make none.</summary>
internal static class ModelBuilder
{
    public static BuildResult Build(SpecDocument document)
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
        return new BuildResult(new ApiModel(root, clients, allTypes, options), keeper, diagnostics.All);
    }

    private static ClientModel BuildClient(ApiFacts api, string group, List<OperationModel> operations) => new(
        api.Api,
        api.Namespace,
        api.ClientName(group),
        DocModel.Of($"The group {group} of the {api.Api} API: {(operations.Count == 1 ? "one operation" : $"{operations.Count} operations")}."),
        operations.OrderBy(operation => operation.Name, StringComparer.Ordinal).ToArray());
}
