using System.Runtime.CompilerServices;

namespace Confluence.Generated.Raw;

/// <summary>Checks the names that callers give to raw requests.</summary>
internal static class RawNames
{
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static string? CheckName(string? name, [CallerMemberName] string? property = null) => name is null || !string.IsNullOrWhiteSpace(name)
        ? name
        : throw new ArgumentException("The name of the operation is empty. Use a name such as 'Whiteboards.Export', or null for the default.", property);

    /// <exception cref="ArgumentException">The template is not valid.</exception>
    public static string? CheckTemplate(string? template, [CallerMemberName] string? property = null) =>
        template is null || (template.StartsWith("/wiki/", StringComparison.Ordinal) && !template.Contains('?', StringComparison.Ordinal))
            ? template
            : throw new ArgumentException("The template of the path must begin with '/wiki/' and have no query. Use a template such as '/wiki/api/v2/whiteboards/{id}/export', or null for the default.", property);
}
