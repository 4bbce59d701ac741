using Confluence.Sandbox.State;

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
internal static class GeneratedAudit
{
    /// <summary>Gives the records, the newest first.</summary>
    public static IReadOnlyList<AuditEntry> Records(Site site) =>
        [.. Make(site).OrderByDescending(static entry => entry.At).ThenBy(static entry => entry.Affected, StringComparer.Ordinal)];

    private static IEnumerable<AuditEntry> Make(Site site)
    {
        for (int ordinal = 0; ordinal < site.Spaces.Count; ordinal++)
        {
            Space space = site.Spaces.Get(ordinal);
            yield return new AuditEntry(
                space.CreatedAt, space.Author, "Space created", "Spaces", space.Name, "Space", null,
                [("Space type", space.Type), ("Space status", "CURRENT"), ("Name", space.Name), ("Space key", space.Key)]);
        }

        foreach (Group group in site.Groups.All)
        {
            foreach (int user in site.Groups.Members(group))
            {
                DateTimeOffset at = Dates.At(new Draw(site.Seed, EntityKind.Audit, user), Dates.Epoch.AddDays(-40), 400, group.Ordinal);
                yield return new AuditEntry(at, null, "User added to group", "Users and groups", group.Name, "Group", site.Users.Get(user).DisplayName, []);
            }
        }
    }
}
