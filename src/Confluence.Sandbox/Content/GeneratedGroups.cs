namespace Confluence.Sandbox.Content;

/// <summary>A group of accounts.</summary>
internal sealed record Group(int Ordinal, string Id, string Name);

/// <summary>
/// Makes up the groups: the licensed accounts, the administrators (every seventh of them), the guests. About one account in forty is in none.
/// </summary>
internal sealed class GeneratedGroups(int seed, GeneratedUsers users)
{
    private const int AdministratorEvery = 7;

    private static readonly string[] s_names = ["confluence-users", "administrators", "confluence-guests"];

    public IReadOnlyList<Group> All { get; } =
        [.. s_names.Select((name, ordinal) => new Group(ordinal, GroupId(seed, ordinal), name))];

    public Group? Find(string id) => All.FirstOrDefault(group => group.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gives the ordinals of the members, ascending.</summary>
    public IEnumerable<int> Members(Group group) => Enumerable.Range(0, users.Count).Where(user => !users.IsUngrouped(user) && group.Ordinal switch
    {
        0 => !users.IsGuest(user),
        1 => !users.IsGuest(user) && user % AdministratorEvery == 0,
        _ => users.IsGuest(user),
    });

    private static string GroupId(int seed, int ordinal)
    {
        Draw draw = new(seed, EntityKind.Group, ordinal);
        return Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
    }
}
