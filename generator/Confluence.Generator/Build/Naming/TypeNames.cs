using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build.Naming;

/// <summary>Hands out the names of types: a name stands for one shape. Equal shapes under one name are one type.</summary>
internal sealed class TypeNames(BuildDiagnostics diagnostics)
{
    // Each type is a file, and the compiler does not tell files apart by case.
    private readonly Dictionary<string, (TypeModel Model, string What, bool IsChosen)> _byName = new(StringComparer.OrdinalIgnoreCase);

    public List<TypeModel> Types => [.. _byName.Values.Select(entry => entry.Model).OrderBy(model => model.Name, StringComparer.Ordinal)];

    /// <param name="node">Where it stands.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="model">What is to be emitted.</param>
    /// <param name="isChosen">Whether an overlay gives the name to this schema. Enums that are given one name are one: it has the values of all, in the order in which they come.</param>
    public void Add(JsonNode node, string what, TypeModel model, bool isChosen = false)
    {
        if (!diagnostics.CheckTypeName(node, model.Name, what))
        {
            return;
        }

        if (!_byName.TryGetValue(model.Name, out (TypeModel Model, string What, bool IsChosen) known))
        {
            _byName.Add(model.Name, (model, what, isChosen));
        }
        else if (known is { Model: EnumModel one, IsChosen: true } && isChosen && model is EnumModel other)
        {
            _byName[model.Name] = known with { Model = one with { Values = one.Values.Union(other.Values).ToArray() } };
        }
        else if (!IsSame(known.Model, model))
        {
            diagnostics.Collision(node, model.Name, known.What, what);
        }
    }

    /// <summary>The order of the values of an enum is not part of its shape.</summary>
    private static bool IsSame(TypeModel known, TypeModel model) => (known, model) switch
    {
        (EnumModel one, EnumModel other) => new HashSet<EnumValueModel>(one.Values).SetEquals(other.Values),
        _ => known with { Doc = model.Doc } == model,
    };

    /// <summary>The name of a type, without its namespace.</summary>
    public static string Simple(TypeRef type) => type.Name.Length > 0 ? type.Name : type.Kind.ToString();
}
