namespace Confluence.Sandbox.Content;

/// <summary>Makes up who viewed which page when: mostly a few views, from the day of the page on.</summary>
internal sealed class GeneratedViews(int seed, GeneratedPages pages, GeneratedUsers users)
{
    private const int MostViews = 200;
    private const int Days = 300;

    /// <summary>Counts the views of a page and the accounts behind them; a page that was created through the API has none.</summary>
    public (int Views, int Viewers) Count(int? page, DateTimeOffset? since)
    {
        if (page is not int ordinal)
        {
            return (0, 0);
        }

        Draw draw = new(seed, EntityKind.View, ordinal);
        int total = Math.Min(draw.Below(MostViews, Aspect.Count), draw.Below(MostViews, Aspect.Count, 1));
        DateTimeOffset created = pages.CreatedAt(ordinal);
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
