namespace Confluence.Generated;

/// <summary>Tells which scopes a token needs. Unscoped API tokens need none: they can do what their account can.</summary>
public static class ConfluenceScopes
{
    /// <summary>Gets the scopes that a token needs to call all of some operations: of an OAuth 2.0 app, of a service account, or an API token with scopes.</summary>
    /// <param name="operations">The operations, for example from <see cref="ConfluenceOperations.Find"/>, or those of <see cref="ConfluenceOperations.All"/> that a program calls.</param>
    /// <returns>The scopes, each once, in ordinal order. A token needs all of them; empty if the operations name none.</returns>
    /// <remarks>
    /// <para>Scopes come in two families, and one does not stand for the other: granular ones, such as <c>read:page:confluence</c>, and classic ones, such as
    /// <c>read:confluence-content.all</c>. Operations of v2 need granular ones only. Those of v1 need classic ones, apart from some that have no classic scope, such as those of the audit log.
    /// So a program that calls both APIs gets, and needs, scopes of both families.</para>
    /// <para>Each operation needs all of its scopes; none has alternatives. Granular scopes that Atlassian has in beta for v1, beside the classic ones, are not among them.</para>
    /// <para>An operation without scopes (<see cref="ConfluenceOperation.Scopes"/> is empty) adds nothing: Atlassian's reference names none for it, which does not mean that every token may call it.</para>
    /// <para>Scopes bound what a token may do for its account. The account needs the permissions too (<see cref="ConfluenceOperation.Permission"/>). An OAuth 2.0 app that wants refresh tokens asks
    /// for <c>offline_access</c> beside these scopes.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="operations"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the operations is null, as <see cref="ConfluenceOperations.Find"/> gives it for a name that it does not know.</exception>
    public static IReadOnlyList<string> For(params IEnumerable<ConfluenceOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        SortedSet<string> scopes = new(StringComparer.Ordinal);
        foreach (ConfluenceOperation? operation in operations)
        {
            if (operation is null)
            {
                throw new ArgumentException("One of the operations is null. Check the names that they were found by.", nameof(operations));
            }

            scopes.UnionWith(operation.Scopes);
        }

        return [.. scopes];
    }
}
