using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Pages;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Site;

namespace Confluence.Generated.Retrieval;

/// <summary>Pages and blog posts, with the parts that the caller asks for.</summary>
public class PageRetrieval
{
    private readonly ISiteClient? _client;

    internal PageRetrieval(ISiteClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected PageRetrieval()
    {
    }

    private ISiteClient Client => _client ?? throw new InvalidOperationException("This retrieval was made without a connection, as mocks are. Override the method.");

    /// <summary>The pages and blog posts of the site or of some spaces.</summary>
    /// <remarks>
    /// <para>Costs one request for 250 pages, or for 50 with bodies; one for each space key; and what the parts in
    /// <see cref="PageRetrievalOptions.Include"/> cost. At most <see cref="RetrievalOptions.MaxConcurrency"/> requests are under way at once.
    /// <see cref="EstimateRequestsAsync"/> gives an estimate. The walk keeps the ids that it has given, and a few pages.</para>
    /// <para>Pages come space by space in the order of the options, by ascending id; with <see cref="PageRetrievalOptions.ChangedSince"/>, the latest
    /// change first; pages before blog posts. Each comes once, even when the site changes meanwhile. A new page appears in lists after a moment.</para>
    /// <para>A failure costs only the part that failed. Where the site keeps failing on a portion, the client asks for half as many, until the page that it fails on
    /// stands alone; a body that cannot be read is a gap of its page (<see cref="RetrievedPage.Gaps"/>). So is a part that is refused or fails, such as the
    /// attachments of a page that was restricted meanwhile. Where the list of one space breaks off, the other spaces are given all the same. A page that a
    /// list gave a moment ago and that answers that it is not there is asked for again a few seconds later.</para>
    /// <para>When the credential or the whole site is lost, the walk ends with that error after a few requests; a small call that every account may make decides.</para>
    /// <para>Permission: view the space and the page. What the account may not see is left out silently. Scopes: <c>read:page:confluence</c>, for keys
    /// <c>read:space:confluence</c>, for attachments <c>read:attachment:confluence</c>, for labels <c>read:label:confluence</c>; see the reference of
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-get">pages</see> and
    /// <see href="https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-blog-post/#api-blogposts-get">blog posts</see>.</para>
    /// </remarks>
    /// <param name="options">Which pages, and which parts of them. Null gives all pages that are current or archived, without their bodies.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ArgumentException">An option asks for what no list can give.</exception>
    /// <exception cref="ConfluenceApiException">The credential is refused, or lacks the scope of the lists; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">
    /// A key belongs to no space; the site was lost; or a list broke off and <see cref="RetrievalOptions.OnGap"/> is null, which is thrown at the end of the walk.
    /// </exception>
    public virtual IAsyncEnumerable<RetrievedPage> GetAsync(PageRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PageRetrievalOptions();
        options.Validate(nameof(options));
        return WalkAsync(Client, options, cancellationToken);
    }

    /// <summary>What a guide for v1 asks <c>GET /content</c> for, in its own words: <c>spaceKey</c>, <c>start</c>, <c>limit</c>, <c>expand</c>.</summary>
    /// <remarks>
    /// <para>v1's list of content has been removed; this is the same over v2. <see cref="ContentQuery"/> says what each word becomes and what it costs.</para>
    /// <para>What <see cref="ContentQuery.Start"/> passes over is read all the same: the lists of v2 have no positions. To continue from an earlier run,
    /// use <see cref="PageRetrievalOptions.ChangedSince"/> instead.</para>
    /// </remarks>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException">The query asks for something that cannot be retrieved this way. The message says what to call instead.</exception>
    /// <exception cref="ConfluenceApiException">The credential is refused, or lacks the scope of the lists; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">The key belongs to no space, the site was lost, or a list broke off; thrown by the walk.</exception>
    public virtual IAsyncEnumerable<RetrievedPage> GetContentAsync(ContentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        IAsyncEnumerable<RetrievedPage> pages = GetAsync(query.ToOptions(nameof(query)), cancellationToken).Skip(query.Start ?? 0);
        return query.Limit is { } limit ? pages.Take(limit) : pages;
    }

    /// <summary>
    /// The pages with these ids, in their order. An id without a page gives a result with the state <see cref="RetrievedPageState.Gone"/>, one that cannot be
    /// read the state <see cref="RetrievedPageState.Unreadable"/>; none is left out.
    /// </summary>
    /// <remarks>
    /// <para>Costs one request a page, which carries one body, labels and properties; one more for each further body, for versions beside a body, and for
    /// attachments. Before a page is called gone on a refusal that a dead credential gets too, one more request tells the two apart.</para>
    /// <para>Of the options, <see cref="PageRetrievalOptions.Kinds"/> and <see cref="PageRetrievalOptions.Include"/> count. Without kinds, an id is looked for among pages
    /// and then among blog posts; one of a blog post, or of nothing, costs a request more.</para>
    /// </remarks>
    /// <param name="ids">The ids.</param>
    /// <param name="options">Which parts. Null gives pages without their bodies.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>One result for each id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the ids is null or empty, or an option cannot be used.</exception>
    /// <exception cref="ConfluenceApiException">The credential is refused, or lacks the scope; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">The site was lost; thrown by the walk.</exception>
    public virtual IAsyncEnumerable<RetrievedPage> GetByIdsAsync(IEnumerable<string> ids, PageRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        options ??= new PageRetrievalOptions();
        options.Validate(nameof(options));
        string[] all = [.. ids];
        int empty = Array.FindIndex(all, string.IsNullOrEmpty);
        return empty < 0
            ? ReadAsync(Client, options.ForIds(), all, cancellationToken)
            : throw new ArgumentException($"The id at index {empty} is null or empty. The id of a page stands in its address, after /pages/.", nameof(ids));
    }

    /// <summary>Estimates how many requests <see cref="GetAsync(PageRetrievalOptions?, CancellationToken)"/> will take.</summary>
    /// <remarks>
    /// Costs one search request for each kind of content and space, and one for each space. The search counts neither archived pages nor what was
    /// published in the last minutes, and Atlassian calls its totals estimates, so the retrieval can cost more or less. An unknown space id counts
    /// as an empty space.
    /// </remarks>
    /// <param name="options">The options of the retrieval.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">An option asks for what no list can give.</exception>
    /// <exception cref="ConfluenceApiException">The site refuses the search.</exception>
    /// <exception cref="ConfluenceRetrievalException">A key belongs to no space.</exception>
    public virtual Task<RequestEstimate> EstimateRequestsAsync(PageRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PageRetrievalOptions();
        options.Validate(nameof(options));
        return new PageEstimate(Client, options).MakeAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<RetrievedPage> WalkAsync(ISiteClient client, PageRetrievalOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RetrievedPage page in new PageWalk(client, options).WalkAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    private static async IAsyncEnumerable<RetrievedPage> ReadAsync(
        ISiteClient client, PageRetrievalOptions options, string[] ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RetrievedPage page in new PageWalk(client, options).ReadAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }
}
