using System.Collections.ObjectModel;

namespace Confluence.Generated;

/// <summary>
/// Lists the operations of both APIs as data: what each is called, its method and path, and the scopes and the permission that it needs. Use it to find out which scopes a token needs
/// (<see cref="ConfluenceScopes"/>), or to show or check what a program calls.
/// </summary>
/// <remarks>The list is made when it is first asked for; a program that does not ask for it does not pay for it. Nothing is sent.</remarks>
public static partial class ConfluenceOperations
{
    /// <summary>
    /// All operations that this version of the library knows, ordered by API (<c>v1</c> before <c>v2</c>), then group, then name, ordinally. The objects are those that exceptions,
    /// notices and observers carry, so they can be compared by reference.
    /// </summary>
    public static IReadOnlyList<ConfluenceOperation> All => field ??= Collect();

    /// <summary>Finds an operation by its name in this library or in Atlassian's reference.</summary>
    /// <param name="name">
    /// The name in this library with the group in front, such as <c>Pages.GetPageById</c> (<see cref="ConfluenceOperation.Name"/>), or the name in Atlassian's reference, such as
    /// <c>getPageById</c> (<see cref="ConfluenceOperation.Id"/>). Case matters.
    /// </param>
    /// <param name="api">
    /// The API that the operation belongs to: <c>v2</c> or <c>v1</c>. Null, the default, takes either, and v2 where both have an operation of that name: there are few such names,
    /// for example <c>createSpace</c>.
    /// </param>
    /// <returns>The operation, one of <see cref="All"/>; null if there is none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ConfluenceOperation? Find(string name, string? api = null)
    {
        ArgumentNullException.ThrowIfNull(name);

        // From the end, where v2 stands: a name alone means what leads from the client itself, not what leads from its V1.
        for (int i = All.Count - 1; i >= 0; i--)
        {
            ConfluenceOperation operation = All[i];
            if ((operation.Name == name || operation.Id == name) && (api is null || operation.Api == api))
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>Adds the operations of v1 in the order of the list. Generated code has the body; without it there are none.</summary>
    static partial void AddV1(ICollection<ConfluenceOperation> operations);

    /// <summary>Adds the operations of v2 in the order of the list. Generated code has the body; without it there are none.</summary>
    static partial void AddV2(ICollection<ConfluenceOperation> operations);

    private static ReadOnlyCollection<ConfluenceOperation> Collect()
    {
        List<ConfluenceOperation> operations = [];
        AddV1(operations);
        AddV2(operations);
        return operations.AsReadOnly();
    }
}
