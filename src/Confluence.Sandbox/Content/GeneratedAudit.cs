namespace Confluence.Sandbox.Content;

/// <summary>A record of the audit log.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Author">The ordinal of the account that did it; null for the system.</param>
/// <param name="Summary">What happened.</param>
/// <param name="Category">The part of the log.</param>
/// <param name="Affected">The name of what it happened to.</param>
/// <param name="AffectedType">Its type: <c>Space</c>, <c>Group</c> or <c>User</c>.</param>
/// <param name="Associated">The name of the account that was added; null for none.</param>
/// <param name="Changed">What changed, with the new values.</param>
internal sealed record AuditEntry(
    DateTimeOffset At,
    int? Author,
    string Summary,
    string Category,
    string Affected,
    string AffectedType,
    string? Associated,
    IReadOnlyList<(string Name, string Value)> Changed);

/// <summary>Makes up the audit log: the making of each space, and the adding of each account, for some to the group of administrators too.</summary>
internal sealed class GeneratedAudit(int seed, GeneratedSpaces spaces, GeneratedGroups groups, GeneratedUsers users)
{
    /// <summary>Gives the records, the newest first.</summary>
    public IReadOnlyList<AuditEntry> Records() =>
        [.. Make().OrderByDescending(static entry => entry.At).ThenBy(static entry => entry.Affected, StringComparer.Ordinal)];

    private IEnumerable<AuditEntry> Make()
    {
        for (int ordinal = 0; ordinal < spaces.Count; ordinal++)
        {
            Space space = spaces.Get(ordinal);
            yield return new AuditEntry(
                space.CreatedAt, space.Author, "Space created", "Spaces", space.Name, "Space", null,
                [("Space type", space.Type), ("Space status", "CURRENT"), ("Name", space.Name), ("Space key", space.Key)]);
        }

        foreach (Group group in groups.All)
        {
            foreach (int user in groups.Members(group))
            {
                DateTimeOffset at = Dates.At(new Draw(seed, EntityKind.Audit, user), Dates.Epoch.AddDays(-40), 400, group.Ordinal);
                yield return new AuditEntry(at, null, "User added to group", "Users and groups", group.Name, "Group", users.Get(user).DisplayName, []);
            }
        }
    }
}
