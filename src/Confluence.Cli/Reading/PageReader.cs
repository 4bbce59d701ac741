using System.Runtime.CompilerServices;
using Confluence.Generated;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Reading;

/// <summary>Reads the pages of a site, current and archived ones.</summary>
internal sealed class PageReader(ConfluenceClient client)
{
    private const int PagesPerRequest = 250;

    // Bodies make answers large, and large answers are the ones that sites fail to give in time.
    private const int PagesWithBodyPerRequest = 50;

    /// <summary>Gives the pages of all spaces by ascending id, or of some spaces, one space after the other.</summary>
    /// <param name="spaces">The spaces; null for all.</param>
    /// <param name="withBody">Whether to read the bodies, in storage format.</param>
    /// <param name="limit">The largest number of pages to give; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async IAsyncEnumerable<Page> ReadAsync(
        IReadOnlyList<Space>? spaces,
        bool withBody,
        int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int left = limit ?? int.MaxValue;
        int perRequest = Math.Min(left, withBody ? PagesWithBodyPerRequest : PagesPerRequest);
        foreach (string? spaceId in SpaceIds(spaces))
        {
            // One space a request: how sites read several ids in one parameter is not settled.
            GetPagesOptions options = new()
            {
                SpaceId = spaceId is null ? null : [spaceId],
                Sort = PageSortOrder.Id,
                BodyFormat = withBody ? BodyFormat.Storage : default(BodyFormat?),
                Limit = perRequest,
            };
            await foreach (Page page in client.Pages.GetPagesAsync(options, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
                if (--left == 0)
                {
                    yield break;
                }
            }
        }
    }

    private static IEnumerable<string?> SpaceIds(IReadOnlyList<Space>? spaces) => spaces is null ? [null] : spaces.Select(static string? (space) => space.Id);
}
