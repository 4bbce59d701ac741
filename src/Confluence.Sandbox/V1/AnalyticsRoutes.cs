using System.Globalization;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1;

/// <summary>
/// How often a page was viewed, and by how many accounts. Who they were, Confluence tells nobody. A rule refuses it where analytics are not permitted.
/// </summary>
internal static class AnalyticsRoutes
{
    public static void Add(RouteTable routes)
    {
        routes.Get("api/analytics/content/{}/views", static exchange => Write(exchange, viewers: false));
        routes.Get("api/analytics/content/{}/viewers", static exchange => Write(exchange, viewers: true));
    }

    private static void Write(Exchange exchange, bool viewers)
    {
        Site site = exchange.Site;
        DateTimeOffset? since = exchange.IsoMoment("fromDate");
        string id = exchange.Value(0);
        Page page = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && site.FindPage(number) is Page found
            ? found
            : throw V1Error.NotFound($"No content with id <ContentId{{id={id}}}> can be found");
        (int views, int distinct) = site.Views.Of(page.Id, page.CreatedAt, since);
        exchange.WriteObject(writer =>
        {
            writer.WriteNumber("id"u8, page.Id);
            writer.WriteNumber("count"u8, viewers ? distinct : views);
        });
    }
}
