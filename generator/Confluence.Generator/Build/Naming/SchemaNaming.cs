using Confluence.Generator.Spec.NameMaps;

namespace Confluence.Generator.Build.Naming;

/// <summary>What is known of the name of a schema before it is known whether it becomes a type.</summary>
/// <param name="Name">The C# name, should the schema become a type.</param>
/// <param name="Rule">The name that the rules give.</param>
/// <param name="Place">Where the schema is used.</param>
/// <param name="IsChosen">An overlay or the name map gave the name.</param>
/// <param name="IsComponent">The document gave the schema a name.</param>
internal readonly record struct SchemaNaming(string Name, string Rule, Place Place, bool IsChosen, bool IsComponent)
{
    /// <summary>Whether a type of this name will do.</summary>
    public bool Accepts(string other) => !IsChosen || Name == other;

    /// <summary>What the names of nameless parts begin with. Not a chosen name: that belongs to the type which the schema, or its item, becomes.</summary>
    public string Basis => IsComponent ? Name : Rule;

    /// <summary>What the schema is called in errors.</summary>
    public string What => IsComponent ? $"the schema '{Rule}'" : $"a schema inside '{Rule}'";

    public static SchemaNaming OfComponent(string name, string schemaName, Place place) => new(name, schemaName, place, IsChosen: false, IsComponent: true);
}
