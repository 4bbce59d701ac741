using Confluence.Generator.Build;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Diff.Surface;
using Confluence.SpecTool.Diff.Wire;

namespace Confluence.SpecTool.Explain;

/// <summary>Everything of a document that can be asked for.</summary>
internal sealed class Subjects
{
    private readonly SpecDocument _document;
    private readonly BuildResult _built;
    private readonly SurfaceIndex _surface;
    private readonly WireDocument _wire;
    private readonly DocumentPlaces _places;

    public Subjects(SpecDocument document, BuildResult built)
    {
        _document = document;
        _built = built;
        _surface = new SurfaceIndex(document, built);
        _wire = new WireDocument(document.Node, _surface);
        _places = new DocumentPlaces(_wire);
        All = [.. Groups(), .. Operations(), .. Types(), .. Unemitted()];
    }

    public IReadOnlyList<Subject> All { get; }

    /// <summary>Where a node stands, as a JSON pointer; null where it is not in the document.</summary>
    public string? PointerOf(JsonNode node) => _wire.PointerOf(node);

    private IEnumerable<Subject> Groups()
    {
        IReadOnlyList<JsonMember> tags = _document.Node.Child("x-cs-groups")?.Members ?? [];
        return _built.Model.Root.Groups.Select(group => new Subject(
            "group", group.Property, [group.Property, group.ClassName], $"{_built.Model.Root.Namespace}.{group.ClassName}", HintName.Of(_document.Api, group.ClassName))
        {
            Places = [.. tags.Where(tag => tag.Value is JsonString name && name.Value == group.Property).Select(tag => ($"tag {tag.Name}", tag.Value))],
        });
    }

    private IEnumerable<Subject> Operations()
    {
        foreach (WireOperation operation in _wire.Operations.Values)
        {
            if (_surface.NameOf(operation.Key) is not { } name)
            {
                continue;
            }

            (ClientModel client, OperationModel model) = _surface.Operations[name];
            string group = _built.Model.Root.Groups.First(one => one.ClassName == client.Name).Property;
            yield return new Subject(
                "operation",
                operation.Key,
                [name, name + "Async", $"{client.Name}.{name}", $"{client.Name}.{name}Async", $"{group}.{name}", $"{group}.{name}Async", operation.Id ?? "", operation.Key],
                $"{TypeSpelling.Of(model.Result)} {client.Namespace}.{client.Name}.{name}Async",
                HintName.Of(client))
            {
                Places = [(operation.Key, operation.Node)],
                NameMapSteps = ["operations", operation.Key],
            };
            foreach (WireParameter parameter in operation.Parameters)
            {
                yield return OfParameter(operation, parameter, client, model);
            }
        }
    }

    private Subject OfParameter(WireOperation operation, WireParameter parameter, ClientModel client, OperationModel model)
    {
        ArgumentModel? argument = model.Arguments.FirstOrDefault(one => one.WireName == parameter.Name);
        OptionsModel? options = model.Options is { } name ? _surface.Options[name] : null;
        OptionModel? option = options?.Options.FirstOrDefault(one => one.WireName == parameter.Name);
        List<string> names = [$"{model.Name}.{parameter.Name}", $"{operation.Key} ?{parameter.Name}"];
        if (option is not null)
        {
            names.Add($"{model.Options}.{option.Name}");
        }
        else if (argument is not null)
        {
            names.Add($"{model.Name}.{argument.Name}");
        }

        (string text, string? file) = argument is not null ? ($"the argument {TypeSpelling.Of(argument.Type)} {argument.Name} of {client.Name}.{model.Name}Async", HintName.Of(client))
            : option is not null && options is not null ? ($"{TypeSpelling.Of(option.Type)}? {options.Namespace}.{options.Name}.{option.Name}", HintName.Of(options))
            : ("none: the runtime sends it by itself", (string?)null);
        return new Subject("parameter", $"{operation.Key} ?{parameter.Name}", names, text, file)
        {
            Places = [($"{operation.Key} ?{parameter.Name}", parameter.Node)],
            NameMapSteps = option is null || options is null ? [] : ["members", options.Name, parameter.Name],
        };
    }

    private IEnumerable<Subject> Types() => _built.Model.Types.SelectMany(OfType);

    private IEnumerable<Subject> OfType(TypeModel type)
    {
        (DiffPlace Place, JsonObject Node)[] places = [.. _places.OfType(type.Name)];
        string[] schemas = [.. _built.Names.Schemas.Where(entry => entry.Value.Name == type.Name).Select(entry => entry.Key)];
        string file = HintName.Of(type);
        yield return new Subject("type", type.Name, [type.Name, .. schemas], $"{type.Namespace}.{type.Name}", file)
        {
            Places = type is InterfaceModel ? Stated(type.Name) : [.. places.Select(place => (place.Place.Text, (JsonNode)place.Node))],
            NameMapSteps = schemas.Length > 0 ? ["schemas", schemas[0]] : _built.Names.Inline.Where(entry => entry.Value.Name == type.Name).Select(entry => new[] { "inline", entry.Key }).FirstOrDefault() ?? [],
        };

        IEnumerable<Subject> inner = type switch
        {
            ClassModel model => model.Members.Select(member => OfMember(type, member, schemas, file)),
            FormModel model => model.Members.Select(member => OfMember(type, member, schemas, file)),
            EnumModel model => model.Values.Select(value => OfValue(model, value, schemas, file, places)),
            InterfaceModel model => model.Members.Select(member => OfMember(model, member, file)),
            _ => [],
        };
        foreach (Subject subject in inner)
        {
            yield return subject;
        }
    }

    private Subject OfMember(TypeModel type, MemberModel member, string[] schemas, string file)
    {
        (DiffPlace Place, JsonObject Node, JsonObject Owner)[] places = [.. _places.OfMember(type.Name, member.WireName)];
        string declared = $"{(member.Required ? "required " : "")}{TypeSpelling.Of(member.Type)}{(member.Null == NullMeaning.None ? "" : "?")} {type.Namespace}.{type.Name}.{member.Name}";
        return new Subject(
            "member", $"{type.Name}.{member.Name}", [$"{type.Name}.{member.Name}", $"{type.Name}.{member.WireName}", .. schemas.Select(schema => $"{schema}.{member.WireName}")], declared, file)
        {
            Places = [.. places.Select(place => (place.Place.Text, (JsonNode)place.Node))],
            NameMapSteps = ["members", type.Name, member.WireName],
            Owners = [.. places.Select(place => (place.Owner, member.WireName))],
        };
    }

    private Subject OfMember(InterfaceModel type, InterfaceMemberModel member, string file) => new(
        "member", $"{type.Name}.{member.Name}", [$"{type.Name}.{member.Name}"], $"{TypeSpelling.Of(member.Type)}{(member.IsNullable ? "?" : "")} {type.Namespace}.{type.Name}.{member.Name}", file)
    {
        Places = Stated(type.Name),
    };

    /// <summary>Where an overlay states an interface.</summary>
    private IReadOnlyList<(string Place, JsonNode Node)> Stated(string name) => [.. _document.Interfaces.Where(one => one.Name == name).Select(one => ("x-cs-interfaces", one.Node))];

    private static Subject OfValue(EnumModel type, EnumValueModel value, string[] schemas, string file, (DiffPlace Place, JsonObject Node)[] places) => new(
        "enum value",
        $"{type.Name}.{value.Name}",
        [$"{type.Name}.{value.Name}", $"{type.Name}.{value.WireValue}", .. schemas.Select(schema => $"{schema}.{value.WireValue}")],
        $"{type.Namespace}.{type.Name}.{value.Name}",
        file)
    {
        Places =
        [
            .. places.SelectMany(place => place.Node.Items("enum").OfType<JsonString>().Where(item => item.Value == value.WireValue).Select(item => (place.Place.Text, (JsonNode)item))),
        ],
        NameMapSteps = ["values", type.Name, value.WireValue],
    };

    /// <summary>Named schemas that nothing is emitted for.</summary>
    private IEnumerable<Subject> Unemitted() => _document.Schemas.Where(schema => _surface.TypeOf(schema.Name) is null).Select(schema => new Subject(
        "schema", schema.Name, [schema.Name], "none: no operation leads to it, or it is a list, a page of results or a plain value, which needs no type", null)
    {
        Places = [(schema.Name, schema.Schema.Node)],
        NameMapSteps = ["schemas", schema.Name],
    });
}
