namespace Confluence.Generator.Build.Naming;

/// <summary>
/// The names that schemas get by rule: words that tell how the document is organised (<c>Bulk</c>, <c>Single</c>, <c>Model</c>, and
/// <c>Array</c> for an object that holds a list) give way to words that tell a caller what the thing is.
/// </summary>
internal sealed class SchemaNames(IReadOnlyCollection<string> schemas)
{
    private const string Bulk = "Bulk";
    private const string Single = "Single";
    private const string Model = "Model";
    private const string Request = "Request";
    private const string Details = "Details";
    private const string Array = "Array";
    private const string Collection = "Collection";

    private static readonly string[] s_verbs = ["Create", "Update"];

    private readonly HashSet<string> _plain = new(schemas.Select(Names.Pascal), StringComparer.Ordinal);

    public string For(string schemaName)
    {
        string plain = Names.Pascal(schemaName);
        string name = Tell(plain);

        // A word is needed after all where the name without it belongs to another schema.
        return name == plain || !_plain.Contains(name) ? name : plain;
    }

    private string Tell(string name)
    {
        if (Without(name, Bulk) is { } entity)
        {
            return entity;
        }

        if (Without(name, Single) is { } one)
        {
            return _plain.Contains(one + Bulk) ? one + Details : one;
        }

        return AsRequest(name) ?? Without(name, Model) ?? (Without(name, Array) is { } items ? items + Collection : name);
    }

    /// <summary>Requests sort by what they are about: <c>CreateSpaceRoleRequest</c> is a <c>SpaceRoleCreateRequest</c>.</summary>
    private static string? AsRequest(string name)
    {
        string? verb = s_verbs.FirstOrDefault(candidate => name.StartsWith(candidate, StringComparison.Ordinal));
        string? subject = verb is null ? null : (Without(name, Request) ?? Without(name, Model))?.Substring(verb.Length);
        return string.IsNullOrEmpty(subject) ? null : subject + verb + Request;
    }

    private static string? Without(string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : null;
}
