using Confluence.Generator.Build;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.SpecTool.Diff.Surface;

/// <summary>What is generated of a document, to look things up by their names.</summary>
internal sealed class SurfaceIndex
{
    private readonly Dictionary<string, string> _namesByKey;
    private readonly Dictionary<string, string> _typesBySchema;

    public SurfaceIndex(SpecDocument document, BuildResult built)
    {
        Model = built.Model;
        // Names that clash are a problem of their own, which is reported; the first one stands for both.
        Types = Model.Types.DistinctBy(type => type.Name).ToDictionary(type => type.Name, StringComparer.Ordinal);
        Options = Model.Options.DistinctBy(options => options.Name).ToDictionary(options => options.Name, StringComparer.Ordinal);
        Operations = Model.Clients.SelectMany(client => client.Operations.Select(operation => (client, operation))).DistinctBy(pair => pair.operation.Name).ToDictionary(pair => pair.operation.Name, StringComparer.Ordinal);
        _namesByKey = document.Operations.ToDictionary(operation => operation.Key, built.Names.Operation, StringComparer.Ordinal);
        _typesBySchema = built.Names.Schemas.ToDictionary(entry => entry.Key, entry => entry.Value.Name, StringComparer.Ordinal);
    }

    public ApiModel Model { get; }

    public IReadOnlyDictionary<string, TypeModel> Types { get; }

    public IReadOnlyDictionary<string, OptionsModel> Options { get; }

    /// <summary>Gets the operations by C# name, each with the client that has it.</summary>
    public IReadOnlyDictionary<string, (ClientModel Client, OperationModel Operation)> Operations { get; }

    /// <summary>The C# name of an operation, by method and path; null when none is emitted.</summary>
    public string? NameOf(string key) => _namesByKey.TryGetValue(key, out string? name) && Operations.ContainsKey(name) ? name : null;

    public OperationModel? OperationOf(string key) => NameOf(key) is { } name ? Operations[name].Operation : null;

    /// <summary>Gets the names of operations that the document has and that cannot be emitted before something in it is decided.</summary>
    public IEnumerable<string> Unbuilt => _namesByKey.Values.Where(name => !Operations.ContainsKey(name));

    /// <summary>The C# type of a named schema; null when none is emitted.</summary>
    public string? TypeOf(string schema) => _typesBySchema.TryGetValue(schema, out string? name) && Types.ContainsKey(name) ? name : null;

    /// <summary>The types that an operation takes and gives.</summary>
    public IEnumerable<string> TypesOf(string operation)
    {
        OperationModel model = Operations[operation].Operation;
        IEnumerable<TypeRef?> types = [model.Body?.Type, model.Result.Type, .. model.Arguments.Select(argument => argument.Type)];
        IEnumerable<TypeRef> optional = model.Options is { } options ? Options[options].Options.Select(option => option.Type) : [];
        return [.. types.OfType<TypeRef>().Concat(optional).SelectMany(Names), .. model.Options is { } name ? [name] : Array.Empty<string>()];
    }

    /// <summary>All types that an operation leads to.</summary>
    public HashSet<string> Reach(string operation)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(TypesOf(operation));
        while (next.TryDequeue(out string? type))
        {
            if (all.Add(type))
            {
                foreach (string inner in TypesIn(type))
                {
                    next.Enqueue(inner);
                }
            }
        }

        return all;
    }

    /// <summary>The types that a type names.</summary>
    public IEnumerable<string> TypesIn(string type) => Types.GetValueOrDefault(type) switch
    {
        ClassModel model => model.Members.SelectMany(member => Names(member.Type)).Concat(model.Interfaces.SelectMany(Names)),
        FormModel model => model.Members.SelectMany(member => Names(member.Type)),
        UnionModel model => model.Cases.SelectMany(one => Names(one.Type)),
        InterfaceModel model => model.Members.SelectMany(member => Names(member.Type)).Concat(model.Bases.SelectMany(Names)),
        _ => [],
    };

    /// <summary>The types that a use of a type names.</summary>
    public static IEnumerable<string> Names(TypeRef type) => type.Item is { } item ? Names(item) : type.Name.Length > 0 ? [type.Name] : [];
}
