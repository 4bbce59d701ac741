using Confluence.Sandbox.State;

namespace Confluence.Sandbox;

// What the account that calls cannot see is left out of the other members; the members here tell of it, and of what only some may read.
public sealed partial class SandboxTruth
{
    /// <summary>Gets the account ids of the accounts that are in no group.</summary>
    public IEnumerable<string> UngroupedAccountIds => Accounts(static (site, user) => site.Users.IsUngrouped(user));

    /// <summary>Gets the ids of the spaces that the account that calls cannot see, ascending. The other members leave them out.</summary>
    public IEnumerable<string> HiddenSpaceIds => Enumerable.Range(_site.Spaces.Count, _site.Spaces.HiddenCount).Select(space => Text(_site.Ids.SpaceId(space)));

    /// <summary>
    /// Gets the ids of the pages that the account that calls cannot see, because they lie in hidden spaces, ascending. The other members leave them out.
    /// </summary>
    public IEnumerable<string> HiddenPageIds =>
        Enumerable.Range(0, _site.Generated.Count).Where(page => !_site.Ids.IsVisible(page)).Select(page => Text(_site.Ids.PageId(page)));

    /// <summary>Gets the number of records in the audit log.</summary>
    public int AuditRecordCount => _site.Audit.Records().Count;

    /// <summary>Gets how often a page was viewed.</summary>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="since">Counts only views at this moment or later; null for all.</param>
    /// <returns>The number; 0 for a page created through the API.</returns>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    public int PageViews(string pageId, DateTimeOffset? since = null) => Views(pageId, since).Views;

    /// <summary>Gets how many accounts viewed a page.</summary>
    /// <param name="pageId">The id of the page.</param>
    /// <param name="since">Counts only views at this moment or later; null for all.</param>
    /// <returns>The number; 0 for a page created through the API.</returns>
    /// <exception cref="ArgumentException">There is no such page.</exception>
    public int PageViewers(string pageId, DateTimeOffset? since = null) => Views(pageId, since).Viewers;

    private (int Views, int Viewers) Views(string pageId, DateTimeOffset? since)
    {
        Page page = Find(pageId);
        return _site.Views.Of(page.Id, page.CreatedAt, since);
    }
}
