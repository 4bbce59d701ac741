using Confluence.Sandbox.State;

namespace Confluence.Sandbox.Content;

/// <summary>Makes up who viewed which page when: mostly a few views, from the day of the page on.</summary>
internal static class GeneratedViews
{
    private const int MostViews = 200;
    private const int Days = 300;

    /// <summary>Counts the views of a page and the accounts behind them; a page that was created through the API has none.</summary>
    public static (int Views, int Viewers) Of(Site site, Page page, DateTimeOffset? since)
    {
        if (page.Id >= IdScheme.FirstCreatedId)
        {
            return (0, 0);
        }

        Draw draw = new(site.Seed, EntityKind.View, page.Id);
        int total = Math.Min(draw.Below(MostViews, Aspect.Count), draw.Below(MostViews, Aspect.Count, 1));
        HashSet<int> viewers = [];
        int views = 0;
        for (int view = 0; view < total; view++)
        {
            if (since is not { } start || Dates.At(draw, page.CreatedAt, Days, view) >= start)
            {
                views++;
                viewers.Add(draw.Below(site.Users.Count, Aspect.Author, view));
            }
        }

        return (views, viewers.Count);
    }
}
