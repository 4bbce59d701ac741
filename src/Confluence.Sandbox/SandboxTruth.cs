using System.Globalization;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox;

/// <summary>
/// What a sandbox site holds at this moment, told without the API: the measure for whatever was read through the API.
/// </summary>
/// <remarks>Sequences are computed while they are walked through, so they cost no memory, and they show changes at once.</remarks>
public sealed partial class SandboxTruth
{
    private readonly Site _site;

    internal SandboxTruth(Site site) => _site = site;

    /// <summary>Gets the number of all accounts, guests included.</summary>
    public int UserCount => _site.Users.Count;

    /// <summary>Gets the account ids of all accounts, guests included; the caller comes first.</summary>
    public IEnumerable<string> AccountIds => Accounts(static (_, _) => true);

    /// <summary>Gets the account ids that a user search finds by default: all but the guests (external collaborators).</summary>
    public IEnumerable<string> LicensedAccountIds => Accounts(static (site, user) => !site.Users.IsGuest(user));

    /// <summary>Gets the account id of the caller.</summary>
    public string CallerAccountId => _site.CallerId;

    /// <summary>Gets the number of spaces.</summary>
    public int SpaceCount => _site.Spaces.Count;

    /// <summary>Gets the ids of all spaces, ascending.</summary>
    public IEnumerable<string> SpaceIds => Enumerable.Range(0, _site.Spaces.Count).Select(space => Text(_site.Ids.SpaceId(space)));

    /// <summary>Gets the keys of all spaces, in the order of <see cref="SpaceIds"/>.</summary>
    public IEnumerable<string> SpaceKeys => Enumerable.Range(0, _site.Spaces.Count).Select(space => _site.Spaces.Get(space).Key);

    /// <summary>Gets the number of pages that lists show by default: current and archived ones.</summary>
    public int PageCount => VisiblePages(PageKind.Page).Count();

    /// <summary>Gets the ids of the pages that lists show by default, ascending: current and archived ones.</summary>
    public IEnumerable<string> PageIds => VisiblePages(PageKind.Page).Select(Text);

    /// <summary>Gets the ids of the current pages, ascending: those that a search finds.</summary>
    public IEnumerable<string> CurrentPageIds => VisiblePages(PageKind.Page).Where(id => _site.StatusOf(id) == PageStatus.Current).Select(Text);

    /// <summary>Gets the number of blog posts that lists show by default: current ones.</summary>
    public int BlogPostCount => VisiblePages(PageKind.BlogPost).Count();

    /// <summary>Gets the ids of the blog posts that lists show by default, ascending: current ones.</summary>
    public IEnumerable<string> BlogPostIds => VisiblePages(PageKind.BlogPost).Select(Text);

    /// <summary>Gets how many pages and blog posts were changed or created since the start; nothing is stored of the others.</summary>
    public int ChangedPageCount => _site.ChangedPages;

    /// <summary>Gets the ids of the pages of one space that lists show by default, ascending.</summary>
    /// <param name="spaceKey">The key of the space, in any case of letters.</param>
    /// <returns>The ids.</returns>
    /// <exception cref="ArgumentException">There is no space with this key.</exception>
    public IEnumerable<string> PageIdsInSpace(string spaceKey) => InSpace(spaceKey, PageKind.Page);

    /// <summary>Gets the ids of the blog posts of one space that lists show by default, ascending.</summary>
    /// <param name="spaceKey">The key of the space, in any case of letters.</param>
    /// <returns>The ids.</returns>
    /// <exception cref="ArgumentException">There is no space with this key.</exception>
    public IEnumerable<string> BlogPostIdsInSpace(string spaceKey) => InSpace(spaceKey, PageKind.BlogPost);

    /// <summary>Gets the title of a page or blog post.</summary>
    /// <param name="pageId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The title.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public string PageTitle(string pageId) => Find(pageId).Title;

    /// <summary>Gets the body of the current version of a page or blog post in storage format.</summary>
    /// <param name="pageId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public string PageStorageBody(string pageId)
    {
        Page page = Find(pageId);
        return _site.Body(page, page.VersionCount, Representations.Storage);
    }

    /// <summary>Gets the number of versions of a page or blog post.</summary>
    /// <param name="pageId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The number, 1 or more.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public int PageVersionCount(string pageId) => Find(pageId).VersionCount;

    /// <summary>Gets the account ids of the authors of a page's or blog post's versions, the first version first.</summary>
    /// <param name="pageId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>One account id a version.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<string> PageVersionAuthors(string pageId)
    {
        Page page = Find(pageId);
        return [.. Enumerable.Range(1, page.VersionCount).Select(number => _site.Version(page, number).AuthorId)];
    }

    /// <summary>Gets the account ids of those who like a page or blog post, in the order of the API.</summary>
    /// <param name="pageId">The id of the page or blog post, which may be in the trash.</param>
    /// <returns>The account ids, each once.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IReadOnlyList<string> PageLikes(string pageId) => _site.Likes(Find(pageId));

    /// <summary>Gets the ids of all footer comments on a page or blog post, replies included, ascending.</summary>
    /// <param name="pageId">The id of the page or blog post.</param>
    /// <returns>The ids; none for a page in the trash.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IEnumerable<string> FooterCommentIds(string pageId) => CommentIds(pageId, inline: false);

    /// <summary>Gets the ids of all inline comments on a page or blog post, replies included, ascending.</summary>
    /// <param name="pageId">The id of the page or blog post.</param>
    /// <returns>The ids; none for a page in the trash.</returns>
    /// <exception cref="ArgumentException">There is no such page or blog post.</exception>
    public IEnumerable<string> InlineCommentIds(string pageId) => CommentIds(pageId, inline: true);

    private IEnumerable<string> CommentIds(string pageId, bool inline) =>
        _site.Comments.On(Find(pageId), inline).Select(static comment => Text(comment.Id));

    private IEnumerable<string> Accounts(Func<Site, int, bool> wanted) =>
        Enumerable.Range(0, _site.Users.Count).Where(user => wanted(_site, user)).Select(_site.Ids.AccountId);

    private IEnumerable<string> InSpace(string spaceKey, PageKind kind)
    {
        ArgumentNullException.ThrowIfNull(spaceKey);
        return _site.Spaces.TryFindByKey(spaceKey, out int space)
            ? VisiblePages(kind).Where(id => _site.SpaceOf(id) == space).Select(Text)
            : throw new ArgumentException($"The sandbox has no space with the key '{spaceKey}'. See {nameof(SpaceKeys)}.", nameof(spaceKey));
    }

    private IEnumerable<long> VisiblePages(PageKind kind) => _site.PageIds(kind: kind).Where(id => Site.IsVisible(_site.StatusOf(id)));

    private Page Find(string pageId)
    {
        ArgumentNullException.ThrowIfNull(pageId);
        return long.TryParse(pageId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && _site.FindPage(id) is Page page
            ? page
            : throw new ArgumentException($"The sandbox has no page or blog post with the id '{pageId}'. See {nameof(PageIds)} and {nameof(BlogPostIds)}.", nameof(pageId));
    }

    private static string Text(long id) => Http.Exchange.Text(id);
}
