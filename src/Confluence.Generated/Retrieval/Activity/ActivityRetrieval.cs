using System.Runtime.CompilerServices;
using Confluence.Generated.Retrieval.Activity;
using Confluence.Generated.Retrieval.Audit;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>What people did on pages and blog posts, as one stream of events; and what administrators did, as another.</summary>
public class ActivityRetrieval
{
    private readonly ISiteClient? _client;

    internal ActivityRetrieval(ISiteClient client) => _client = client;

    /// <summary>Makes a retrieval without a connection, for mocks that override its members.</summary>
    protected ActivityRetrieval()
    {
    }

    private ISiteClient Client => _client ?? throw new InvalidOperationException("This retrieval was made without a connection, as mocks are. Override the method.");

    /// <summary>What people did: of the whole site, of some spaces or pages, of some users, and in a period, as the options say.</summary>
    /// <remarks>
    /// <para>Without a period and without users, every page that is current or archived is looked into: one request for 250 pages, and for each page what
    /// <see cref="ActivitySources"/> says: with the default about six, and one for each comment. With <see cref="ActivityOptions.Since"/> or
    /// <see cref="ActivityOptions.AccountIds"/> a search finds the pages, one request for up to 200 hits, and each page found costs one request more.
    /// <see cref="EstimateRequestsAsync"/> gives an estimate.</para>
    /// <para>Events come page by page, each page once: the timed ones by time, then those without a time, such as likes, which are left out when a period
    /// is set unless <see cref="ActivityOptions.IncludeUntimed"/> asks for them. At most <see cref="RetrievalOptions.MaxConcurrency"/> pages are
    /// worked on at once; what is in memory is their events and the ids of the pages so far.</para>
    /// <para>What the site refuses or fails to give, such as the comments of one page or the replies to one comment, is an event of the kind
    /// <see cref="ActivityKind.Gap"/> in its place, and is passed to <see cref="RetrievalOptions.OnGap"/> too; everything else is given. A scope that is
    /// missing for one source gives one such event, and the source is not read further. The loss of the credential or of the site ends the walk.</para>
    /// <para>Permission: view the space and the page; for views, the right to see analytics. Scopes: <c>read:page:confluence</c>, and those of the
    /// sources; for the search <c>search:confluence</c>.</para>
    /// </remarks>
    /// <param name="options">Whose activity, where, and when. Null for all activity on all pages of the site.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The events.</returns>
    /// <exception cref="ArgumentException">Options exclude each other or cannot be used.</exception>
    /// <exception cref="ConfluenceApiException">The credential is refused, or lacks the scope of the lists or the search; thrown by the walk.</exception>
    /// <exception cref="ConfluenceRetrievalException">
    /// A space key belongs to no space, or a space id does and <see cref="ActivityOptions.Since"/> or <see cref="ActivityOptions.AccountIds"/> is set; the site was
    /// lost; or a list broke off and <see cref="RetrievalOptions.OnGap"/> is null, which is thrown at the end of the walk.
    /// </exception>
    public virtual IAsyncEnumerable<ActivityEvent> GetAsync(ActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ActivityOptions();
        options.Validate(nameof(options));
        return WalkAsync(Client, options.ForIds(), cancellationToken);
    }

    /// <summary>Estimates how many requests <see cref="GetAsync"/> will take.</summary>
    /// <remarks>
    /// Costs one search request for each sort of content and space. The search counts neither archived pages nor what was published in the last
    /// minutes, Atlassian calls its totals estimates, and nothing tells how many comments, files and versions a page has, so the retrieval can cost
    /// more or less.
    /// </remarks>
    /// <param name="options">The options of the retrieval.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">Options exclude each other or cannot be used.</exception>
    /// <exception cref="ConfluenceApiException">The site refuses the search.</exception>
    /// <exception cref="ConfluenceRetrievalException">A space key or id belongs to no space.</exception>
    public virtual Task<RequestEstimate> EstimateRequestsAsync(ActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ActivityOptions();
        options.Validate(nameof(options));
        return new ActivityEstimate(Client, options.ForIds()).MakeAsync(cancellationToken);
    }

    /// <summary>What administrators did, from the audit log of the site: changes of permissions, groups, spaces, settings; exports; the latest first.</summary>
    /// <remarks>
    /// <para>Costs one request for 1,000 records. The log keeps records for as long as the site is set to, a year at most. Ordinary edits and views of
    /// pages are not in it.</para>
    /// <para>Each record comes once, although new ones push the older ones back while the log is read.</para>
    /// <para>Permission: Confluence administrator. Scope: <c>read:audit-log:confluence</c>.</para>
    /// <para>See <see href="https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-audit/#api-wiki-rest-api-audit-get">the operation in Atlassian's reference</see>.</para>
    /// </remarks>
    /// <param name="options">Which records. Null for all that the site has kept.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The records.</returns>
    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    /// <exception cref="ConfluenceApiException">The site refuses the log, as it does to everybody who is no administrator (403); thrown by the walk.</exception>
    public virtual IAsyncEnumerable<AuditRecord> GetAuditAsync(AuditOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AuditOptions();
        options.Validate(nameof(options));
        return new AuditWalk(Client, options).WalkAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<ActivityEvent> WalkAsync(ISiteClient client, ActivityOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ActivityEvent activity in new ActivityWalk(client, options).WalkAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return activity;
        }
    }
}
