namespace Confluence.Sandbox.Operations;

/// <summary>The scopes that each operation asks for, out of Atlassian's two documents.</summary>
internal static class OperationScopes
{
    /// <summary>Gives the scopes of the operation that a path belongs to; none for a path that no document knows.</summary>
    /// <param name="method">The method in capitals.</param>
    /// <param name="path">The path from the root of the site, still percent-encoded.</param>
    public static IReadOnlyList<string> Of(string method, string path) => DocumentedOperations.Find(method, path)?.Scopes ?? [];
}
