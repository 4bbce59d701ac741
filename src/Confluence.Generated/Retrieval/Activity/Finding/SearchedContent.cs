using System.Runtime.CompilerServices;
using System.Text.Json;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What changed in a period or what some users worked on: found by a search for pages, blog posts, their comments and their attachments, and by the
/// list of completed tasks, because ticking off a task changes no page.
/// </summary>
internal sealed class SearchedContent(ConfluenceClient client, ActivityOptions options) : ContentFinder(client, options)
{
    /// <summary>As many as the search is reported to give when something is expanded; the reference names no limit.</summary>
    public const int HitsPerRequest = 200;

    private const int TasksPerRequest = 250;

    private static readonly string[] s_expand = ["content.container"];

    public override async IAsyncEnumerable<FoundContent> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SpaceDirectory spaces = new(Client, Options);
        ActivitySearch search = await ActivitySearch.ResolveAsync(Options, spaces, cancellationToken).ConfigureAwait(false);
        foreach (CqlText query in search.Queries([.. Types(Options)]))
        {
            // The time of creation never changes, so that what is edited meanwhile keeps its place.
            SearchByCqlOptions call = Options.Each(new SearchByCqlOptions
            {
                Limit = HitsPerRequest,
                Expand = s_expand,
                Excerpt = SearchExcerpt.None,
                IncludeArchivedSpaces = true,
            });
            await foreach (SearchResult hit in Client.V1.Search.SearchByCqlAsync(query.OrderBy("created asc").ToString(), call, cancellationToken).ConfigureAwait(false))
            {
                if (Of(hit) is { } found)
                {
                    yield return found;
                }
            }
        }

        if (Options.Reads(ActivitySources.Tasks))
        {
            await foreach (FoundContent found in CompletedTasksAsync(spaces, cancellationToken).ConfigureAwait(false))
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
        if (hit.Content is not { Id: { Length: > 0 } id, Type: { } type })
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

    private async IAsyncEnumerable<FoundContent> CompletedTasksAsync(SpaceDirectory spaces, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageScope scope = await PageScope.ResolveAsync(Client, PageOptions, spaces, cancellationToken).ConfigureAwait(false);
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

    private async IAsyncEnumerable<FoundContent> CompletedTasksAsync(string? spaceId, string? accountId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GetTasksOptions call = Options.Each(new GetTasksOptions
        {
            SpaceId = spaceId is null ? null : [spaceId],
            CompletedBy = accountId is null ? null : [accountId],
            CompletedAtFrom = Options.Since?.ToUnixTimeMilliseconds(),
            CompletedAtTo = Options.Until?.ToUnixTimeMilliseconds(),
            Status = ContentTaskStatus.Complete,
            Limit = TasksPerRequest,
        });
        await using IAsyncEnumerator<ContentTask> tasks = Client.Tasks.GetTasksAsync(call, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            FoundContent? refused = null;
            try
            {
                if (!await tasks.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (ConfluenceApiException error) when (RetrievalGap.IsCausedBy(error))
            {
                string where = spaceId is null ? "" : $" of the space {spaceId}";
                refused = new FoundContent(null, default, Gap: RetrievalGap.Of($"Pages{where} on which nothing but tasks changed", error));
            }

            if (refused is not null)
            {
                yield return refused;
                yield break;
            }

            if (tasks.Current.PageId is { Length: > 0 } pageId && Wants(PageKind.Page))
            {
                yield return new FoundContent(pageId, PageKind.Page);
            }
            else if (tasks.Current.BlogPostId is { Length: > 0 } blogPostId && Wants(PageKind.BlogPost))
            {
                yield return new FoundContent(blogPostId, PageKind.BlogPost);
            }
        }
    }
}
