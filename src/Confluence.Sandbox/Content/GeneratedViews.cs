namespace Confluence.Sandbox.Content;

/// <summary>Makes up who viewed which page when: mostly a few views, from the day of the page on.</summary>
internal sealed class GeneratedViews(int seed, GeneratedUsers users)
{
    private const int MostViews = 200;
    private const int Days = 300;

    /// <summary>Counts the views of a page and the accounts behind them; a page that was created through the API has none.</summary>
    /// <param name="page">The id of the page.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="since">From when on views count; null for all.</param>
    public (int Views, int Viewers) Of(long page, DateTimeOffset created, DateTimeOffset? since)
    {
        if (page >= IdScheme.FirstCreatedId)
        {
            return (0, 0);
        }

        Draw draw = new(seed, EntityKind.View, page);
        int total = Math.Min(draw.Below(MostViews, Aspect.Count), draw.Below(MostViews, Aspect.Count, 1));
        HashSet<int> viewers = [];
        int views = 0;
        for (int view = 0; view < total; view++)
        {
            if (since is not { } start || Dates.At(draw, created, Days, view) >= start)
            {
                views++;
                viewers.Add(draw.Below(users.Count, Aspect.Author, view));
            }
        }

        return (views, viewers.Count);
    }
}
