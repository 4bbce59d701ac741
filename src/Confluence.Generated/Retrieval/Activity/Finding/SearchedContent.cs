using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Pages.Walking;
using Confluence.Generated.Retrieval.Search;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Activity.Finding;

/// <summary>
/// What changed in a period or what some users worked on: found by a search for pages, blog posts, their comments and their attachments, and by the
/// list of completed tasks, because ticking off a task changes no page.
/// </summary>
internal sealed class SearchedContent(ActivityOptions options, PageWalkState walk) : ContentFinder(options, walk)
{
    private static readonly string[] s_expand = ["content.container"];

    public override async IAsyncEnumerable<FoundContent> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ActivitySearch search = await ActivitySearch.ResolveAsync(Options, Walk.Spaces, cancellationToken).ConfigureAwait(false);
        foreach (CqlText query in search.Queries([.. Types(Options)]))
        {
            // The time of creation never changes, so that what is edited meanwhile keeps its place.
            SearchByCqlOptions call = Options.Each(new SearchByCqlOptions
            {
                Expand = s_expand,
                Excerpt = SearchExcerpt.None,
                IncludeArchivedSpaces = true,
            });
            IAsyncEnumerable<SearchResult> hits = Client.V1.Search.SearchByCqlAsync(query.OrderBy("created asc").ToString(), call, cancellationToken);
            await foreach (FoundContent found in UntilItFailsAsync(hits, Of, "Pages that the search finds, from some point on", isAllThereIs: true, cancellationToken).ConfigureAwait(false))
            {
                yield return found;
            }
        }

        if (Options.Reads(ActivitySources.Tasks))
        {
            await foreach (FoundContent found in CompletedTasksAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return found;
            }
        }
    }

    /// <summary>The types of content that a search has to look for, as CQL calls them.</summary>
    public static IEnumerable<string> Types(ActivityOptions options)
    {
        PageRetrievalOptions pages = options.ToPages();
        if (pages.Wants(PageKind.Page))
        {
            yield return "page";
        }

        if (pages.Wants(PageKind.BlogPost))
        {
            yield return "blogpost";
        }

        if (options.Reads(ActivitySources.Comments))
        {
            yield return "comment";
        }

        if (options.Reads(ActivitySources.Attachments))
        {
            yield return "attachment";
        }
    }

    private FoundContent? Of(SearchResult hit)
    {
        if (hit.Content is not { IdOrNull: { Length: > 0 } id, TypeOrNull: { } type })
        {
            return null; // Not content: a space or a user, which no query here asks for.
        }

        if (KindOf(type) is { } kind)
        {
            return Wants(kind) ? new FoundContent(id, kind) : null;
        }

        if (hit.Content.Container is { ValueKind: JsonValueKind.Object } container
            && container.TryGetProperty("id", out JsonElement containerId) && IdOf(containerId) is { } pageId)
        {
            string? containerType = container.TryGetProperty("type", out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

            // Attachments and comments of other content, such as whiteboards, are not asked for.
            return KindOf(containerType) is { } containerKind && Wants(containerKind) ? new FoundContent(pageId, containerKind) : null;
        }

        return new FoundContent(null, default, Gap: new RetrievalGap(
            $"The page of the {type} {id}", "the search found that it changed, and does not say which page it belongs to, so that the activity on that page may be missing.")
        { ContentId = id });
    }

    private static PageKind? KindOf(string? type) => type switch
    {
        "page" => PageKind.Page,
        "blogpost" => PageKind.BlogPost,
        _ => null,
    };

    private static string? IdOf(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number => id.GetRawText(),
        _ => null,
    };

    private async IAsyncEnumerable<FoundContent> CompletedTasksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(Client, PageOptions, Walk.Spaces, cancellationToken).ConfigureAwait(false);
        foreach (string? spaceId in scope.SpaceIds ?? (IReadOnlyList<string?>)[null])
        {
            // One value a call: what sites make of several in these parameters is not settled.
            foreach (string? accountId in Options.AccountIds is { Count: > 0 } accounts ? accounts : (IReadOnlyList<string?>)[null])
            {
                await foreach (FoundContent found in CompletedTasksAsync(spaceId, accountId, cancellationToken).ConfigureAwait(false))
                {
                    yield return found;
                }
            }
        }
    }

    private IAsyncEnumerable<FoundContent> CompletedTasksAsync(string? spaceId, string? accountId, CancellationToken cancellationToken)
    {
        GetTasksOptions call = Options.Each(new GetTasksOptions
        {
            SpaceIds = spaceId is null ? null : [spaceId],
            CompletedBy = accountId is null ? null : [accountId],
            CompletedAtFrom = Options.Since,
            CompletedAtTo = Options.Until,
            Status = ContentTaskStatus.Complete,
        });
        string where = spaceId is null ? "" : $" of the space {spaceId}";
        return UntilItFailsAsync(
            Client.Tasks.GetTasksAsync(call, cancellationToken), Of, $"Pages{where} on which nothing but tasks changed", isAllThereIs: false, cancellationToken);
    }

    private FoundContent? Of(ContentTask task) =>
        task.PageId is { Length: > 0 } pageId && Wants(PageKind.Page) ? new FoundContent(pageId, PageKind.Page)
        : task.BlogPostId is { Length: > 0 } blogPostId && Wants(PageKind.BlogPost) ? new FoundContent(blogPostId, PageKind.BlogPost)
        : null;

    /// <summary>Gives what a list leads to; where it fails, a gap.</summary>
    /// <param name="items">The list.</param>
    /// <param name="convert">What an item leads to; null for nothing.</param>
    /// <param name="subject">What is missing then.</param>
    /// <param name="isAllThereIs">Whether nothing can be found at all when such lists are refused.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    private async IAsyncEnumerable<FoundContent> UntilItFailsAsync<T>(
        IAsyncEnumerable<T> items, Func<T, FoundContent?> convert, string subject, bool isAllThereIs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<T> walk = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            PartResult<bool> next = await Walk.Failures.TryAsync(subject, _ => walk.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false);
            if (!next.TryGet(out bool isThere, out ConfluenceException? error))
            {
                if (isAllThereIs && next.Failure == PartFailure.RefusedForAll)
                {
                    ExceptionDispatchInfo.Throw(error);
                }

                await Walk.Failures.ThrowIfLostAsync(cancellationToken).ConfigureAwait(false);
                yield return new FoundContent(null, default, Gap: RetrievalGap.Of(subject, error));
                yield break;
            }

            if (!isThere)
            {
                yield break;
            }

            if (convert(walk.Current) is { } found)
            {
                yield return found;
            }
        }
    }
}
