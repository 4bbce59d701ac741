using System.Net;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated.Tests.Retrieval.Activity;

/// <summary>The audit log as a stream of its own.</summary>
public sealed class AuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_that_slip_to_the_next_portion_come_once()
    {
        using ScriptedSite site = new();
        site["v1/audit?limit=2"] = Portion(0, true, Record(50), Record(40));
        site["v1/audit?limit=2&start=2"] = Portion(2, true, Record(40), Record(30));
        site["v1/audit?limit=2&start=4"] = Portion(4, true, Record(30), Record(20));
        site["v1/audit?limit=2&start=6"] = Portion(6, false);

        List<AuditRecord> records = await GetAsync(site, new AuditOptions { PageSize = 2 });

        Assert.Equal([50L, 40L, 30L, 20L], records.Select(static record => record.CreationDate.ToUnixTimeMilliseconds()));
    }

    [Fact]
    public async Task The_period_is_sent_in_milliseconds_and_kept_at_its_ends()
    {
        using ScriptedSite site = new();
        site["v1/audit"] = Portion(0, false, Record(2_000), Record(1_999), Record(1_000), Record(999));
        site["v1/audit?startDate=1000&endDate=2000&searchString=group & more&limit=1000&start=4"] = Portion(4, false);

        List<AuditRecord> records = await GetAsync(site, new AuditOptions
        {
            Since = DateTimeOffset.FromUnixTimeMilliseconds(1_000),
            Until = DateTimeOffset.FromUnixTimeMilliseconds(2_000),
            Text = "group & more",
        });

        Assert.Equal([1_999L, 1_000L], records.Select(static record => record.CreationDate.ToUnixTimeMilliseconds()));
        Assert.StartsWith("v1/audit?startDate=1000&endDate=2000&searchString=group & more&limit=1000", site.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_so()
    {
        using ScriptedSite site = new();
        site.Refuse("v1/audit", HttpStatusCode.Forbidden, "not permitted");

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => GetAsync(site, new AuditOptions()));

        Assert.Contains("administrator", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        using ScriptedSite site = new();
        DateTimeOffset now = DateTimeOffset.UnixEpoch;

        Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Activity.GetAuditAsync(new AuditOptions { Since = now, Until = now }, Token));
        Assert.Throws<ArgumentException>(() => site.Client.Retrieval.Activity.GetAuditAsync(new AuditOptions { Text = "" }, Token));
    }

    private static string Record(long at) =>
        $$"""{"author":{"type":"user","displayName":"A"},"remoteAddress":"","creationDate":{{at}},"summary":"S","description":"","category":"C","sysAdmin":false,"affectedObject":{"name":"n","objectType":"t"},"changedValues":[],"associatedObjects":[]}""";

    private static string Portion(int start, bool more, params string[] records)
    {
        string links = !more ? "{}" : """{"next":"/rest/api/audit?next=true"}""";
        return $$"""{"results":[{{string.Join(',', records)}}],"start":{{start}},"limit":2,"size":{{records.Length}},"_links":{{links}} }""";
    }

    private static async Task<List<AuditRecord>> GetAsync(ScriptedSite site, AuditOptions options) =>
        await site.Client.Retrieval.Activity.GetAuditAsync(options, Token).ToListAsync(Token);
}
