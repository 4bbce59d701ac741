using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Build.Naming;

/// <summary>Hands out the names of types: a name stands for one shape. Equal shapes under one name are one type.</summary>
internal sealed class TypeNames(BuildDiagnostics diagnostics)
{
    private static readonly string[] s_esPlurals = ["sses", "uses", "xes", "ches", "shes"];

    // Each type is a file, and the compiler does not tell files apart by case.
    private readonly Dictionary<string, (TypeModel Model, string What)> _byName = new(StringComparer.OrdinalIgnoreCase);

    public List<TypeModel> Types => [.. _byName.Values.Select(entry => entry.Model).OrderBy(model => model.Name, StringComparer.Ordinal)];

    public void Add(JsonNode node, string what, TypeModel model)
    {
        if (!diagnostics.CheckName(node, model.Name, what))
        {
            return;
        }

        if (!_byName.TryGetValue(model.Name, out (TypeModel Model, string What) known))
        {
            _byName.Add(model.Name, (model, what));
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

    /// <summary>The name of one item of a list that is called <paramref name="list"/>: the singular of a plural, the name itself otherwise.</summary>
    public static string Item(string list)
    {
        if (list.EndsWith("ies", StringComparison.Ordinal))
        {
            return list.Substring(0, list.Length - 3) + "y";
        }

        foreach (string ending in s_esPlurals)
        {
            if (list.EndsWith(ending, StringComparison.Ordinal))
            {
                return list.Substring(0, list.Length - 2);
            }
        }

        bool isPlural = list.EndsWith("s", StringComparison.Ordinal) && !list.EndsWith("ss", StringComparison.Ordinal) && !list.EndsWith("us", StringComparison.Ordinal);
        return isPlural ? list.Substring(0, list.Length - 1) : list;
    }

    /// <summary>The name of a type, without its namespace.</summary>
    public static string Simple(TypeRef type) => type.Name.Length > 0 ? type.Name : type.Kind.ToString();
}
