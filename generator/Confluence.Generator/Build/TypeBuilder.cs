using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Decides the C# type of a schema, and collects the types that have to be emitted: only those that an operation reaches.</summary>
internal sealed partial class TypeBuilder(ApiFacts api, SchemaIndex schemas, Directions directions, NameKeeper keeper, BuildDiagnostics diagnostics)
{
    private const int DeepestNesting = 100;

    private readonly Dictionary<JsonNode, TypeRef> _byNode = [];
    private readonly HashSet<JsonNode> _begun = [];
    private readonly Dictionary<string, TypeRef> _enumsByValues = new(StringComparer.Ordinal);
    private readonly TypeNames _names = new(diagnostics);
    private int _depth;

    /// <summary>In ordinal order of their names.</summary>
    public List<TypeModel> Types => _names.Types;

    /// <summary>The type that a schema has got; null when no operation leads to it.</summary>
    public TypeRef? Find(SpecSchema schema) => _byNode.TryGetValue(schema.Node, out TypeRef? type) ? type : null;

    /// <summary>Adds a type that no schema stands for.</summary>
    public void Add(JsonNode node, string what, TypeModel model) => _names.Add(node, what, model);

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema, or a reference to one.</param>
    /// <param name="rule">The C# name for the type, should the schema need one and nobody have chosen another.</param>
    /// <param name="place">Where the type is used: what stands there keeps its name when the document renames it.</param>
    public TypeRef Resolve(SpecSchema schema, string rule, Place place)
    {
        TypeRef type = ResolvePart(schema, rule, place);
        if (type.Kind != TypeKind.File)
        {
            return type;
        }

        diagnostics.Unsupported(schema.Node, $"A file stands in '{rule}', and files are sent as parts of multipart/form-data only.");
        return TypeRef.Element;
    }

    /// <summary>The same where a file may stand.</summary>
    private TypeRef ResolvePart(SpecSchema schema, string rule, Place place)
    {
        if (schema.Reference is not { } reference)
        {
            (string name, bool isChosen) = keeper.InlineSchema(rule, schema, place);
            return ResolveTarget(schema, schema.Node, new SchemaNaming(name, rule, place, isChosen, IsComponent: false));
        }

        SpecSchema target = schemas.Find(schema);
        TypeRef type = ResolveTarget(target, schema.Node["$ref"] ?? schema.Node, SchemaNaming.OfComponent(keeper.Schema(reference, target, place), reference, place));
        return schema.CsLazyText && type.Kind == TypeKind.String ? TypeRef.LazyText : type;
    }

    private TypeRef ResolveTarget(SpecSchema schema, JsonNode at, SchemaNaming naming)
    {
        if (_byNode.TryGetValue(schema.Node, out TypeRef? known))
        {
            return known;
        }

        // A class or union is known before its members are; whatever else comes back to itself here would do so for ever.
        if (!_begun.Add(schema.Node))
        {
            diagnostics.Unsupported(at, $"The schema '{naming.Name}' is made of itself, with no object in between.");
            return TypeRef.Element;
        }

        // Each schema on the way is a call of this method, and a compiler that runs out of stack tells nothing any more.
        if (_depth == DeepestNesting)
        {
            diagnostics.Unsupported(at, $"More than {DeepestNesting} schemas stand inside each other at '{naming.Name}'.");
            return TypeRef.Element;
        }

        _depth++;
        TypeRef type = schema switch
        {
            { AllOf.Count: > 0 } => ResolveAllOf(schema, naming),
            { OneOf.Count: > 0 } => ResolveAlternatives(schema, schema.OneOf, naming),
            { AnyOf.Count: > 0 } => ResolveAlternatives(schema, schema.AnyOf, naming),
            { Enum: { } values } => ResolveEnum(schema, values, naming),
            { Properties.Count: > 0 } => ResolveClass(schema, schema.Properties, schema.Required, schema.CsRequired, naming),
            _ => ResolvePlain(schema, naming),
        };
        _depth--;
        _byNode[schema.Node] = type;
        return type;
    }

    private TypeRef ResolvePlain(SpecSchema schema, SchemaNaming naming)
    {
        switch (schema.Type)
        {
            case "integer" or "string" when schema.CsUnixTime:
                return TypeRef.UnixTime;
            case "string":
                return schema.CsLazyText ? TypeRef.LazyText : schema.Format switch
                {
                    "date-time" => TypeRef.DateTime,
                    "binary" => TypeRef.File,
                    _ => TypeRef.String,
                };
            case "integer":
                return schema.Format == "int32" ? TypeRef.Int32 : TypeRef.Int64;
            case "number":
                return TypeRef.Double;
            case "boolean":
                return TypeRef.Boolean;
            case "array" when schema.Items is { } items:
                return TypeRef.List(ResolveItem(items, Plurals.Singular(naming.Basis), naming.Place.Item));
            case "array":
                return TypeRef.List(TypeRef.Element);
            case "object" or null when schema.AdditionalProperties is { } values:
                return TypeRef.Map(ResolveItem(values, naming.Basis + "Entry", naming.Place.Value));
            default:
                return TypeRef.Element;
        }
    }

    /// <summary>An item of a list or map. Unlike a member, it has no way to be left out: where null may stand, the type must say so.</summary>
    private TypeRef ResolveItem(SpecSchema schema, string rule, Place place)
    {
        TypeRef type = Resolve(schema, rule, place);

        // A named schema that is nullable (v1's Content and User) means the members that hold it; no list was seen to hold a null.
        if (!schema.Nullable)
        {
            return type;
        }

        if (!type.IsValueType)
        {
            diagnostics.Unsupported(schema.Node, $"The items of '{rule}' may be null, which is known of scalars and enums only.");
        }

        return type with { IsNullable = type.IsValueType };
    }

    private TypeRef ResolveEnum(SpecSchema schema, IReadOnlyList<string> values, SchemaNaming naming)
    {
        // The documents write one set of values into many parameters and members: callers shall not convert between them.
        string key = SchemaIndex.EnumKey(values);
        if (!naming.IsComponent && schemas.FindEnum(key) is { } component && naming.Accepts(keeper.PeekSchema(component.Name, component.Schema, naming.Place)))
        {
            return Settle(naming, ResolveTarget(component.Schema, schema.Node, SchemaNaming.OfComponent(keeper.Schema(component.Name, component.Schema, naming.Place), component.Name, naming.Place)));
        }

        if (!naming.IsComponent && _enumsByValues.TryGetValue(key, out TypeRef? twin) && naming.Accepts(twin.Name))
        {
            return Settle(naming, twin);
        }

        string name = naming.Name;

        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        var models = new List<EnumValueModel>(values.Count);
        foreach (string value in values)
        {
            string valueName = keeper.Value(name, value, () => Names.EnumValue(value, name));
            if (valueName.Length == 0)
            {
                diagnostics.Unsupported(ValueNode(schema, value), $"The enum value '{value}' holds no letter or digit to make a name of.");
            }
            else if (byName.TryGetValue(valueName, out string? other))
            {
                // The same value twice has been reported by the reader.
                if (other != value)
                {
                    diagnostics.EnumCollision(ValueNode(schema, value), name + "." + valueName, other, value);
                }
            }
            else
            {
                byName.Add(valueName, value);
                models.Add(new EnumValueModel(value, valueName));
            }
        }

        _names.Add(schema.Node, naming.What, new EnumModel(api.Api, api.ModelNamespace, name, Facts.Enum($"`{name}`", api.Api), models), isChosen: schema.CsName is not null);
        TypeRef type = Settle(naming, new TypeRef(TypeKind.Enum, api.ModelNamespace, name));
        if (!_enumsByValues.ContainsKey(key))
        {
            _enumsByValues.Add(key, type);
        }

        return type;
    }

    /// <summary>The last place where an enum says a value.</summary>
    private static JsonNode ValueNode(SpecSchema schema, string value) =>
        schema.EnumNode?.Items.LastOrDefault(item => item is JsonString text && text.Value == value) ?? schema.Node;

    private TypeRef ResolveClass(SpecSchema schema, IReadOnlyList<SpecProperty> properties, IReadOnlyList<string> required, IReadOnlyList<string> guaranteed, SchemaNaming naming)
    {
        string name = naming.Name;
        if (!naming.IsComponent && Quirks.IsEmbeddedCollection(schema))
        {
            string item = TypeNames.Simple(Resolve(properties[0].Schema.Items ?? schema, naming.Basis, naming.Place.Result));
            name = naming.IsChosen ? name : item + "Collection";
        }

        // Before the members: a schema may hold itself.
        TypeRef type = Settle(naming, new TypeRef(TypeKind.Model, api.ModelNamespace, name));
        _byNode[schema.Node] = type;
        EquatableArray<MemberModel> members = BuildMembers(properties, Presence.OfClass(directions, schema, required, guaranteed), name);
        CheckGuarantees(schema, properties, name);
        if (members.Count > 64)
        {
            diagnostics.Unsupported(schema.Node, $"The schema '{name}' has {members.Count} members; the runtime keeps track of 64.");
        }

        _names.Add(schema.Node, naming.What, new ClassModel(api.Api, api.ModelNamespace, name, Facts.Type($"The object `{name}`", api.Api), members));
        return type;
    }

    /// <summary>Remembers what a schema without a name in the document is called.</summary>
    private TypeRef Settle(SchemaNaming naming, TypeRef type)
    {
        if (!naming.IsComponent)
        {
            keeper.Settle(naming.Rule, type.Name, naming.Place);
        }

        return type;
    }
}
